"""TS204: a quantity of people or losses without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, in_title, text_of
from twosource.lint.finding import Severity
from twosource.lint.rule import Example, Rule
from twosource.model import Span

_QUANTITY = re.compile(
    r"\b(?:(?:many|several|untold|countless) )?(?:(?:tens|hundreds) of thousands|dozens|scores"
    r"|hundreds|thousands|millions) of (?:[\w'’-]+ ){0,3}?(?:casualties|dead|killed|wounded|injured"
    r"|deaths|fatalities|losses|soldiers|troops|fighters|servicemen|conscripts|civilians|people"
    r"|men|women|children|prisoners|hostages|refugees|residents|victims|bodies|tanks|drones"
    r"|missiles|shells|rockets)\b",
    re.I,
)


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Numberless quantities in the writer's report, whoever is credited."""
    for match in _QUANTITY.finditer(context.parsed.text):
        span = match.span()
        if not in_quotes(context, span) and not in_title(context, span):
            words = text_of(context, span)
            yield span, f"“{words}” gives no number: give the count or the range, and whose it is"


RULE = Rule(
    code="TS204",
    name="quantity-without-number",
    summary="A quantity of people or losses without a number (“thousands of casualties”).",
    why="“Thousands” is 2,000 to one reader and 50,000 to the next, and no later figure can be "
    "compared with it. Give the count, the range, or the lowest figure somebody stands behind.",
    silent="in the title and inside quotation marks.",
    example=Example(
        "Dozens of civilians were hurt, the council said.",
        "At least 34 civilians were hurt, the council said.",
    ),
    standards=(standards.CASUALTY_CORROBORATION, standards.BBC_WAR),
    check=check,
    severity=Severity.NOTE,
)
