"""People counted by naming them: "a man and his two sons were killed" counts three.

Only where every member of the list is one person or carries a number; "a man and his children" has
none. Names count where they are plainly persons'. A single one counts if introduced as unknown
("a woman was wounded"): somebody named is no count. "A double murder" counts its dead too, and who
kills himself after others is one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from twosource.grounding.groups import measured, people_class
from twosource.grounding.harm import Fate, fate, span_of
from twosource.grounding.numbers import Quantity, value
from twosource.grounding.own_deaths import own_death
from twosource.grounding.page import Page, inside
from twosource.lexicon import rows, table, words
from twosource.model import Measure, Mention, Polarity, Span

_REFLEXIVE = frozenset(("himself", "herself", "themself"))
_SINGLE = frozenset(("he", "she", "him", "her"))  # "killed her and three others" counts four
_ONE = frozenset(("a", "an", "another", "one"))
_HARMED = frozenset((Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED, Measure.MISSING))
_VICTIM_DEPS = frozenset(("nsubj", "nsubjpass", "dobj", "obj", "pobj", "ROOT", "attr"))


@dataclass(frozen=True, slots=True)
class Listed:
    """People counted by a list: their number, the words that list them, what befell them."""

    number: int
    span: Span
    fate: Fate
    head: Token


def listed(page: Page, mention: Mention) -> Listed | None:
    """The longest list of victims a mention names, or the dead of a "double murder"."""
    best: Listed | None = None
    for span in mention.content:
        for token in page.tokens(span):
            counts = token.dep_ in _VICTIM_DEPS or _dead_alone(token)
            found = _list_at(page, token, mention) if counts else None
            if found and (best is None or found.number > best.number):
                best = found
    return best or _multiple(page, mention)


def _dead_alone(number: Token) -> bool:
    """As in "left six dead", "six dead"."""
    return number.dep_ == "nummod" and measured(number.head) == Measure.KILLED


def _list_at(page: Page, head: Token, mention: Mention) -> Listed | None:
    if _nobody(head, mention):
        harmed = fate(head) or _harm_itself(head)
        return Listed(0, span_of(head), harmed, head) if harmed else None
    third = _one_more(head)
    bare = head.pos_ == "NUM"  # "left six dead before killing himself"
    if not third and not bare and not _person(head):
        return None
    harmed = fate(head)
    if harmed is None or harmed[0] not in _HARMED:
        return None
    members = [head, *(m for m in head.conjuncts if m.i > head.i)]
    counts = [_members(member) for member in members]
    if third:
        return Listed(1, span_of(head), harmed, head)
    if None in counts or not all(inside(span_of(m), mention.content) for m in members):
        return None
    total = sum(count for count in counts if count)
    last = members[-1]
    start, end = head.left_edge.idx, last.idx + len(last)
    stop = own_death(page.text, end) if harmed[0] is Measure.KILLED else None
    if stop is not None and stop <= page.sentence(start)[1]:
        return Listed(total + 1, (start, stop), harmed, head)
    if bare or (len(members) == 1 and not _unknown_one(head)):
        return None
    if all(_numbered(member) for member in members) and not _sexes_and_ages(members):
        return None  # numbers are read as numbers
    return Listed(total, (start, end), harmed, head)


def _nobody(token: Token, mention: Mention) -> bool:
    """As in "no one was hurt", "there were no casualties": none, said and not denied."""
    if mention.polarity is not Polarity.AFFIRMED:
        return False
    return token.lower_ in ("nobody", "none") or any(c.lower_ == "no" for c in token.children)


def _harm_itself(token: Token) -> Fate | None:
    """As in "no injuries were reported"."""
    name = measured(token) if token.pos_ == "NOUN" else None
    harm = name and Measure(name) in (*_HARMED, Measure.CASUALTIES)
    return (Measure(name), span_of(token)) if name and harm else None


def _one_more(token: Token) -> bool:
    """As in "killing two of its crew and injuring a third"."""
    article = any(c.lower_ == "a" for c in token.children)
    followed = any(c.i > token.i for c in token.children)
    return article and token.lower_ in words("reading", "ordinals") and not followed


def _person(token: Token) -> bool:
    if token.lower_ in _REFLEXIVE or _pair(token):
        return True
    if token.tag_ == "PRP":
        return token.lower_ in _SINGLE
    if token.pos_ == "PROPN":
        return token.ent_type_ == "PERSON" or people_class(token) is not None
    return token.pos_ == "NOUN" and people_class(token) is not None


def _pair(token: Token) -> int | None:
    """How many a noun for a fixed number of people stands for: "a couple", "his parents"."""
    number = table("grounding", "pairs").get(token.lower_)
    if number is None:
        return None
    own = (token.lower_, number, "own") in rows("grounding", "pairs")
    return int(number) if not own or any(c.dep_ == "poss" for c in token.children) else None


def _numbered(token: Token) -> bool:
    return any(c.dep_ == "nummod" for c in token.children) or token.pos_ == "NUM"


def _sexes_and_ages(members: Sequence[Token]) -> bool:
    """As in "two women and three children": five."""
    plain = words("reading", "sexes_and_ages")
    return len(members) > 1 and all(m.lemma_.lower() in plain for m in members)


def _members(token: Token) -> int | None:
    """How many one member of a list stands for; ``None`` where the text does not say."""
    if token.pos_ == "NUM" or not _person(token):
        number = value(token.text) if token.pos_ == "NUM" else None
        return int(number) if number else None
    pair = _pair(token)
    if pair:
        return pair
    for child in token.children:
        if child.dep_ == "nummod" and child.i < token.i:
            number = value(child.text)
            return int(number) if number and number == int(number) else None
    plural = token.tag_ in ("NNS", "NNPS")
    return None if plural else 1


def _unknown_one(head: Token) -> bool:
    """Is one person told of as a number would be: "a man", "another woman", "a couple"?"""
    if _pair(head):
        return not any(c.lower_ == "of" for c in head.children)
    return head.pos_ == "NOUN" and any(c.lower_ in _ONE for c in head.children)


@cache
def _multiples() -> re.Pattern[str]:
    names = "|".join(table("grounding", "multiples"))
    nouns = "murder|homicide|killing|slaying|execution|assassination|fatality"
    return re.compile(rf"\b(?P<n>{names})[\s-](?:fatal\s)?(?:{nouns})s?\b", re.IGNORECASE)


def _multiple(page: Page, mention: Mention) -> Listed | None:
    for span in mention.content:
        found = _multiples().search(page.text, *span)
        if found and not page.text[span[0] : found.start()].rstrip().endswith("attempted"):
            number = int(table("grounding", "multiples")[found["n"].casefold()])
            head = page.token_at(found.end() - 1)
            return Listed(number, found.span(), (Measure.KILLED, found.span()), head)
    return None


def as_quantity(found: Listed) -> Quantity:
    """The list as if it were written as a number."""
    return Quantity(found.number, found.number, "", None, found.span, found.span)
