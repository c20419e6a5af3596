"""Those who lived of those who were hit: "five were shot, one fatally" wounds four and kills one.

What is said of all who were hit counts no wounded; the dead among them are taken off where the text
numbers them. Where it calls them wounded itself, their number stands as it is printed. "Five others
were shot" and "one died in a second raid" are counts beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from twosource.grounding.groups import measured, people_class
from twosource.grounding.harm import fate, takes_object
from twosource.grounding.numbers import Quantity
from twosource.grounding.outcomes import beside, of_another_event, outcomes
from twosource.grounding.page import Page
from twosource.grounding.parts import led_by, of_the, of_them
from twosource.grounding.stated import Read, Rest
from twosource.lexicon import table, words
from twosource.model import Measure, Span
from twosource.reading.syntax import following

_OF_ALL = re.compile(r"^\W*of\s+(?:the\s+)?$", re.I)  # "Of the 14 wounded, three died"
_LATER = 900  # code points within which a later sentence may tell of one of them
_FINITE = frozenset(("VBD", "VBN", "VBP", "VBZ", "JJ", "RB"))


def rest(page: Page, read: Read) -> Rest | None:
    """The wounded that remain of those a read counts; ``None`` where no dead are taken off."""
    whole = read.quantity
    sort = _sort(page, read) if read.measure is Measure.WOUNDED else None
    if sort in (None, "wounded") or not _plain(whole):
        return None
    if any(t.lower_ in beside("count") for t in read.phrase.tokens):
        return None
    for part in _after(page, whole):
        if _is_part(page, whole, part, everyone=sort == "hit"):
            return Rest(_without(whole, _number(part)), part.core)
    dying = (_dying(page, whole) or _named_dead(page, whole)) if sort == "hit" else None
    return Rest(_without(whole, 1), dying) if dying else None


def _sort(page: Page, read: Read) -> str | None:
    if read.trigger is None:
        return None
    word = page.token_at(read.trigger[0])
    hits = table("grounding", "hits")
    return hits.get(word.lemma_.lower()) or hits.get(word.lower_)


def _plain(quantity: Quantity) -> bool:
    """One whole number of people, open upwards or not ("at least five")."""
    number = quantity.low
    return number is not None and quantity.high in (number, None) and number > 1


def _number(quantity: Quantity) -> float:
    return quantity.low or 0


def _without(whole: Quantity, dead: float) -> Quantity:
    low = (whole.low or 0) - dead
    high = None if whole.high is None else whole.high - dead
    return replace(whole, low=low, high=high)


def _after(page: Page, whole: Quantity) -> Iterator[Quantity]:
    """The smaller whole numbers after one, to the end of its sentence and a little further."""
    end = max(page.sentence(whole.core[0])[1], whole.core[1] + _LATER)
    for other in page.quantities_near((whole.core[1], end)):
        counts = other.core[0] >= whole.core[1] and other.unit == "" and other.low == other.high
        if counts and 0 < _number(other) < (whole.low or 0):
            yield other


def _is_part(page: Page, whole: Quantity, part: Quantity, *, everyone: bool) -> bool:
    own = page.sentence(whole.core[0])
    here = own[0] <= part.core[0] < own[1]
    some = _some(page, whole, part)
    among = here and led_by(page.text, part, "among")
    number = page.token_at(part.core[1] - 1)
    if not (some or among or (everyone and _alone(number))):
        return False  # "28 people were shot and ten people killed"
    stretch = _clause(page, part)
    if any(t.lower_ in beside("count") for t in stretch[:2]):
        return False
    if not some and any(t.lower_ in beside("event") for t in stretch):
        return False
    return _died(number, stretch)


def _some(page: Page, whole: Quantity, part: Quantity) -> bool:
    """As in "one of them", "two of the wounded", "one of the soldiers" where soldiers were hit."""
    if _OF_ALL.search(page.text, *(page.sentence(whole.core[0])[0], whole.span[0])):
        return page.sentence(part.core[0]) == page.sentence(whole.core[0])
    end = of_the(page.text, part)
    if end is None:
        return of_them(page.text, part) and not _others_between(page, whole, part)
    told = page.token_at(whole.core[1] - 1).head.lemma_.lower()
    named = page.tokens((end, end + 40))[:4]
    return any(t.lower_ in words("grounding", "victims") or t.lemma_.lower() == told for t in named)


def _others_between(page: Page, whole: Quantity, part: Quantity) -> bool:
    """Are others counted in between, of whom it is rather a part?"""
    after = max(whole.core[1], page.sentence(whole.core[0])[1])
    return any(
        after <= other.core[0] and other.core[1] <= part.core[0] and _number(other) > _number(part)
        for other in page.quantities_near((after, part.core[0]))
    )


def _alone(number: Token) -> bool:
    """As in "One later died", "Two victims were dead": some of those just told of."""
    after = following(number)
    if after is not None and after.lower_ == "of":
        return False
    noun = number.head if number.dep_ == "nummod" else None
    return noun is None or noun.lemma_.lower() == "victim"


def _clause(page: Page, part: Quantity) -> list[Token]:
    """The words after a number up to the next one, a semicolon or the end of its sentence."""
    end = page.sentence(part.core[0])[1]
    for other in page.quantities_near((part.core[1], end)):
        if other.core[0] >= part.core[1]:
            end = min(end, other.span[0])
    tokens = page.tokens((part.core[1], end))
    stop = next((n for n, t in enumerate(tokens) if t.text == ";"), len(tokens))
    return tokens[:stop]


def _died(number: Token, stretch: list[Token]) -> bool:
    """Do the words after a number, or the one that governs it, say that they are dead?"""
    noun = number.head if number.dep_ == "nummod" and number.head.i > number.i else number
    if noun == number or people_class(noun):
        befell = fate(noun)
        if befell and befell[0] is Measure.KILLED:
            return True
    for token in stretch:
        if token.dep_ == "neg":
            return False
        dead = measured(token) == "killed" and token.tag_ in _FINITE
        if dead and not takes_object(token):
            return True
    return False


def _dying(page: Page, whole: Quantity) -> Span | None:
    """As in "12 people were shot. Ann Li died of her wounds": one of them, by name."""
    start, end = page.sentence(whole.core[0])
    if any(measured(t) == "killed" for t in page.tokens((start, whole.core[0]))):
        return None  # "one man was killed when five were shot": he is told of
    for span in outcomes(page, (whole.core[1], max(end, whole.core[1] + _LATER))):
        verb = next((t for t in page.tokens(span) if t.pos_ == "VERB"), None)
        if verb and _one_person(verb) and not of_another_event(page, span[0]):
            return span
    return None


def _named_dead(page: Page, whole: Quantity) -> Span | None:
    """As in "Ann Li was one of five people shot", where the text says that Ann Li was killed."""
    number = page.token_at(whole.core[1] - 1)
    noun = number.head if number.dep_ == "nummod" else number
    one = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if one is None or one.lower_ != "one" or one.dep_ != "attr":
        return None
    who = next((c for c in one.head.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    if who is None:
        return None
    for token in page.parsed.doc:
        same = token.text == who.text and token.dep_ in ("nsubj", "nsubjpass")
        befell = fate(token) if same else None
        if befell and befell[0] is Measure.KILLED:
            return befell[1]
    return None


def _one_person(verb: Token) -> bool:
    """Does a verb of dying tell of one person: "Ann Li", "he", "the man"?"""
    who = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if who is None or list(who.conjuncts):
        return False
    if who.tag_ == "PRP":
        return who.lower_ in ("he", "she")
    return who.tag_ == "NNP" or (who.tag_ == "NN" and people_class(who) is not None)
