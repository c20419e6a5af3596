"""TS201: a count of losses that does not say whose."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lexicon import words
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
from twosource.lint.rule import Example, Rule
from twosource.model import Measure, Span

LOSSES = frozenset(
    {
        Measure.KILLED,
        Measure.WOUNDED,
        Measure.CASUALTIES,
        Measure.CAPTURED,
        Measure.MISSING,
    }
)
_SIDES = frozenset({"NORP", "ORG", "GPE", "PERSON", "LOC", "FAC"})


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Figures of losses whose group is unknown and whose paragraph names no side."""
    seen: set[Span] = set()
    known = words("lint", "victims")
    for mention in context.mentions:
        figure = mention.values.figure
        if figure is None or figure.measure not in LOSSES or figure.group is not None:
            continue
        if figure.unit == "percent" or (figure.low is None and figure.high is None):
            continue  # a share, or a quantity without a number: other rules speak of it
        span = hull(figure.spans or mention.content)
        around = tokens(context, paragraph(context, span))
        if in_title(context, span) or in_quotes(context, span) or span in seen:
            continue
        # any name at all may be that of a side: the parser does not know every army and town
        if any(t.pos_ == "PROPN" or t.ent_type_ in _SIDES for t in around):
            continue
        if any(t.lemma_.lower() in known for t in around):
            continue
        seen.add(span)
        yield span, f"“{text_of(context, span)}”: whose? Say which side or group is counted"


RULE = Rule(
    code="TS201",
    name="figure-without-group",
    summary="A count of losses that does not say whose losses they are.",
    why="A toll without its group cannot be compared with another: soldiers or civilians, ours or "
    "theirs, in this attack or in the war.",
    silent="where the paragraph names a side, a place or who the people were.",
    example=Example(
        "At least 300 were killed, the general said.",
        "At least 300 Ruritanian soldiers were killed, the general said.",
    ),
    standards=(standards.CASUALTY_DATA, standards.BBC_WAR),
    check=check,
)
