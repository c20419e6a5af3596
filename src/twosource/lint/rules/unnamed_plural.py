"""TS103: an unnamed plural that stands for who knows how many."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, sources, text_of
from twosource.lint.rule import Example, Rule
from twosource.lint.sourcing import unnamed_plural
from twosource.model import Span


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Sources whose head is a plural of people, without a number or a name."""
    for span, _ in sources(context):
        if in_quotes(context, span) or unnamed_plural(context, span) is None:
            continue
        words = text_of(context, span)
        yield span, f"“{words}” is an unnamed plural: say who, or at least how many and of what"


RULE = Rule(
    code="TS103",
    name="unnamed-plural",
    summary="An unnamed plural (“analysts”, “sources”) that stands for who knows how many.",
    why="A plural without names can hide one person. The reader takes it for agreement among many. "
    "Name at least one of them, or give their number and where they sit.",
    silent="where the plural is counted, followed by names, or stands inside quotation marks.",
    example=Example(
        "Analysts say the offensive has stalled.",
        "Two analysts, Mira Halász of the Danube Institute and Jon Reed of King's College, say the "
        "offensive has stalled.",
    ),
    standards=(standards.REUTERS_SOURCING, standards.REUTERS_ESSENTIALS),
    check=check,
)
