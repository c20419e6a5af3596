"""Who is said to hold what: claims of control on a map, by the party they name and by day.

A mark says who is *named* in a claim of control, not who holds the place. Every party has a letter
and a colour; a place with several claims has a mark for each party named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from twosource.model import Status
from twosource.publishing import phrases
from twosource.publishing.atlas import Projection

APART = 15.0  # pixels between places whose marks are both drawn
STEM = 16.0  # pixels from a place up to its marks
PLACES = 200  # with marks; the list has them all
PARTIES = 6  # with a colour of their own; others share one
NOBODY_NAMED = "no party named"


class Held(Protocol):
    """A claim of control at one place."""

    @property
    def claim(self) -> str: ...  # noqa: D102
    @property
    def parties(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def place(self) -> str: ...  # noqa: D102
    @property
    def lat(self) -> float | None: ...  # noqa: D102
    @property
    def lon(self) -> float | None: ...  # noqa: D102
    @property
    def date(self) -> str: ...  # noqa: D102
    @property
    def status(self) -> Status: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Party:
    """A party of the legend; ``shade`` numbers its colour."""

    name: str
    letter: str
    shade: int
    claims: int


@dataclass(frozen=True, slots=True)
class Flag:
    """One mark: a party named at a place. It stands above the place, on a stem of `STEM` pixels."""

    party: Party
    place: str
    x: float
    y: float
    contested: bool
    title: str


@dataclass(frozen=True, slots=True)
class Holders:
    """The marks of a map and their legend; ``unplaced``: claims without coordinates.

    ``crowded``: places whose marks would cover those of places with more claims.
    """

    flags: tuple[Flag, ...]
    parties: tuple[Party, ...]
    unplaced: int
    crowded: int


def _named(point: Held) -> str:
    return point.parties[0] if point.parties else NOBODY_NAMED


def parties(points: Sequence[Held]) -> tuple[Party, ...]:
    """Everybody named first in a claim of control, most claims first."""
    counted = Counter(_named(point) for point in points)
    ordered = sorted(counted.items(), key=lambda i: (i[0] == NOBODY_NAMED, -i[1], i[0]))
    return tuple(
        Party(
            name,
            "?" if name == NOBODY_NAMED else chr(ord("A") + at) if at < 26 else "·",
            PARTIES if name == NOBODY_NAMED or at >= PARTIES else at,
            many,
        )
        for at, (name, many) in enumerate(ordered)
    )


def holders(points: Sequence[Held], projection: Projection, until: str = "") -> Holders:
    """Lay the claims out that hold for ``until`` (ISO day) or before."""
    legend = {party.name: party for party in parties(points)}
    order = {name: at for at, name in enumerate(legend)}
    places: dict[tuple[str, float, float], dict[str, list[Held]]] = {}
    unplaced = 0
    for point in points:
        if until and point.date[:10] > until:
            continue
        if point.lat is None or point.lon is None:
            unplaced += 1
            continue
        here = places.setdefault((point.place, point.lat, point.lon), {})
        here.setdefault(_named(point), []).append(point)
    flags: list[Flag] = []
    crowded = 0
    most = sorted(places.items(), key=lambda item: -sum(map(len, item[1].values())))
    for (place, lat, lon), named in most[:PLACES]:
        x, y = projection(lon, lat)
        if not (-20 < x < projection.width + 20 and -20 < y < projection.height + 20):
            continue
        if any(abs(f.x - x) < APART and abs(f.y + STEM - y) < APART for f in flags):
            crowded += 1
            continue
        ordered = sorted(named.items(), key=lambda item: order[item[0]])
        left = x - 9.0 * (len(ordered) - 1)
        for at, (name, own) in enumerate(ordered):
            flags.append(_flag(legend[name], place, own, (left + 18 * at, y - STEM)))
    return Holders(tuple(flags), tuple(legend.values()), unplaced, crowded)


def _flag(party: Party, place: str, own: Sequence[Held], at: tuple[float, float]) -> Flag:
    latest = max(own, key=lambda point: point.date)
    contested = any(point.status is Status.CONTESTED for point in own)
    said = phrases.counted(len(own), "claim of control", "claims of control")
    return Flag(
        party=party,
        place=place,
        x=round(at[0], 1),
        y=round(at[1], 1),
        contested=contested,
        title=f"{place}: {said} naming {party.name}, latest {phrases.day(latest.date)}"
        + (", contested" if contested else ""),
    )
