"""Where claims lie: a drawn map whose marks are no more exact than the text.

A point or a town is a dot; a district or a region is a soft disc that says "somewhere about here";
a country is its whole outline. Places without coordinates stand in the list only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from twosource.model import Place, Precision, Status
from twosource.publishing.atlas import Box, Projection, country_at, outlines
from twosource.publishing.book import Book
from twosource.publishing.towns import Town, towns
from twosource.publishing.views.common import ClaimLine

WIDTH = 760.0
WORLD: Box = (-180.0, -58.0, 180.0, 80.0)
FAR_KM, LEAST_KM = 1500.0, 120.0  # what lies beyond is on the wider map only
AREA_KM = {Precision.DISTRICT: 18.0, Precision.REGION: 60.0}
_LEAST_PX = {Precision.DISTRICT: 9.0, Precision.REGION: 16.0}
LABELLED = 120  # places that may get their name drawn
TOWNS = 14  # drawn for orientation
WIDEST = 40.0  # degrees of longitude beyond which towns orientate nobody
_CHAR = 6.3  # pixels a letter of a label takes


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place with the claims about it; ``key`` is its number in the filter of claims."""

    name: str
    precision: Precision
    lat: float | None
    lon: float | None
    key: str
    claims: int
    contested: int


@dataclass(frozen=True, slots=True)
class Spot:
    """One mark: ``radius`` in pixels, ``area`` where it is a disc rather than a dot."""

    place: PlaceLine
    x: float
    y: float
    radius: float
    area: bool
    label_x: float | None = None
    label_y: float | None = None
    label_anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Land:
    """One country's outline; ``place`` where a claim is about the whole of it."""

    path: str
    place: PlaceLine | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A town for orientation, with its name where that collides with nothing."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Map:
    """One drawing; ``bar_km`` is the length of the scale bar of ``bar`` pixels.

    ``towns`` are there for orientation only: no claim is about them.
    """

    title: str
    width: float
    height: float
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]
    bar: float
    bar_km: int
    towns: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """All maps and the list."""

    maps: tuple[Map, ...]
    lines: tuple[PlaceLine, ...]


def place_lines(
    book: Book, lines: Mapping[str, ClaimLine], keys: Mapping[str, str]
) -> tuple[PlaceLine, ...]:
    """Count claims by place, those with most first."""
    claims: dict[Place, set[str]] = {}
    for claim in book.links.claims:
        for place in claim.places:
            bare = replace(place, spans=(), admin=None, country=None)
            claims.setdefault(bare, set()).add(claim.id)
    found = [
        PlaceLine(
            name=place.name,
            precision=place.precision,
            lat=place.lat,
            lon=place.lon,
            key=keys.get(place.name, ""),
            claims=len(own),
            contested=sum(lines[c].status is Status.CONTESTED for c in own if c in lines),
        )
        for place, own in claims.items()
    ]
    return tuple(sorted(found, key=lambda p: (-p.claims, p.name, p.precision)))


def _located(lines: Sequence[PlaceLine]) -> list[tuple[float, float, PlaceLine]]:
    return [
        (p.lon, p.lat, p)
        for p in lines
        if p.lat is not None and p.lon is not None and abs(p.lat) <= 90 and abs(p.lon) <= 180
    ]


def _box(points: Sequence[tuple[float, float, PlaceLine]]) -> Box:
    """A box about the points with room around them, neither too flat nor too narrow."""
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    high = max(north - south, 1.2) * 1.3
    middle = (south + north) / 2
    probe = Projection((west, middle - high / 2, east + 1e-6, middle + high / 2), WIDTH)
    wide = max((east - west) * 1.25, high / probe.squeeze * 1.45)
    high = max(high, wide * probe.squeeze / 2.1)
    center = (west + east) / 2
    low, top = max(-89.0, middle - high / 2), min(89.0, middle + high / 2)
    return center - wide / 2, low, center + wide / 2, top


Taken = list[tuple[float, float, float, float]]


def _labelled(spots: Sequence[Spot], width: float, height: float, taken: Taken) -> tuple[Spot, ...]:
    """Give labels to the places with most claims first, where they collide with nothing."""
    taken += [(s.x - 4, s.y - 4, s.x + 4, s.y + 4) for s in spots if not s.area]
    done: list[Spot] = []
    ordered = sorted(spots, key=lambda s: (-s.place.claims, s.place.name))
    done += ordered[LABELLED:]
    for spot in ordered[:LABELLED]:
        long = len(spot.place.name) * _CHAR
        reach = 4.0 if spot.area else spot.radius + 3
        offers = (
            (spot.x + reach, spot.y + 4, "start", spot.x + reach),
            (spot.x - reach, spot.y + 4, "end", spot.x - reach - long),
            (spot.x, spot.y - reach - 2, "middle", spot.x - long / 2),
            (spot.x, spot.y + reach + 10, "middle", spot.x - long / 2),
        )
        for x, y, side, left in offers:
            box = (left, y - 10, left + long, y + 3)
            inside = left > 2 and left + long < width - 2 and 12 < y < height - 4
            if inside and _free(box, taken):
                taken.append(box)
                spot = replace(spot, label_x=round(x, 1), label_y=round(y, 1), label_anchor=side)
                break
        done.append(spot)
    return tuple(sorted(done, key=lambda s: (not s.area, -s.radius)))


def _free(box: Box, taken: Taken) -> bool:
    return not any(a < box[2] and c > box[0] and b < box[3] and d > box[1] for a, b, c, d in taken)


def _marks(found: Sequence[Town], projection: Projection, taken: Taken) -> tuple[Mark, ...]:
    """The largest towns that leave the names of places of claims alone."""
    drawn: list[Mark] = []
    for town in found:
        x, y = projection(town.lon, town.lat)
        box = (x - 4, y - 10, x + 8 + len(town.name) * _CHAR, y + 5)
        inside = box[0] > 2 and box[2] < projection.width - 2 and 14 < y < projection.height - 24
        if inside and _free(box, taken):
            taken.append(box)
            drawn.append(Mark(town.name, round(x, 1), round(y, 1)))
        if len(drawn) == TOWNS:
            break
    return tuple(drawn)


def _spot(place: PlaceLine, lon: float, lat: float, projection: Projection) -> Spot:
    x, y = projection(lon, lat)
    area = place.precision in AREA_KM
    if area:
        radius = max(_LEAST_PX[place.precision], projection.pixels(AREA_KM[place.precision]))
    else:
        radius = min(9.0, 3.0 + place.claims**0.5)
    return Spot(place, round(x, 1), round(y, 1), round(radius, 1), area)


def draw(title: str, points: Sequence[tuple[float, float, PlaceLine]], box: Box) -> Map:
    """Draw the places that lie in ``box``."""
    projection = Projection(box, WIDTH)
    whole: dict[str, PlaceLine] = {}
    spots = []
    for lon, lat, place in points:
        if place.precision is Precision.COUNTRY:
            country = country_at(lon, lat)
            if country:
                whole.setdefault(country.name, place)
            continue
        spot = _spot(place, lon, lat, projection)
        if -spot.radius < spot.x < WIDTH + spot.radius and (
            -spot.radius < spot.y < projection.height + spot.radius
        ):
            spots.append(spot)
    lands = tuple(Land(path, whole.get(name)) for name, path in outlines(projection))
    taken: Taken = []
    bar_km = next(
        (km for km in (1000, 500, 200, 100, 50, 20, 10) if projection.pixels(km) <= 160), 5
    )
    return Map(
        title=title,
        width=WIDTH,
        height=round(projection.height, 1),
        lands=lands,
        spots=_labelled(spots, WIDTH, projection.height, taken),
        bar=round(projection.pixels(bar_km), 1),
        bar_km=bar_km,
        towns=_marks(towns(box), projection, taken) if box[2] - box[0] <= WIDEST else (),
    )


def local_map(title: str, lines: Sequence[PlaceLine]) -> Map | None:
    """A map of a few places; ``None`` where none has coordinates."""
    located = _located(lines)
    return draw(title, located, _box(located)) if located else None


def _km(lon: float, lat: float, middle: tuple[float, float]) -> float:
    """Rough distance, the larger of the two axes."""
    across = abs(lon - middle[0]) * Projection((0, lat - 1, 1, lat + 1), 1).squeeze
    return max(across, abs(lat - middle[1])) * 111.2


def near_box(lines: Sequence[PlaceLine]) -> Box | None:
    """Where most claims lie, without what is far from there; ``None`` without coordinates."""
    located = _located(lines)
    if not located:
        return None
    return _box(_near(located) or _exact(located))


def whole_box(lines: Sequence[PlaceLine]) -> Box | None:
    """Where all claims lie; the world where they are far apart."""
    located = _located(lines)
    if not located:
        return None
    spread = max(p[0] for p in located) - min(p[0] for p in located)
    return _box(located) if spread < 90 else WORLD


def drawn_in(title: str, lines: Sequence[PlaceLine], box: Box) -> Map:
    """The places of a box."""
    return draw(title, _located(lines), box)


Located = list[tuple[float, float, PlaceLine]]


def _exact(located: Located) -> Located:
    return [p for p in located if p[2].precision is not Precision.COUNTRY] or located


def _near(located: Located) -> Located:
    exact = _exact(located)
    weighted = [p for p in exact for _ in range(min(p[2].claims, 1000))]
    middle = (median(p[0] for p in weighted), median(p[1] for p in weighted))
    usual = median(_km(p[0], p[1], middle) for p in weighted)
    reach = min(FAR_KM, max(LEAST_KM, 3 * usual))
    return [p for p in exact if _km(p[0], p[1], middle) <= reach]


def places(book: Book, lines: Mapping[str, ClaimLine], keys: Mapping[str, str]) -> Places:
    """The map of where most claims lie, and a wider one where some lie far from there."""
    listed = place_lines(book, lines, keys)
    located = _located(listed)
    if not located:
        return Places((), listed)
    exact, near = _exact(located), _near(located)
    whole = [p for p in located if p[2].precision is Precision.COUNTRY]
    maps = [draw("Where most claims lie", [*near, *whole], _box(near or exact))]
    if len(near) < len(exact) or whole:
        spread = max(p[0] for p in located) - min(p[0] for p in located)
        maps.append(draw("All places", located, _box(located) if spread < 90 else WORLD))
    return Places(tuple(maps), listed)
