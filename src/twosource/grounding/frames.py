"""Frames that tell the kind of a claim where no single word does: who goes where, who is where.

"The enemy is in the town" is control, "soldiers on our street" a deployment, "shells fell on X" an
attack, "is to hand over X by" an agreement, "received guarantees" no transfer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from twosource.grounding.handing import Handing, handings
from twosource.lexicon import rows, table
from twosource.model import ClaimKind, Place, Precision
from twosource.reading.states import any_state, state_of_people

STRONG = 4
SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "obj", "dative")
_AT = ("in", "inside", "at", "on", "near", "along", "around", "outside", "within", "by")


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a kind: its weight and the word that gives it."""

    kind: ClaimKind
    weight: int
    token: Token


@cache
def role(name: str) -> frozenset[str]:
    """Words of one role of ``kind_roles.tsv``."""
    return frozenset(row[1] for row in rows("grounding", "kind_roles") if row[0] == name)


def plays(token: Token, name: str) -> bool:
    """Does a word play a role, as it stands or by its lemma?"""
    words = role(name)
    return token.lemma_.lower() in words or token.lower_ in words


def _armed(token: Token) -> bool:
    if plays(token, "armed"):
        return True
    people = state_of_people(token.text) if token.text[:1].isupper() else None
    return people is not None and token.text.endswith("s") and token.pos_ in ("NOUN", "PROPN")


def _phrase(token: Token) -> Iterator[Token]:
    """A noun phrase without the clauses that hang on it."""
    yield token
    for child in token.children:
        if child.dep_ not in ("relcl", "acl", "advcl", "appos"):
            yield from _phrase(child)


def _governed(verb: Token, deps: Sequence[str]) -> list[Token]:
    found = [child for child in verb.children if child.dep_ in deps]
    if not found and verb.dep_ in ("conj", "xcomp") and deps is SUBJECTS:
        found = [child for child in verb.head.children if child.dep_ in deps]
    if not found and deps is SUBJECTS and verb.dep_ == "acl":
        found = [verb.head]
    return found


def _where(verb: Token) -> list[Token]:
    """Objects of the locative prepositions of a word."""
    preps = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in _AT]
    return [child for prep in preps for child in prep.children if child.dep_ == "pobj"]


def _town(token: Token, towns: frozenset[str]) -> bool:
    if token.text in towns:
        return True
    return plays(token, "core") and not any(c.dep_ == "compound" for c in token.children)


def _ahead(verb: Token) -> bool:
    return any(c.lower_ in ("will", "would", "could", "may", "might", "to") for c in verb.children)


def _stays(verb: Token, towns: frozenset[str]) -> Iterator[Sign]:
    """Armed people who are somewhere: in the town itself they hold it."""
    subjects = [
        s for s in _governed(verb, (*SUBJECTS, "dobj", "attr")) if any(map(_armed, _phrase(s)))
    ]
    places = _where(verb) or [p for s in subjects for p in _where(s)]
    if not subjects or not places:
        return
    people = any(_armed(t) and not plays(t, "machine") for s in subjects for t in _phrase(s))
    inner = (
        people
        and not _ahead(verb)
        and any(
            p.head.lower_ in ("in", "inside") and _town(p, towns) and verb.lemma_.lower() != "see"
            for p in places
        )
    )
    yield Sign(ClaimKind.CONTROL if inner else ClaimKind.DEPLOYMENT, STRONG, verb)


def _moves(verb: Token) -> Iterator[Sign]:
    if verb.lemma_.lower() == "take" and not any(c.lower_ == "off" for c in verb.children):
        return
    moved = [*_governed(verb, SUBJECTS), *_governed(verb, OBJECTS)]
    words = [t for phrase in moved for t in _phrase(phrase)]
    goods = any(plays(t, "goods") and not plays(t, "armed") for t in words)
    if any(map(_armed, words)) and not goods:
        yield Sign(ClaimKind.DEPLOYMENT, STRONG, verb)
    elif goods and verb.lemma_.lower() not in ("leave", "take"):
        yield Sign(ClaimKind.TRANSFER, 3, verb)


def _erected(verb: Token) -> Iterator[Sign]:
    built = [*_governed(verb, OBJECTS), *_governed(verb, ("nsubjpass",))]
    if any(plays(t, "built") for t in built):
        yield Sign(ClaimKind.DEPLOYMENT, STRONG, verb)


def _lands(verb: Token) -> Iterator[Sign]:
    shots = [s for s in _governed(verb, SUBJECTS) if any(plays(t, "weapon") for t in _phrase(s))]
    if shots:
        yield Sign(ClaimKind.ATTACK, STRONG, verb)


def _yields(verb: Token, towns: frozenset[str]) -> Iterator[Sign]:
    given = [*_governed(verb, OBJECTS), *(s for s in _governed(verb, ("nsubjpass",)))]
    if not any(t.text in towns or plays(t, "ground") for g in given for t in _phrase(g)):
        return
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    due = helpers & {"will", "must", "shall", "should", "to"}
    yield Sign(ClaimKind.AGREEMENT if due else ClaimKind.CONTROL, STRONG + 1, verb)


def _bare(top: Token, towns: frozenset[str]) -> Iterator[Sign]:
    """As in "armour on the main square": a noun phrase that says who is where."""
    if top.pos_ not in ("NOUN", "PROPN") or not _where(top):
        return
    if not (_armed(top) or plays(top, "built")):
        return
    inner = _armed(top) and not plays(top, "machine") and any(_town(t, towns) for t in _where(top))
    yield Sign(ClaimKind.CONTROL if inner else ClaimKind.DEPLOYMENT, STRONG, top)


def _handed(found: Handing, towns: frozenset[str]) -> Iterator[Sign]:
    """Goods, or machines given for good, that somebody hands to somebody.

    Tanks that an army "sends" or "flies" somewhere are deployed, as far as this word tells.
    """
    words = list(_heads(found.thing))
    machines = any(plays(t, "machine") for t in words)
    goods = machines or any(t.ent_type_ == "MONEY" for t in words)
    goods = goods or any(plays(t, "goods") and not plays(t, "armed") for t in words)
    if not goods or (machines and plays(found.word, "move") and not _given(found)):
        return
    parties = [p for p in (found.giver, found.receiver) if p is not None and p.text not in towns]
    if parties:
        yield Sign(ClaimKind.TRANSFER, STRONG + 1 if len(parties) > 1 else 3, found.word)


def _heads(thing: Token) -> Iterator[Token]:
    """What a phrase is about: "weapons and fuel", "millions of shells"."""
    yield thing
    for child in thing.children:
        if child.dep_ == "conj":
            yield from _heads(child)
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _heads(inner)


def _given(found: Handing) -> bool:
    """Do two states hand it on: "delivered to Peru by Chile"?"""
    names = [p.text if p is not None else "" for p in (found.giver, found.receiver)]
    return found.word.lemma_ == "deliver" and all(any_state(name) for name in names)


def signs(tokens: Sequence[Token], top: Token | None, places: Sequence[Place]) -> Iterator[Sign]:
    """Every frame that a content's words make; ``places`` are those it names."""
    towns = frozenset(
        word for p in places if p.precision is not Precision.COUNTRY for word in p.name.split()
    )
    for token in tokens:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        if plays(token, "yield"):
            yield from _yields(token, towns)
        if plays(token, "stay"):
            yield from _stays(token, towns)
        if plays(token, "move"):
            yield from _moves(token)
        if plays(token, "erect"):
            yield from _erected(token)
        if plays(token, "lands"):
            yield from _lands(token)
    if top is not None:
        yield from _bare(top, towns)
    for found in handings(tokens):
        yield from _handed(found, towns)


def takes_ground(token: Token, places: Sequence[Place]) -> bool:
    """Is it a verb of taking, losing or holding whose object (or fallen subject) is ground?"""
    towns = frozenset(word for p in places for word in p.name.split())
    passive = _governed(token, ("nsubjpass",))
    objects = [*_governed(token, OBJECTS), *passive]
    if token.lemma_.lower() == "fall":
        objects += [c for c in token.children if c.dep_ == "nsubj"]
    return any(t.text in towns or plays(t, "ground") for o in objects for t in _phrase(o))


def gives_nothing(token: Token, tokens: Sequence[Token]) -> bool:
    """Is it a verb of giving whose content names no goods: "received guarantees"?"""
    if token.lemma_.lower() not in table("grounding", "transfer_verbs") or token.pos_ != "VERB":
        return False
    others = {t.i for s in _governed(token, ("nsubj",)) for t in _phrase(s)}
    for clause in (c for c in token.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"):
        others |= {t.i for t in clause.subtree}  # "gave them two days to hand in their arms"
    given = (t for t in tokens if t.i not in others)
    return not any(plays(t, "goods") or t.ent_type_ == "MONEY" for t in given)
