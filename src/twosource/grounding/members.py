"""The members of a list of people, and how many each stands for.

The parse joins "a man, a woman and a child" in several ways: by conjunction, as an apposition, as
two subjects of one verb; "along with his two sons" stands apart. An apposition that only says who
they are ("three men, a nurse and two drivers") adds nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from twosource.grounding.groups import people_class
from twosource.grounding.harm import Fate, by_clause, tells
from twosource.grounding.numbers import value
from twosource.lexicon import rows, table, words

_REFLEXIVE = frozenset(("himself", "herself", "themself"))
_SINGLE = frozenset(("he", "she", "him", "her"))  # "killed her and three others" counts four
_ONE = frozenset(("a", "an", "another", "one"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_SINGULAR = frozenset(("was", "is", "has"))
_PLURAL = frozenset(("were", "are", "have"))
_OWN = frozenset(("det", "poss", "nummod"))
_DASHES = frozenset("-–—")
_WITH = frozenset(("along", "together"))


def joined(head: Token) -> list[Token]:
    """The nouns of the list that a noun begins, itself first."""
    members = [head, *(m for m in head.conjuncts if m.i > head.i)]
    named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ in _NOUNS), None)
    if named is not None:
        inner = [named, *(m for m in named.conjuncts if m.i > named.i and m not in members)]
        after = [m for m in members if m.i > named.i]
        if _explains(head, named, [*inner, *after]):
            members = [m for m in members if m.i < named.i]
        elif _lists(head, inner):
            members += inner
    for other in head.head.children:
        if other.dep_ == head.dep_ and _next_to(head, other):
            members += [other, *(m for m in other.conjuncts if m.i > other.i)]
    of = head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    if of is not None and not person(of.head):  # "the bodies of three women and a boy"
        members += [m for m in of.head.conjuncts if m.i > head.i and person(m)]
    return sorted(set(members), key=lambda t: t.i)


def stranger(token: Token, members: Sequence[Token]) -> bool:
    """Is it a name the recogniser missed, in a list of people: "killed Bo Eng and his wife"?"""
    whole = any(c.dep_ == "compound" for c in token.children) or _aged_name(token)
    others = (m for m in members if m is not token)
    told = _aged_name(token) or any(person(m) or _aged_name(m) for m in others)
    return whole and told and token.tag_ == "NNP"


def _aged_name(token: Token) -> bool:
    """As in "Lindsay, 24,"."""
    ages = (c for c in token.children if c.dep_ in ("appos", "nummod") and c.i > token.i)
    return token.pos_ == "PROPN" and any(c.text.isdigit() and len(c) < 3 for c in ages)


def company(head: Token) -> list[Token]:
    """Those told of as with somebody: "killed along with his daughter and a neighbour"."""
    preps = (c for t in (head, head.head) for c in t.children if c.lower_ in _WITH and c.i > head.i)
    withs = (c for prep in preps for c in prep.children if c.lower_ == "with")
    others = (c for prep in withs for c in prep.children if c.dep_ == "pobj")
    return [m for other in others for m in (other, *other.conjuncts)]


def _explains(head: Token, named: Token, rest: Sequence[Token]) -> bool:
    """As in "three men, a nurse and two drivers,": the list says who those counted are."""
    left = named.doc[named.left_edge.i - 1]
    number = standing_for(head)
    counts = [standing_for(m) or 0 for m in rest]
    return left.text in _DASHES or (number is not None and number == sum(counts))


def _lists(head: Token, rest: Sequence[Token]) -> bool:
    """As in "killed his wife, two neighbours and a guard": what parses as an apposition goes on."""
    if len(rest) < 2 or (head.pos_ == "PROPN") != all(m.pos_ == "PROPN" for m in rest):
        return False
    if any(c.lower_ in _SINGULAR and c.dep_ in ("aux", "auxpass") for c in head.head.children):
        return False
    plain = ("PROPN", "NUM", "PRON")
    return all(m.pos_ in plain or any(c.dep_ in _OWN for c in m.children) for m in rest)


def _next_to(head: Token, other: Token) -> bool:
    """As in "a man, a woman and a child were", "the mayor of Gao and five guards were".

    Not as in "according to the mayor, Ann Li, five guards were": a list ends with "and".
    """
    edge = other.left_edge.i - 1
    subject = head.dep_ in ("nsubj", "nsubjpass") and head.i < other.i < head.head.i
    mark, ends = head.doc[edge].text, any(m.i > other.i for m in other.conjuncts)
    joins = mark == "and" or (mark == "," and ends)
    return subject and joins and head.right_edge.i in (edge, edge - 1)


def of_all(head: Token) -> Fate | None:
    """What the clause behind its last member says of a whole list: "a boy and a man who were"."""
    last = joined(head)[-1]
    if last is head:
        return None
    of = next((c for c in last.children if c.lower_ == "of"), None)
    nouns = [last, *(c for c in of.children if c.dep_ == "pobj")] if of is not None else [last]
    for noun in nouns:
        plural = any(
            t.lower_ in _PLURAL for c in noun.children if c.dep_ == "relcl" for t in c.children
        )
        left = tells(head.head) and any(c.dep_ == "acl" for c in noun.children)
        found = by_clause(noun) if plural or left else None
        if found:
            return found
    return None


def person(token: Token) -> bool:
    """Does a word stand for one person, or for people: by name, pronoun or noun?"""
    if token.lower_ in ("both", "another") and token.dep_ not in ("preconj", "det"):
        return True
    if token.lower_ in _REFLEXIVE or _pair(token):
        return True
    if token.tag_ == "PRP":
        return token.lower_ in _SINGLE
    if token.pos_ == "PROPN":
        return token.ent_type_ == "PERSON" or people_class(token) is not None
    return _noun(token) and people_class(token) is not None


def _noun(token: Token) -> bool:
    """A noun, or an age that stands for one, which parses as an adjective: "an 18-year-old"."""
    return token.pos_ == "NOUN" or token.lower_ in ("old", "olds")


def _pair(token: Token) -> int | None:
    """How many a noun for a fixed number of people stands for: "a couple", "his parents"."""
    number = table("grounding", "pairs").get(token.lower_)
    if number is None:
        return None
    own = (token.lower_, number, "own") in rows("grounding", "pairs")
    return int(number) if not own or any(c.dep_ == "poss" for c in token.children) else None


def numbered(token: Token) -> bool:
    """Is it a number, or has it one?"""
    return any(c.dep_ == "nummod" for c in token.children) or token.pos_ == "NUM"


def sexes_and_ages(members: Sequence[Token]) -> bool:
    """As in "two women and three children": five."""
    plain = words("reading", "sexes_and_ages")
    return len(members) > 1 and all(m.lemma_.lower() in plain for m in members)


def standing_for(token: Token) -> int | None:
    """How many one member of a list stands for; ``None`` where the text does not say."""
    if token.pos_ == "NUM" or not person(token):
        number = value(token.text) if token.pos_ == "NUM" else None
        return int(number) if number else None
    pair = _pair(token) or (2 if _both(token) else None)
    if pair:
        return pair
    for child in token.children:
        if child.dep_ == "nummod" and child.i < token.i:
            number = value(child.text)
            return int(number) if number and number == int(number) else None
    plural = token.tag_ in ("NNS", "NNPS")
    return None if plural else 1


def _both(token: Token) -> bool:
    """As in "both were killed", "both pilots were killed"."""
    if token.lower_ == "both":
        return True
    return any(c.lower_ == "both" and c.dep_ != "preconj" for c in token.children)


def unknown(head: Token) -> bool:
    """Is one person told of as a number would be: "a man", "another woman", "a couple", "both"?"""
    if _both(head) or head.lower_ == "another":
        return True
    if _pair(head):
        return not any(c.lower_ == "of" for c in head.children)
    return _noun(head) and any(c.lower_ in _ONE for c in head.children)
