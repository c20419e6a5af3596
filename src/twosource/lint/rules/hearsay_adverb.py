"""TS305: "reportedly" with nobody who reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, hull, in_quotes, overlap, sentence, text_of
from twosource.lint.rule import Example, Rule
from twosource.lint.voice import HEARSAY
from twosource.model import Span

_CREDIT = re.compile(r"\baccording to\b|\b(?:said|says|told|reported|reports)\b", re.I)


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Adverbs of hearsay in sentences that credit nobody."""
    for match in HEARSAY.finditer(context.parsed.text):
        span = match.span()
        if match.group().lower() == "apparently" or in_quotes(context, span):
            continue
        whole = sentence(context, span)
        named = any(m.source and overlap(hull(m.source), whole) for m in context.mentions)
        if not named and not _CREDIT.search(context.parsed.text, *whole):
            words = text_of(context, span)
            yield span, f"“{words}”: nobody in the sentence reports it; say who does"


RULE = Rule(
    code="TS305",
    name="hearsay-adverb",
    summary="“Reportedly”, “allegedly” with nobody who reports or alleges.",
    why="The adverb says that there is a source and keeps it from the reader. Put the source in "
    "its place.",
    silent="where the sentence credits anybody, and inside quotation marks.",
    example=Example(
        "The general has reportedly been replaced.",
        "The general has been replaced, the newspaper Zorya reported, citing two of his officers.",
    ),
    standards=(standards.REUTERS_RUMOURS, standards.REUTERS_ATTRIBUTION),
    check=check,
)
