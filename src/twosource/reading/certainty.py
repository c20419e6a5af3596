"""How firmly the asserter puts it: hedges in the statement or in the word that reports it."""

from __future__ import annotations

from spacy.tokens import Token

from twosource.model import Certainty, Reason
from twosource.reading.statement import Statement, spans_of
from twosource.reading.wordlist import hits

_MODALS = frozenset({"could", "may", "might"})


def certainty(statement: Statement) -> tuple[Certainty, Reason | None]:
    """A plain statement is unstated; of two hedges the weaker claim stands."""
    found: dict[Certainty, list[Token]] = {}
    for tokens, value in hits("hedges", statement.content) + hits("hedges", statement.around):
        if _counts(tokens, statement):
            found.setdefault(Certainty(value), []).extend(tokens)
    for level in (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN):
        if level in found:
            reason = Reason("certainty", level.value, spans_of(found[level]), "hedge")
            return level, reason
    return Certainty.UNSTATED, None


def _counts(tokens: list[Token], statement: Statement) -> bool:
    """Is the word used as a hedge here?"""
    first = tokens[0]
    word = first.lower_
    if word in _MODALS:
        return first.tag_ == "MD" and not _refused(first)
    if word in ("certain", "possible", "potential", "likely") and len(tokens) == 1:
        return first.tag_.startswith(("JJ", "RB")) and not _kind_of(first)
    if word in ("fear", "feared", "fears", "alleged") and first in statement.cue:
        return False  # "Yerevan has alleged": said firmly by the one who says it
    if word == "expected" and first in statement.content:
        return any(c.dep_ == "auxpass" for c in first.children)
    if word in ("rule", "ruled", "ruling"):
        return any(c.dep_ == "neg" for c in first.children) or "not" in _left(first)
    return not any(c.dep_ == "neg" for c in first.children)


def _left(token: Token) -> list[str]:
    return [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]]


def _refused(modal: Token) -> bool:
    """Is it "could not", which is no hedge? ("could not rule out" has its own entry.)"""
    return any(c.dep_ == "neg" for c in modal.head.children) and modal.lower_ == "could"


def _kind_of(token: Token) -> bool:
    """Is it "a certain man"? That picks one out, it does not stress."""
    return token.lower_ == "certain" and token.dep_ == "amod"
