"""The members of a list of people, and how many each stands for.

The parse joins "a man, a woman and a child" in several ways: by conjunction, as an apposition, as
two subjects of one verb; "along with his two sons" stands apart. An apposition that only says who
they are ("three men, a nurse and two drivers") adds nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from twosource.grounding.groups import measured, people_class
from twosource.grounding.harm import GATHERED, Fate, by_clause, span_of, tells
from twosource.grounding.numbers import value
from twosource.lexicon import rows, table, words
from twosource.model import Measure
from twosource.reading.syntax import torn_off

_NOUNS = frozenset(("NOUN", "PROPN"))
_OWN = frozenset(("det", "poss", "nummod"))
_DASHES = frozenset("-–—")


@cache
def _words(sort: str) -> frozenset[str]:
    """The words of one sort in ``data/member_words.tsv``."""
    return frozenset(word for word, found in rows("grounding", "member_words") if found == sort)


def joined(head: Token) -> list[Token]:
    """The nouns of the list that a noun begins, itself first."""
    members = [head, *(m for m in head.conjuncts if m.i > head.i)]
    named = next((c for c in head.children if c.dep_ == "appos" and c.pos_ in _NOUNS), None)
    if named is not None:
        inner = [m for m in _row(named) if m not in members]
        after = [m for m in members if m.i > named.i]
        if _spelt_out(head, inner):
            members = [*inner, *after]
        elif _explains(head, named, [*inner, *after]):
            members = [m for m in members if m.i < named.i]
        elif _lists(head, inner):
            members += inner
    for other in head.head.children:
        if other.dep_ == head.dep_ and _next_to(head, other):
            members += [other, *(m for m in other.conjuncts if m.i > other.i)]
    torn = torn_off(head) if head.dep_ == "dobj" else None
    if torn is not None:
        members += [torn, *(m for m in torn.conjuncts if m.i > torn.i)]
    if head.dep_ == "dobj":  # "killing a couple and their child", where the parse joins the verb
        further = [m for m in head.head.children if m.dep_ == "conj" and m.pos_ == "NOUN"]
        members += [m for m in further if person(m) and m.left_edge.i - 2 == head.right_edge.i]
    of = head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else None
    if of is not None and not person(of.head):  # "the bodies of three women and a boy"
        further = [m for m in of.head.conjuncts if m.i > head.i]
        members += [m for m in further if person(m) or _some_of_people(m)]
    return _without_name(sorted(set(members), key=lambda t: t.i))


def _without_name(members: list[Token]) -> list[Token]:
    """As in "his aunt and her friend, Bo Eng,": the name behind the last of a list is his."""
    if len(members) < 3 or members[-1].pos_ != "PROPN" or members[-2].tag_ != "NN":
        return members
    edges = [m.doc[m.left_edge.i - 1].lower_ for m in members[-2:]]
    return members[:-1] if edges == ["and", ","] else members


def _row(first: Token) -> list[Token]:
    """A noun and those joined to it, or to its name: "her husband Bo Eng and their son"."""
    names = [c for c in first.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    joined_to = (m for t in (first, *names) for m in t.conjuncts)
    return [first, *(m for m in joined_to if m.i > first.i)]


def _spelt_out(head: Token, inner: Sequence[Token]) -> bool:
    """As in "the victims, a man and a woman,": the list says who and how many they are."""
    many = head.tag_ == "NNS" and not numbered(head)
    ours = (m.pos_ == "PROPN" or any(c.dep_ in _OWN for c in m.children) for m in inner)
    return many and len(inner) > 1 and all(ours) and head.doc[inner[0].left_edge.i - 1].text == ","


def _some_of_people(number: Token) -> bool:
    """As in "two of their children"."""
    of = next((c for c in number.children if c.lower_ == "of"), None)
    return number.pos_ == "NUM" and of is not None and any(person(c) for c in of.children)


def stranger(token: Token, members: Sequence[Token]) -> bool:
    """Is it a name the recogniser missed, in a list of people: "killed Bo Eng and his wife"?"""
    whole = any(c.dep_ == "compound" for c in token.children) or _aged_name(token)
    whole = whole or _surname(token)
    others = (m for m in members if m != token)
    told = _aged_name(token) or any(person(m) or _aged_name(m) for m in others)
    return whole and told and token.tag_ == "NNP"


def _aged_name(token: Token) -> bool:
    """As in "Lindsay, 24,"."""
    ages = (c for c in token.children if c.dep_ in ("appos", "nummod") and c.i > token.i)
    return token.pos_ == "PROPN" and any(c.text.isdigit() and len(c) < 3 for c in ages)


def _surname(token: Token) -> bool:
    """Is somebody of that name told of in full elsewhere: "Ann Li", then "Li and her son"?"""
    alone = token.pos_ == "PROPN" and not any(True for c in token.children if c.i < token.i)
    return alone and any(
        t.text == token.text and t.ent_type_ == "PERSON" and t.ent_iob_ == "I" for t in token.doc
    )


def company(head: Token) -> list[Token]:
    """Those told of as with somebody: "killed along with his daughter and a neighbour"."""
    beside = (c for t in (head, head.head) for c in t.children if c.i > head.i)
    preps = (c for c in beside if c.lower_ in _words("with"))
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
    if len(rest) < 2:
        return False
    kin = any(c.tag_ == "PRP$" for c in rest[0].children)  # "Ann Li, her husband and a neighbour"
    if not kin and (head.pos_ == "PROPN") != all(m.pos_ == "PROPN" for m in rest):
        return False
    helpers = (c for c in head.head.children if c.dep_ in ("aux", "auxpass"))
    if any(c.lower_ in _words("singular") for c in helpers):
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
    if last == head:
        return None
    of = next((c for c in last.children if c.lower_ == "of"), None)
    nouns = [last, *(c for c in of.children if c.dep_ == "pobj")] if of is not None else [last]
    for noun in nouns:
        told = [c for c in noun.children if c.dep_ == "amod" and c.i > noun.i]
        dead = next((c for c in told if measured(c)), None)
        if dead is not None and tells(head.head):  # "found a nurse and a guard dead"
            return Measure(measured(dead) or ""), span_of(dead)
        clauses = [c for c in noun.children if c.dep_ == "relcl"]
        plural = any(t.lower_ in _words("plural") for c in clauses for t in c.children)
        left = tells(head.head) and any(c.dep_ == "acl" for c in noun.children)
        found = by_clause(noun) if plural or left else None
        if found:
            return found
    return None


def person(token: Token) -> bool:
    """Does a word stand for one person, or for people: by name, pronoun or noun?"""
    if token.lower_ in ("both", "another") and token.dep_ not in ("preconj", "det"):
        return True
    if token.lower_ in _words("reflexive") or _pair(token):
        return True
    if token.tag_ == "PRP":
        return token.lower_ in _words("single")
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
    if token.lemma_.lower() in GATHERED and not numbered(token):
        token = next(_of(token), token)  # "a family of five"
        if token.pos_ != "NUM":
            return None
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


def _of(noun: Token) -> Iterator[Token]:
    return (c for of in noun.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj")


def _both(token: Token) -> bool:
    """As in "both were killed", "both pilots were killed"."""
    if token.lower_ == "both":
        return True
    told = (c for c in token.children if c.lower_ == "both")
    return any(c.dep_ not in ("preconj", "appos") for c in told)  # not "Ann and Bo both died"


def unknown(head: Token) -> bool:
    """Is one person told of as a number would be: "a man", "another woman", "a couple", "both"?"""
    if _both(head) or head.lower_ == "another":
        return True
    if _pair(head):
        return not any(c.lower_ == "of" for c in head.children)
    named = head.pos_ == "PROPN" and people_class(head) is not None  # "a Marine", "a Ruritanian"
    return (_noun(head) or named) and any(c.lower_ in _words("one") for c in head.children)
