"""Where a text itself says that one source took its matter from another."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.linking.items import Item
from twosource.linking.sourcing import names_it, phrases
from twosource.linking.words import sentences

AFTER = 350  # code points after a statement within which its sourcing may be explained


def _holds(start: int, stop: int, item: Item, members: Sequence[Item]) -> bool:
    """Does the stretch hold a member other than ``item``?"""
    return any(
        start < to and since < stop
        for member in members
        if member.document.id == item.document.id and member.at != item.at
        for since, to in member.mention.content
    )


def rests_on(item: Item, names_of_others: frozenset[str], members: Sequence[Item]) -> str:
    """The sentence at or after a statement that derives it from one of the names; else ``""``.

    A sentence that holds another of the claim's ``members`` speaks of that one's source.
    """
    if not item.mention.content:
        return ""
    text, end = item.document.text, item.mention.content[-1][1]
    if not phrases().search(text, max(0, end - AFTER), end + 2 * AFTER):
        return ""
    for start, stop in sentences(text[: end + 2 * AFTER]):
        if (
            stop < end
            or start > end + AFTER
            or (start >= end and _holds(start, stop, item, members))
        ):
            continue
        sentence = text[start:stop]
        for phrase in phrases().finditer(sentence):
            if start + phrase.end() < end:
                continue
            if any(names_it(sentence[phrase.end() :], name) for name in names_of_others):
                return " ".join(sentence.split())
    return ""
