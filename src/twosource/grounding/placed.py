"""Victims told by their place in a count: "a third soldier died", "the fourth to be killed".

Such a word counts all so far where those before it are told of as suffering the same, or where it
is a death and nobody is told of yet. After "two were wounded" a third who dies is one.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.grounding.groups import measured, people_class
from twosource.grounding.harm import Fate, fate, span_of
from twosource.grounding.stated import HARMS, Before
from twosource.lexicon import words
from twosource.model import Measure
from twosource.reading.syntax import following, place


def placed(token: Token, before: Before) -> tuple[int, Fate] | None:
    """How many a numbered victim makes, and what befell him."""
    number = place(token) if _alone(token) else _of_noun(token)
    if number is None:
        return None
    harmed = fate(token) or _still_to(token)
    if harmed is None or harmed[0] not in HARMS:
        return None
    so_far = _all_so_far(number, harmed[0], before) or _has_died(token, number, before)
    return (number if so_far else 1), harmed


def one_more(head: Token, number: int) -> Token | None:
    """As in "two died at the scene and a third in hospital": the one whose verb is left out."""
    for token in head.doc[head.i + 3 : head.sent.end]:
        left, after = token.doc[token.i - 1], following(token)
        third = left.lower_ == "a" and place(token) == number + 1
        one = left.lower_ == "and" and token.lower_ in ("one", "another")
        if third and token.doc[token.i - 2].lower_ != "and":
            continue
        if (third or one) and after is not None and after.tag_ in ("IN", "RB") and _no_verb(token):
            return token
    return None


def _no_verb(token: Token) -> bool:
    """Is there none of its own after it, to the end of the clause?"""
    for here in token.doc[token.i + 1 : token.sent.end]:
        if here.is_punct:
            return True
        if here.pos_ in ("VERB", "AUX"):
            return False
    return True


def _alone(token: Token) -> bool:
    """As in "killing two of its crew and injuring a third"."""
    article = any(c.lower_ == "a" for c in token.children)
    return article and place(token) is not None and not any(c.i > token.i for c in token.children)


def _of_noun(noun: Token) -> int | None:
    if noun.pos_ != "NOUN" or people_class(noun) is None or noun.tag_ == "NNS":
        return None
    found = (place(c) for c in noun.children if c.dep_ == "amod" and c.i < noun.i)
    return next((number for number in found if number), None)


def _still_to(noun: Token) -> Fate | None:
    """As in "the fourth soldier to die this week", "to be killed"."""
    for verb in noun.children:
        name = measured(verb)
        to = any(c.lower_ == "to" for c in verb.children)
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        if verb.i > noun.i and to and name and (passive or verb.lemma_ == "die"):
            return Measure(name), span_of(verb)
    return None


def _has_died(noun: Token, number: int, before: Before) -> bool:
    """As in "a second victim has died", where no count of the dead is told yet: two have."""
    some = f"{noun.lower_}s" in words("grounding", "victims")
    some = some and any(c.lower_ == "a" for c in noun.children)
    dying = noun.dep_ == "nsubj" and noun.head.lemma_ == "die"
    told = any(sort is Measure.KILLED for sort, _ in before.harmed)
    return number == 2 and some and dying and not told


def _all_so_far(number: int, measure: Measure, before: Before) -> bool:
    told = [sort for sort, count in before.harmed if count == number - 1]
    if told:
        return measure in told
    return number > 2 and (measure is Measure.KILLED or not before.harmed)
