"""TS302: a title that states as a fact what the body credits to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, attributed, hull, text_of
from twosource.lint.finding import Severity
from twosource.lint.matching import HEDGED, counterparts, named_below
from twosource.lint.position import lines
from twosource.lint.rule import Example, Rule
from twosource.model import Span


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Unattributed statements at the top whose every counterpart below has a source."""
    index = lines(context.parsed.text)
    for mention, span, body in counterparts(context):
        if attributed(mention) or not named_below(body):
            continue
        if all(other.certainty in HEDGED for other in body):
            continue  # the rule about firmness speaks of these
        line = index.position(hull(body[0].content)[0]).line
        who = text_of(context, hull(body[0].source), 40)
        yield (
            span,
            f"stated as a fact here, credited in line {line} to “{who}”: carry the credit up",
        )


RULE = Rule(
    code="TS302",
    name="title-drops-source",
    summary="A title or lead that states as a fact what the body credits to somebody.",
    why="A headline travels alone. If the body needs a source for the statement, so does the "
    "title; three words are enough.",
    silent="where the body has the statement without a source anywhere.",
    example=Example(
        "The army has taken the town of Orlivka\n\n"
        "The army has taken the town of Orlivka, the defence minister said.",
        "The army has taken the town of Orlivka, minister says\n\n"
        "The army has taken the town of Orlivka, the defence minister said.",
    ),
    standards=(standards.REUTERS_ATTRIBUTION, standards.BBC_ATTRIBUTE),
    check=check,
    severity=Severity.NOTE,
)
