"""Who hands what to whom, as the clause says it: verbs and nouns of giving and taking.

"Iran is supplying Russia with drones", "shells delivered by Chile to Peru", "accused Chile of
smuggling rifles to Peru", "deliveries of drones by Iran to Russia".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from twosource.lexicon import table
from twosource.reading.states import state_named, state_of_people

_DITRANSITIVE = ("give", "lend", "sell", "send", "pay", "offer", "grant", "promise", "pledge")
_RELATIVES = ("that", "which", "who", "whom")
_TIMES = ("DATE", "TIME", "ORDINAL")
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Handing:
    """The word of giving or taking with the heads of what it governs; ``price``: "for" what."""

    word: Token
    giver: Token | None
    receiver: Token | None
    thing: Token
    price: Token | None = None


def handings(tokens: Sequence[Token]) -> Iterator[Handing]:
    """Every such word among some tokens that says what is handed."""
    directions = table("grounding", "transfer_verbs")
    nouns = table("grounding", "transfer_nouns")
    for token in tokens:
        lemma = token.lemma_.lower()
        found: Handing | None = None
        if token.pos_ in ("VERB", "AUX") and lemma in directions:
            found = _of_verb(token, directions[lemma])
        elif token.pos_ == "NOUN" and lemma in nouns:
            found = _of_noun(token, nouns[lemma])
        if found is not None:
            yield found


def _child(verb: Token | None, *names: str) -> Token | None:
    if verb is None:
        return None
    return next((child for child in verb.children if child.dep_ in names), None)


def _after(verb: Token, thing: Token | None, *preps: str) -> Token | None:
    """The object of a preposition that hangs on a verb, its object or another such phrase."""
    holders = [verb, *([thing] if thing is not None else [])]
    for holder in holders:
        for child in holder.children:
            if child.dep_ in ("prep", "dative", "agent") and child.i > holder.i:
                if child.lower_ in preps:
                    return _child(child, "pobj")
                inner = _child(child, "pobj")  # "of ammunition | to Peru", "from Arica | to Peru"
                holders += [t for t in (child, inner) if t is not None and t.i > verb.i]
    return None


def _real(token: Token | None, verb: Token) -> Token | None:
    """What a relative pronoun stands for."""
    if token is None or token.lower_ not in _RELATIVES or verb.dep_ != "relcl":
        return token
    return verb.head


def _subject(verb: Token) -> Token | None:
    """Who does it: its subject, or that of the verb it completes ("agreed to sell")."""
    here = verb
    for _ in range(4):
        own = _child(here, *_SUBJECTS)
        if own is not None:
            return _real(own, here)
        if here.dep_ == "pcomp" and here.head.lower_ in ("of", "for", "from", "with"):
            return _blamed(here.head)
        if here.dep_ == "acl" and here.tag_ == "VBG":
            return here.head
        if here.dep_ not in ("xcomp", "conj", "advcl") or here.head.pos_ not in ("VERB", "AUX"):
            return None
        if here.dep_ == "xcomp" and (ordered := _child(here.head, "dobj")) is not None:
            return ordered
        here = here.head
    return None


def _blamed(prep: Token) -> Token | None:
    """As in "accused Chile | of selling", "sanctions on a firm | for selling"."""
    holder = prep.head
    if holder.pos_ in ("VERB", "AUX"):
        return _child(holder, "dobj", "nsubjpass")
    return holder if holder.pos_ in ("PROPN", "NOUN") and prep.lower_ == "of" else None


def _of_verb(verb: Token, direction: str) -> Handing | None:
    passive = _child(verb, "nsubjpass")
    reduced = verb.head if verb.dep_ == "acl" and verb.tag_ == "VBN" else None
    patient = _real(passive, verb) or reduced
    thing = _real(_child(verb, "dobj", "obj"), verb)
    if thing is None and patient is None and verb.dep_ == "relcl":
        thing = verb.head if _child(verb, *_SUBJECTS) is not None else None
    agent = _after(verb, thing, "by") if patient is not None else _subject(verb)
    other: Token | None = _child(verb, "dative")
    if other is not None and other.pos_ == "ADP":
        other = _child(other, "pobj")
    price = None
    if direction == "flow":
        thing, agent = (_subject(verb) if patient is None else None), None
        source = _after(verb, None, "from") if thing is not None else None
        other = _after(verb, None, "to", "into") if source is not None else None
        return Handing(verb, source, other, thing) if thing is not None and source else None
    if direction == "arm" and (armed := _with(verb, patient or thing)) is not None:
        return Handing(verb, agent, patient or thing, armed)
    if patient is not None:
        thing, other = (thing, patient) if thing is not None else (patient, other)
    if thing is None or (direction == "arm" and verb.lemma_ in ("arm", "equip")):
        return None
    if direction == "swap":
        price = _after(verb, thing, "for")
        if price is None or price.ent_type_ in _TIMES:  # "traded fire for a third day"
            return None
        partner = _after(verb, price or thing, "with", "to")
        return Handing(verb, agent, partner, thing, price)
    if direction == "get":
        return Handing(verb, _after(verb, thing, "from"), agent or other, thing)
    other = other or _after(verb, thing, "to") or _absorbed(verb, thing)
    if direction == "carry":
        agent = _after(verb, thing, "from") or (
            agent if agent is not None and agent.pos_ == "PROPN" else None
        )
    if verb.lemma_ == "pay" and other is None and thing.pos_ == "PROPN":  # "pays Peru in oil for"
        other, thing = thing, _after(verb, thing, "in", "with") or thing
        price = _after(verb, thing, "for")
        return Handing(verb, agent, other, thing, price) if thing is not other else None
    return Handing(verb, agent, other, thing, price)


def _with(verb: Token, receiver: Token | None) -> Token | None:
    """What somebody is armed with; the one who gets it is the object or passive subject."""
    if receiver is None:
        return None
    return _after(verb, receiver, "with")


def _absorbed(verb: Token, thing: Token) -> Token | None:
    """As in "gave Peru fuel", "sold Peru MiG jets": the parse makes "Peru fuel" one name."""
    if verb.lemma_ not in _DITRANSITIVE:
        return None
    first = thing.left_edge
    if first.i != verb.i + 1 or first.i == thing.i:
        return None
    for last in reversed(range(first.i, min(first.i + 3, thing.i))):  # "United Arab Emirates"
        if state_named(first.doc[first.i : last + 1].text):
            state = first.doc[last]
            return state if state.right_edge == state else None
    return None


def _of_noun(noun: Token, direction: str) -> Handing | None:
    thing = _after(noun, None, "of")
    if thing is None:
        thing = next((c for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN"), None)
    if thing is None:
        return None
    people = next(
        (c for c in (*noun.children, *thing.children)
         if c.dep_ == "amod" and c.text[:1].isupper() and state_of_people(c.text)), None
    )  # fmt: skip
    doer = _after(noun, thing, "by") or _child(noun, "poss")
    if direction == "get":
        return Handing(noun, _after(noun, thing, "from") or people, doer, thing)
    giver = doer or _after(noun, thing, "from") or people
    receiver = _after(noun, thing, "to")
    return Handing(noun, giver, receiver, thing) if giver or receiver else None
