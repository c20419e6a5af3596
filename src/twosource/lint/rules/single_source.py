"""TS108: an article all of whose statements come from one source."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, attributed, hull
from twosource.lint.finding import Severity
from twosource.lint.rule import Example, Rule
from twosource.model import Named, Span

_FEWEST = 4  # attributed statements; a brief of one or two cannot rest on more than one source


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """One remark, at the source's first mention, where the chain of every statement ends in it."""
    credited = [mention for mention in context.mentions if attributed(mention)]
    if len(credited) < _FEWEST or any(mention.asserter is None for mention in credited):
        return
    if len({mention.asserter for mention in credited}) != 1 or not credited[0].source:
        return
    if credited[0].named is not Named.NAMED:
        return
    name, count = credited[0].asserter, len(credited)
    yield (
        hull(credited[0].source),
        f"all {count} attributed statements rest on {name}: look for a second, independent source",
    )


RULE = Rule(
    code="TS108",
    name="single-source",
    summary="Every attributed statement of the article rests on one source.",
    why="Two sources who did not get it from each other are journalism's oldest check. Where one "
    "source is all there is, say so.",
    silent="below four attributed statements, and where the source of any of them is not clear.",
    example=Example(
        "NATO said that the bridge was open. NATO said that the road was clear. NATO said that the "
        "station was safe. NATO said that the port was working.",
        "NATO said that the bridge was open. NATO said that the road was clear. NATO said that the "
        "station was safe. The Red Cross said that the port was not working.",
    ),
    standards=(
        standards.BBC_SINGLE,
        standards.REUTERS_SOURCING,
        standards.CASUALTY_CORROBORATION,
    ),
    check=check,
    severity=Severity.NOTE,
)
