"""Those hit whom the text tells dead elsewhere: "A boy was shot. The boy died in hospital".

They are no wounded. They are known again by a pronoun, their number, their age, the same noun or
"the victim"; by a name only where the death is told as the outcome of what was just told.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from twosource.grounding.groups import people_class
from twosource.grounding.harm import fate, span_of
from twosource.grounding.outcomes import beside, of_another_event, outcomes
from twosource.grounding.page import Page
from twosource.grounding.stated import Read, Rest
from twosource.lexicon import table, words
from twosource.model import Measure, Span
from twosource.reading.syntax import place

_LATER = 900  # code points within which a pronoun or a name may take somebody up
_SOON = 250  # the same where the text tells of several
_NEW = frozenset(("a", "an", "another"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_AGE = re.compile(r"\b(\w+)[-\s](year|month|week|day)s?[-\s]old\b", re.I)


def died(page: Page, read: Read) -> Rest | None:
    """Those hit as casualties, where all whom a figure of the wounded counts are told dead."""
    dead = _told_dead(page, read)
    return Rest(read.quantity, dead, Measure.CASUALTIES, "who died of it") if dead else None


def _told_dead(page: Page, read: Read) -> Span | None:
    whole, who = read.quantity, read.phrase.head
    if read.measure is not Measure.WOUNDED or whole.low is None or whole.low != whole.high:
        return None
    if any(_beside_others(t) for t in read.phrase.tokens):
        return None
    if whole.low > 1:
        return _all_of(page, whole.core[1], whole.low)
    if who is None or whole.low != 1 or _beside_others(who) or _beside_the_dead(page, who):
        return None
    if _alone(page, who):
        return _by_age(page, who) or _by_noun(page, who) or _in_the_end(page, who, _LATER)
    return _in_the_end(page, who, _SOON)


def _beside_others(noun: Token) -> bool:
    """As in "two others", "another man", "a second man"."""
    told = (noun, *noun.children)
    return any(t.lower_ in beside("count") or place(t) is not None for t in told)


def _beside_the_dead(page: Page, who: Token) -> bool:
    """As in "killed the girl and injured an 8-year-old girl": the death before is another's."""
    before = page.parsed.doc[who.sent.start : who.left_edge.i]
    return any(people_class(t) and _dead(t) for t in before if t.pos_ in ("NOUN", "PROPN"))


def _alone(page: Page, who: Token) -> bool:
    """Does the text tell of nobody else who was hit or killed as of a stranger, nor of several?"""
    for quantity in page.quantities:
        number = page.token_at(quantity.core[1] - 1)
        noun = number.head if number.dep_ == "nummod" else number
        if not quantity.unit and (quantity.high or 2) > 1 and _harmed(noun):
            return False
    new = (t for t in page.parsed.doc if any(c.lower_ in _NEW for c in t.children))
    strangers = (t for t in new if people_class(t) and t.pos_ == "NOUN" and _harmed(t))
    return all(_alike(who, t) and _same_age(page, who, t) for t in strangers)


def _harmed(noun: Token) -> bool:
    befell = fate(noun)
    return befell is not None and befell[0] in (Measure.KILLED, Measure.WOUNDED)


def _same_age(page: Page, one: Token, other: Token) -> bool:
    """Are they of one age, where the text tells the age of both?"""
    ages = [_AGE.search(page.text[t.left_edge.idx : t.idx + len(t)]) for t in (one, other)]
    told = {age.groups() for age in ages if age is not None}
    return len(told) < 2


def _dead(token: Token) -> bool:
    """Is somebody said to have died, or his death spoken of?"""
    befell = fate(token)
    return befell is not None and befell[0] is Measure.KILLED


def _all_of(page: Page, end: int, number: float) -> Span | None:
    """As in "Three were taken to hospital. The three died there", "all three", "both"."""
    for token in page.tokens((end, end + _SOON)):
        if token.lower_ == "both":
            same = number == 2
        else:
            value = table("grounding", "number_words").get(token.lower_, token.text)
            led = token.i > 0 and token.nbor(-1).lower_ in ("the", "all", "these")
            same = led and value == f"{number:g}"
        noun = token.head if token.dep_ in ("nummod", "det") else token
        if same and (noun == token or people_class(noun)) and _dead(noun):
            return span_of(token)
    return None


def _by_age(page: Page, who: Token) -> Span | None:
    """As in "a 6-year-old was shot", where "the 6-year-old" or "Ann Li, 6," is told dead."""
    left = page.text[who.left_edge.idx : who.idx + len(who)]
    aged = _AGE.search(left)
    if aged is None:
        return None
    own = (who.left_edge.idx, who.idx + len(who))
    for again in _AGE.finditer(page.text):
        noun = page.token_at(again.end() - 1)
        noun = noun.head if noun.dep_ in ("amod", "compound", "nmod") else noun
        same = [part.lower() for part in again.groups()] == [p.lower() for p in aged.groups()]
        if same and not own[0] <= again.start() < own[1] and _alike(who, noun) and _dead(noun):
            return again.span()
    number = re.escape(aged[1]) if aged[2].lower() == "year" else None
    for again in re.finditer(rf", {number}(?=,)", page.text) if number else ():
        name = page.token_at(again.start() - 1)
        if name.pos_ == "PROPN" and _dead(name):
            return again.span()
    return None


def _by_noun(page: Page, who: Token) -> Span | None:
    """As in "a boy was shot", where "the boy" or "the victim" is told dead after it."""
    after = page.parsed.doc[who.i + 1 :]
    if any(t.lemma_ == who.lemma_ and _beside_others(t) for t in after):
        return None
    for token in after:
        known = token.lemma_ == who.lemma_ or token.lemma_.lower() == "victim"
        if known and token.tag_ == "NN" and _definite(token) and _dead(token):
            return span_of(token)
    return None


def _definite(noun: Token) -> bool:
    return any(c.lower_ in ("the", "this") for c in noun.children)


def _in_the_end(page: Page, who: Token, within: int) -> Span | None:
    """As in "A boy was shot. He died in hospital", "Bo Eng, of Gao, was pronounced dead"."""
    for span in outcomes(page, (who.idx + len(who), who.idx + len(who) + within)):
        verbs = (t for t in page.tokens(span) if t.pos_ == "VERB")
        subject = next((c for v in verbs for c in v.children if c.dep_ in _SUBJECTS), None)
        if subject is None or list(subject.conjuncts) or of_another_event(page, span[0]):
            continue
        if any(_someone_else(t) for t in page.parsed.doc[who.i + 1 : subject.i]):
            return None
        doer = any(t.lemma_.lower() in _doers() for t in subject.subtree)
        if not doer and (subject.tag_ == "NNP" or _alike(who, subject)):
            return span
    return None


def _someone_else(token: Token) -> bool:
    """Is it another stranger who was hit, of whom a death told later may speak?"""
    new = token.pos_ == "NOUN" and any(c.lower_ in _NEW for c in token.children)
    return new and people_class(token) is not None and _harmed(token)


@cache
def _doers() -> frozenset[str]:
    plain = words("reading", "sexes_and_ages")
    return frozenset(row.split()[-1] for row in words("grounding", "doers")) - plain - {"he", "she"}


def _alike(who: Token, other: Token) -> bool:
    """May two words be for one person: "a boy" and "he", "a teenager" and "the boy"?"""
    for sort in ("m", "f"), ("grown", "young"):
        told = [s for s in sort for t in (who, other) if s in _told(t)]
        if len(set(told)) > 1:
            return False
    plain = words("reading", "sexes_and_ages")
    known = other.lemma_.lower() in (who.lemma_.lower(), "victim") or other.lower_ in ("he", "she")
    ages = {who.lemma_.lower(), other.lemma_.lower()} - {"old"}
    return known or ages <= plain


def _told(word: Token) -> list[str]:
    """What a noun or pronoun tells of sex and age."""
    told = table("grounding", "sexes")
    return (told.get(word.lower_) or told.get(word.lemma_.lower(), "")).split()
