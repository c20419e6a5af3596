"""TS109: a denial of an accusation that nobody is credited with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from twosource.lint import standards
from twosource.lint.context import LintContext, in_quotes, span_of, text_of
from twosource.lint.rule import Example, Rule
from twosource.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENY = frozenset({"deny", "reject", "dismiss", "refute", "rebuff"})
_CHARGE = frozenset({"accusation", "allegation", "charge"})  # a report may be the text itself
_ACCUSE = frozenset({"accuse", "allege", "blame", "claim", "charge", "suggest", "report"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def _nameless(noun: Token) -> bool:
    """Whether nothing beside the accusation says whose it is."""
    if any(c.dep_ == "poss" or c.lower_ in {"these", "those", "this"} for c in noun.children):
        return False
    if any(c.dep_ == "prep" and c.lower_ in {"by", "from"} for c in noun.children):
        return False
    return not any(t.ent_type_ in _NAMED for t in noun.lefts)


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Denied accusations in an article in which nobody accuses anybody."""
    doc = context.parsed.doc
    if any(token.lemma_ in _ACCUSE and token.pos_ == "VERB" for token in doc):
        return
    for noun in doc:
        verb = noun.head
        if noun.lemma_ not in _CHARGE or noun.dep_ not in {"dobj", "obj"}:
            continue
        if verb.lemma_ not in _DENY or not _nameless(noun):
            continue
        span = span_of([verb, noun])
        if not in_quotes(context, span):
            words = text_of(context, span)
            yield span, f"“{words}”: nobody in the text makes the accusation; say whose it is"


RULE = Rule(
    code="TS109",
    name="denial-without-accuser",
    summary="A denial of an accusation that nobody in the text is credited with.",
    why="A denial alone leaves the reader to guess who accused whom of what. Give the accuser and "
    "the accusation before the denial.",
    silent="where anybody in the text accuses, alleges, claims or blames, and where the accusation "
    "has an owner.",
    example=Example(
        "The army denied the allegations.",
        "The rights group Vigil accused the army of using cluster munitions. The army denied it.",
    ),
    standards=(standards.BBC_ATTRIBUTE, standards.REUTERS_BIAS),
    check=check,
)
