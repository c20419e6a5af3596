"""TS102: a figure that nobody is credited with."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, hull, text_of
from twosource.lint.rule import Example, Rule
from twosource.lint.voice import counts, unattributed
from twosource.model import Span

_SIGNS = frozenset("$€£¥₽₴₩₹")


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Unattributed mentions with a figure."""
    for mention, content in unattributed(context):
        figure = mention.values.figure
        if figure is None or not counts(figure):
            continue
        span = hull(figure.spans) if figure.spans else content
        if len(context.parsed.text[slice(*span)].split()) < 2:
            span = content  # a bare number says nothing
        if context.parsed.text[span[0] - 1 : span[0]] in _SIGNS:
            span = span[0] - 1, span[1]
        words = text_of(context, span)
        yield span, f"nobody is credited with the figure “{words}”: say whose count it is"


RULE = Rule(
    code="TS102",
    name="unattributed-figure",
    summary="A figure that nobody is credited with.",
    why="First figures are often wrong, and figures for losses are a weapon. A number needs the "
    "name of whoever counted or estimated it, so that it can be compared and corrected.",
    silent="as TS101 is: in the title, inside quotation marks, in accounts in the first person.",
    example=Example(
        "The shelling killed 12 people.",
        "The shelling killed 12 people, the mayor, Olha Petrenko, said.",
    ),
    standards=(
        standards.BBC_WAR,
        standards.REUTERS_ATTRIBUTION,
        standards.CASUALTY_DATA,
    ),
    check=check,
)
