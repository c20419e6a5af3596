"""The only part that compares documents: copies, claims, origins, conflicts, series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.linking.memory import Memory
from twosource.linking.relink import relink
from twosource.linking.shelf import JudgedPairs, Pair, Shelf
from twosource.model import Links, Reading

__all__ = ["JudgedPairs", "Memory", "Pair", "Shelf", "link", "relink"]


def link(
    readings: Sequence[Reading],
    apart: Iterable[Pair] = (),
    together: Iterable[Pair] = (),
) -> Links:
    """Link all readings; the result depends neither on their order nor on repetition.

    ``apart`` and ``together`` are pairs of mention ids that people have judged to be two claims or
    one; they always win, a split over a merge.
    """
    shelf = Memory()
    judged = JudgedPairs(tuple(sorted(set(apart))), tuple(sorted(set(together))))
    relink(shelf, come=readings, judged=judged)
    return shelf.links
