"""TS104: an anonymous source with no reason given for the anonymity."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, sources, text_of
from twosource.lint.rule import Example, Rule
from twosource.lint.sourcing import (
    reason_given,
    sworn_to_secrecy,
    unnamed_individual,
)
from twosource.model import Span


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Unnamed individuals, and anyone said to want no name, without a because."""
    reported: set[Span] = set()
    for span, _ in sources(context):
        if in_quotes(context, span) or reason_given(context, span):
            continue
        secrecy = sworn_to_secrecy(context, span)
        if secrecy is not None and secrecy not in reported:
            reported.add(secrecy)
            words = text_of(context, secrecy)
            yield secrecy, f"“{words}”: say why the source may not be named"
        elif secrecy is None and unnamed_individual(context, span) is not None:
            words = text_of(context, span)
            yield span, f"“{words}” is anonymous and no reason is given: name them, or say why not"


RULE = Rule(
    code="TS104",
    name="anonymous-without-reason",
    summary="An anonymous source with no reason given for the anonymity.",
    why="Anonymity takes away the reader's means to judge. Where it is unavoidable, say why it was "
    "granted and how the source can know.",
    silent="where a reason stands in the same or the next sentence, for spokespeople, who speak "
    "for their institution, and inside quotation marks.",
    example=Example(
        "A senior official said the convoy had turned back.",
        "A senior defence official, who asked not to be named because he was not authorised to "
        "speak to reporters, said the convoy had turned back.",
    ),
    standards=(standards.AP_ANONYMOUS, standards.REUTERS_ESSENTIALS, standards.BBC_SINGLE),
    check=check,
)
