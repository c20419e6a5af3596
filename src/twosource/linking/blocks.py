"""Candidates for one claim: mentions that share a value or a pair of rare words.

Blocks are walked, not squared: each member meets the earliest few and the few just before it in
the canonical order, so that pairs grow with the number of mentions, and a new mention changes
nothing for those that came before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from twosource.linking.items import Item
from twosource.linking.names import fold
from twosource.linking.ranks import Rank, key
from twosource.linking.shelf import Postings, Reach
from twosource.linking.weights import weight
from twosource.model import ClaimKind

REACH = Reach(first=6, last=12, hot=24)  # in blocks of up to 19 all pairs are compared
RAREST = 4  # rarest stems of a content that make pair keys

POINTED = 2  # stems above which words that only point are alike by more than chance

Key = tuple[str, ...]


def keys(item: Item) -> Iterator[Key]:
    """The blocks a mention falls into."""
    values = item.mention.values
    if len(item.bag) > (POINTED if item.points else 1):
        yield ("text", *item.tokens)
    if item.points:
        return
    if values.figure is not None:
        for bound in {values.figure.low, values.figure.high} - {None}:
            group = fold(values.figure.group or "")
            yield ("figure", f"{bound:g}", values.figure.unit)
            if group:
                yield ("figure", f"{bound:g}", values.figure.unit, group)
    for number in item.numbers:
        if len(number) > 3:
            yield ("number", number)
    for place in values.places:
        if values.kind is ClaimKind.CONTROL:
            yield ("held", fold(place.name))
            if place.lat is not None and place.lon is not None:  # one town under two names
                yield ("held", f"{place.lat:.1f}", f"{place.lon:.1f}")
        for actor in values.actors:
            yield ("place", fold(place.name), values.kind.value, fold(actor))
    yield from _word_keys(item)


def _word_keys(item: Item) -> Iterator[Key]:
    """Pairs of rare stems, and every number with them."""
    rare = sorted(item.said, key=lambda stem: (-weight(stem), stem))
    for one, two in combinations(sorted(rare[:RAREST]), 2):
        yield ("words", one, two)
    for number in item.numbers:
        for stem in rare[: 2 * RAREST]:
            yield ("words", *sorted((number, stem)))


def marks(item: Item) -> tuple[int, ...]:
    """The same as numbers, each once."""
    return tuple(dict.fromkeys(key(*parts) for parts in keys(item)))


def met(mention: Rank, blocks: Postings) -> set[Rank]:
    """The earlier mentions that it is compared with."""
    found = blocks.before(mention, blocks.keys(mention), REACH)
    return {earlier for members in found for earlier in members}


def touched(mention: Rank, blocks: Postings) -> set[Rank]:
    """The later mentions that have it among those they are compared with."""
    return blocks.after(mention, blocks.keys(mention), REACH)
