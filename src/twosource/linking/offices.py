"""Where a text makes a person the voice of an institution: "X, director of Y", "X runs Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from twosource import lexicon
from twosource.linking.items import Item

BETWEEN = 60  # code points between a name and the office
REACH = 3 * BETWEEN  # code points between the two names
_ENDS = frozenset(".!?\n")


@cache
def _office() -> re.Pattern[str]:
    entries = sorted(lexicon.words("linking", "offices"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, entries)) + r")\b")


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _linked(between: str) -> bool:
    """Does a stretch of one sentence between two names hold an office near to both?"""
    if not _ENDS.isdisjoint(between):
        return False
    return any(
        office.start() <= BETWEEN and len(between) - office.end() <= BETWEEN
        for office in _office().finditer(between)
    )


def _in_order(text: str, one: str, other: str) -> bool:
    """Does ``other`` follow ``one`` with an office between them?"""
    for at in _places(text, one):
        end = at + len(one)
        for start in _places(text[end : end + REACH + len(other)], other):
            if _linked(text[end : end + start]):
                return True
    return False


def speaks_for(person: str, house: str, said: tuple[Item, ...]) -> bool:
    """Do the documents of the statements name ``person`` an officer of ``house``?

    The office stands between the two names, or before the person: "Y spokesman X".
    """
    texts = {item.document.id: item.document.text for item in said}
    return any(
        person in text
        and house in text
        and (_in_order(text, person, house) or _in_order(text, house, person))
        for text in texts.values()
    )
