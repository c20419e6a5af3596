"""Towns for orientation on a map: the largest of the gazetteer that lie in a box."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.grounding.gazetteer import everywhere
from twosource.publishing.atlas import Box

LEAST = 3_000  # inhabitants of a town that may help anybody to find the way


@dataclass(frozen=True, slots=True)
class Town:
    """A town; ``people`` its inhabitants."""

    name: str
    lon: float
    lat: float
    people: int


@cache
def _by_longitude() -> tuple[list[float], list[Town]]:
    found = sorted(
        (
            Town(entry.name, entry.lon, entry.lat, entry.people)
            for entry in everywhere("town")
            if entry.people >= LEAST
        ),
        key=lambda town: town.lon,
    )
    return [town.lon for town in found], found


@lru_cache(maxsize=256)
def towns(box: Box, most: int = 60) -> tuple[Town, ...]:
    """The largest towns in ``box``, largest first."""
    west, south, east, north = box
    longitudes, found = _by_longitude()
    inside = found[bisect_left(longitudes, west) : bisect_right(longitudes, east)]
    held = [town for town in inside if south <= town.lat <= north]
    return tuple(sorted(held, key=lambda town: (-town.people, town.name))[:most])
