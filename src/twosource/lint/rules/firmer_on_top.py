"""TS301: a claim that is firmer in the title or lead than in the body."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, hull, text_of
from twosource.lint.matching import HEDGED, counterparts
from twosource.lint.position import lines
from twosource.lint.rule import Example, Rule
from twosource.model import Span


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Unhedged statements at the top whose every counterpart below is hedged."""
    index = lines(context.parsed.text)
    for _, span, body in counterparts(context):
        if not all(other.certainty in HEDGED for other in body):
            continue
        other = body[0]
        line = index.position(hull(other.content)[0]).line
        yield (
            span,
            f"firmer than the text below: line {line} has it only as {other.certainty.value} "
            f"(“{text_of(context, hull(other.content), 40)}”)",
        )


RULE = Rule(
    code="TS301",
    name="firmer-on-top",
    summary="A claim that is firmer in the title or lead than in the body.",
    why="Most readers read no further. What the body calls likely or possible must not stand as a "
    "fact above it.",
    silent="where the body has the claim unhedged anywhere, or where the words do not show that it "
    "is the same claim.",
    example=Example(
        "The rebels have received guided missiles\n\n"
        "The rebels may have received guided missiles, the United Nations panel said.",
        "The rebels may have received guided missiles, UN panel says\n\n"
        "The rebels may have received guided missiles, the United Nations panel said.",
    ),
    standards=(standards.REUTERS_REALITY, standards.ICD_UNCERTAINTY),
    check=check,
)
