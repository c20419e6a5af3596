"""What "the town", "the republic" or "there" stand for: the place of that sort named before.

A place the text itself calls a town ("Ruritz, the fortress town") is "the town" before any other;
"the capital" is a capital; "this town" is the one that the text was filed from. Where nothing fits,
nothing is taken up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from twosource.grounding.page import Page
from twosource.grounding.places import Located
from twosource.grounding.toponyms import feature_words
from twosource.model import Precision, Span
from twosource.reading.states import state_named

_BACK = re.compile(
    r"\b(?:(?P<there>there)|(?:the|that|its|our|(?P<this>this))\s+(?:\w+\s+)?(?P<noun>town|city|village|settlement|"
    r"port|capital|district|region|province|republic|enclave|exclave|territory|island|area)(?:'s|’s)?)"
    r"\b(?!\s+of\s+[A-Z])",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(r"['’]s\b|\s+(?:is|are|was|were|has|have|had|will|may|can|could)\b", re.I)
_NAMED_NEXT = re.compile(r"(?:['’]s)?,?\s+[A-Z]")
_TOWN = (Precision.CITY, Precision.POINT, Precision.UNKNOWN)
_FINE = (*_TOWN, Precision.DISTRICT)
_WANTED = {
    "district": (Precision.DISTRICT, Precision.CITY),
    "area": _FINE,
    "region": (Precision.REGION,),
    "province": (Precision.REGION,),
    "republic": (Precision.REGION, Precision.COUNTRY),
    "enclave": (Precision.REGION, Precision.DISTRICT),
    "exclave": (Precision.REGION, Precision.DISTRICT),
    "territory": (Precision.REGION,),
    "island": (Precision.REGION, Precision.COUNTRY),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A phrase that takes up a place: the place meant (``None``: none fits), and the words."""

    place: Located | None
    span: Span
    noun: str


def called(found: Located, page: Page) -> frozenset[str]:
    """The words for sorts of places that the text itself uses of a name."""
    doc = page.parsed.doc
    last = doc[found.toponym.last]
    first = doc[found.toponym.first]
    words: set[str] = set()
    if first.i > 1 and first.nbor(-1).lower_ == "of":
        words.add(doc[first.i - 2].lemma_.lower())
    near: list[Token] = [child for child in last.children if child.dep_ == "appos"]
    if last.dep_ in ("appos", "compound"):
        near.append(last.head)
    if first.i > 1 and first.nbor(-1).text == "," and doc[first.i - 2].pos_ != "PROPN":
        near.append(doc[first.i - 2])  # but not in "QUEZON CITY, Philippines"
    if last.i + 1 < len(doc):
        near.append(last.nbor())
    words.update(token.lemma_.lower() for token in near)
    return frozenset(words & feature_words())


def _fits(found: Located, noun: str, page: Page) -> bool:
    if noun == "capital":
        state = state_named(found.toponym.name)
        return state is not None and state.name != found.toponym.name
    return found.place.precision in wanted(noun)


def wanted(noun: str) -> tuple[Precision, ...]:
    """What sorts of places a noun may stand for."""
    return _WANTED.get(noun, _TOWN)


def _meant(page: Page, noun: str, before: Sequence[Located]) -> Located | None:
    last = None
    for found in before:
        if noun in called(found, page):
            last = found
    if last is not None:
        return last
    fitting = [found for found in before if _fits(found, noun, page)]
    return fitting[-1] if fitting else None


def taken_up(
    page: Page,
    content: Span,
    before: Sequence[Located],
    there: Located | None,
    filed: Located | None = None,
) -> Taken | None:
    """The first phrase of a content that takes up a place; ``there`` is where the last event was.

    ``before`` are the places named until the content ends, in order; ``filed`` is the dateline's.
    """
    for match in _BACK.finditer(page.text, *content):
        if match["there"]:
            if _EXPLETIVE.match(page.text, match.end()):
                continue
            near = [f for f in before if f.toponym.span[1] <= match.start()]
            sentence = page.sentence(match.start())
            here = [f for f in near if f.toponym.span[0] >= sentence[0]]
            fine = [f for f in here or near if f.place.precision in (*_FINE, Precision.REGION)]
            meant = fine[-1] if fine and (here or there is None) else there
            return Taken(meant, match.span(), "there")
        if _NAMED_NEXT.match(page.text, match.end()):
            continue  # "the capital, Ruritz"
        noun = match["noun"].casefold()
        if match["this"] and filed is not None and _fits(filed, noun, page):
            return Taken(filed, match.span(), noun)
        named = [f for f in before if f.toponym.span[1] <= match.start()]
        return Taken(_meant(page, noun, named), match.span(), noun)
    return None
