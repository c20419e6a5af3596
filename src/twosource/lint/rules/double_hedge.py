"""TS303: a hedge upon a hedge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from twosource.lexicon import words
from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, span_of, text_of
from twosource.lint.finding import Severity
from twosource.lint.rule import Example, Rule
from twosource.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 3  # tokens
_MODALS = frozenset({"may", "might", "could"})
_REPORT = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
_SAY = frozenset({"allege", "claim", "report", "rumor", "rumour", "suggest"})


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """A modal with an adverb of possibility, or a hearsay adverb on a verb of hearsay."""
    doubles = words("lint", "doubles")
    for verb in context.parsed.doc:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        modal = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in _MODALS]
        again = [c for c in verb.children if c.dep_ == "advmod" and c.lower_ in doubles]
        heard = [c for c in verb.children if c.dep_ == "advmod" and c.lower_ in _REPORT]
        pair = [*modal[:1], *again[:1]] if modal and again else []
        if heard and verb.lemma_ in _SAY and verb.pos_ == "VERB":
            pair = [heard[0], verb]
        if pair and _adjacent(pair) and not in_quotes(context, span_of(pair)):
            span = span_of(pair)
            yield span, f"“{text_of(context, span)}” hedges twice: once says all that can be said"


def _adjacent(pair: list[Token]) -> bool:
    """Whether the two hedges stand together: "perhaps, he said, it could" is one of each voice."""
    return abs(pair[0].i - pair[-1].i) <= _NEAR


RULE = Rule(
    code="TS303",
    name="double-hedge",
    summary="A hedge upon a hedge (“could possibly”, “reportedly alleged”).",
    why="Two hedges do not add up to a probability; they only hide how sure the source is. Keep "
    "the source's own.",
    silent="inside quotation marks.",
    example=Example(
        "The delay could potentially cost lives, the surgeon said.",
        "The delay could cost lives, the surgeon said.",
    ),
    standards=(standards.ICD_UNCERTAINTY,),
    check=check,
    severity=Severity.NOTE,
)
