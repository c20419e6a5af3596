"""TS202: a count of losses that does not say when, or since when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import (
    LintContext,
    hull,
    in_quotes,
    in_title,
    paragraph,
    text_of,
    tokens,
)
from twosource.lint.finding import Severity
from twosource.lint.rule import Example, Rule
from twosource.lint.rules.figure_without_group import LOSSES
from twosource.model import Span

_WHEN = re.compile(
    r"\b(?:since|so far|to date|during|until|after|before|when|while|as of|by now|overnight|then"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|(?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December) \d{1,2}"
    r"|earlier|recent(?:ly)?|latest|last|past|first|ago|now)\b|\b(?:19|20)\d\d\b|\d{1,2}:\d\d",
    re.I,
)


_TOLL = 10


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Figures of losses without a time, in a paragraph that holds none either."""
    seen: set[Span] = set()
    for mention in context.mentions:
        figure = mention.values.figure
        if figure is None or figure.measure not in LOSSES or mention.values.time is not None:
            continue
        if figure.unit == "percent" or max(figure.low or 0, figure.high or 0) < _TOLL:
            continue  # a share, a quantity without a number, or a few whose story the text tells
        span = hull(figure.spans or mention.content)
        near = paragraph(context, span)
        if in_title(context, span) or in_quotes(context, span) or span in seen:
            continue
        dated = any(t.ent_type_ in {"DATE", "TIME", "EVENT"} for t in tokens(context, near))
        if dated or _WHEN.search(context.parsed.text[slice(*near)]):
            continue
        seen.add(span)
        yield span, f"“{text_of(context, span)}”: when, or since when? Give the day or the period"


RULE = Rule(
    code="TS202",
    name="figure-without-time",
    summary="A count of losses that does not say when, or since when.",
    why="Tolls grow. A figure without a day or a period cannot be told from the one before it, and "
    "a total cannot be told from one day's losses.",
    silent="where the paragraph holds a date, a period, or a word that ties it to an event.",
    example=Example(
        "The ministry put enemy losses at 1,100 men.",
        "The ministry put enemy losses at 1,100 men between 1 and 31 May.",
    ),
    standards=(standards.CASUALTY_DATA, standards.BBC_WAR),
    check=check,
    severity=Severity.NOTE,
)
