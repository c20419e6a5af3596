"""TS105: evidence that is said to exist and is not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from twosource.lexicon import words
from twosource.lint import standards
from twosource.lint.context import LintContext, own_voice_or_cue, span_of, text_of
from twosource.lint.rule import Example, Rule
from twosource.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "LAW", "PRODUCT"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "no", "its", "his", "her", "their"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "VBN"})
_OWNERS = frozenset({"of", "by", "from", "at", "in"})


def _anonymous(noun: Token) -> bool:
    """Whether nothing says whose or which evidence it is."""
    for child in noun.children:
        if child.lower_ in _KNOWN or child.dep_ in {"poss", "appos", "relcl", "nummod"}:
            return False
        if child.dep_ == "prep" and child.lower_ in _OWNERS:
            return False
        if child.dep_ == "acl" and child.tag_ == "VBN":
            return False
    before = [token for token in noun.subtree if token.i <= noun.i]
    return not any(t.ent_type_ in _NAMED or t.pos_ == "PROPN" for t in before)


def _modifies(token: Token) -> bool:
    """Whether a word before the noun describes it; the parser may take a participle for a verb."""
    participle = token.tag_ == "VBD" and not any(c.dep_ == "nsubj" for c in token.children)
    return participle or token.tag_ in _MODIFIERS


def _speaks(noun: Token) -> Token | None:
    """The verb that lets the evidence speak: its verb, or a participle ("evidence suggesting")."""
    showing = words("lint", "showing")
    governor = noun.head
    if noun.dep_ == "nsubj" and governor.lemma_ in showing and not _negated(governor):
        return governor if _says_something(governor) else None
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBG" and child.lemma_ in showing:
            return child if _says_something(child) else None
    return None


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _says_something(verb: Token) -> bool:
    """Whether a clause or an object follows; "the evidence showed" alone says nothing."""
    if verb.lemma_ in {"point", "emerge"}:
        return any(child.dep_ == "prep" for child in verb.children)
    return any(child.dep_ in {"ccomp", "dobj", "obj", "xcomp"} for child in verb.children)


def check(context: LintContext) -> Iterator[tuple[Span, str]]:
    """Nouns of evidence that speak, and that nothing identifies."""
    nouns = words("lint", "evidence")
    for noun in context.parsed.doc:
        if noun.lemma_.lower() not in nouns or noun.pos_ != "NOUN" or not _anonymous(noun):
            continue
        verb = _speaks(noun)
        if verb is None:
            continue
        first = noun.i
        while first > noun.sent.start and _modifies(noun.doc[first - 1]):
            first -= 1
        span = span_of(noun.doc[first : noun.i + 1])
        if own_voice_or_cue(context, span):
            said = f"{text_of(context, span)} {verb.text}"
            yield span, f"“{said}”: say which, whose, and where the reader can see it"


RULE = Rule(
    code="TS105",
    name="evidence-not-named",
    summary="Evidence that is not named (“evidence suggests”, “reports say”).",
    why="Evidence that is not named cannot be asked for. Say which report, whose pictures, who "
    "intercepted the call, and of what date.",
    silent="where the evidence has an owner (“imagery from …”, “the ministry's data”), was "
    "introduced before (“the report”), or is spoken of by somebody else.",
    example=Example(
        "Satellite images show new trenches north of the town.",
        "Satellite images taken by Planet Labs on 3 May show new trenches north of the town.",
    ),
    standards=(standards.ICD_SOURCES, standards.REUTERS_ESSENTIALS, standards.BBC_VERIFY),
    check=check,
)
