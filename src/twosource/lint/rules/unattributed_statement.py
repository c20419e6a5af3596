"""TS101: a factual statement that nobody is credited with."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, text_of
from twosource.lint.rule import Example, Rule
from twosource.lint.voice import counts, unattributed
from twosource.model import Span


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Unattributed mentions without a figure that counts."""
    for mention, span in unattributed(context):
        figure = mention.values.figure
        if figure is None or not counts(figure):
            yield span, f"nobody is credited with “{text_of(context, span)}”: say who says so"


RULE = Rule(
    code="TS101",
    name="unattributed-statement",
    summary="A factual statement that nobody is credited with.",
    why="A reader can weigh a statement only by knowing who vouches for it. A sentence without a "
    "source is vouched for by the publication itself; where the reporter did not see it happen, "
    "credit whoever says so, in the same sentence.",
    silent="in the title (see TS301 and TS302), inside quotation marks, in accounts in the first "
    "person, for acts done in public (speeches, votes, rulings), and for clauses about “he” or "
    "“they”, whose credit may stand before.",
    example=Example(
        "Rocket fire destroyed the bridge at Orlivka overnight.",
        "Rocket fire destroyed the bridge at Orlivka overnight, the regional governor said.",
    ),
    standards=(
        standards.BBC_ATTRIBUTE,
        standards.REUTERS_ESSENTIALS,
        standards.AP_ATTRIBUTION,
    ),
    check=check,
)
