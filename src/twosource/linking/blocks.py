"""Candidates for one claim: mentions that share a value or a pair of rare words.

Blocks that grow hot are walked, not squared: each member meets the few members just before it in
the canonical order and the earliest ones, so that pairs grow with the number of mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from twosource.linking.items import Item
from twosource.linking.names import fold
from twosource.linking.weights import weight
from twosource.model import ClaimKind

HOT = 24  # members up to which all pairs are compared
BEFORE = 8  # neighbours before it that a member of a hot block meets
EARLIEST = 3
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


def pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of one block that are compared; ``members`` in canonical order."""
    if len(members) <= HOT:
        yield from combinations(members, 2)
        return
    for place, later in enumerate(members):
        for earlier in members[: min(place, EARLIEST)]:
            yield earlier, later
        for earlier in members[max(EARLIEST, place - BEFORE) : place]:
            yield earlier, later


def candidates(found: Sequence[Item]) -> tuple[tuple[int, int], ...]:
    """All pairs to compare, earlier mention first, each once, sorted."""
    block: dict[Key, list[int]] = defaultdict(list)
    for item in found:
        for key in dict.fromkeys(keys(item)):
            block[key].append(item.at)
    met = {pair for members in block.values() if len(members) > 1 for pair in pairs(members)}
    return tuple(sorted(met))
