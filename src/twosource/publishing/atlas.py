"""The packaged base map: country outlines of Natural Earth at 1:50 million, and a plain projection.

Natural Earth is in the public domain; the TopoJSON comes from the npm package world-atlas (ISC).
Outlines are what the cartographers drew and say nothing about whose land is whose.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

Point = tuple[float, float]  # longitude, latitude in degrees
Ring = tuple[Point, ...]
Box = tuple[float, float, float, float]  # west, south, east, north
LEAST = 1.4  # pixels that a bend or an island must have to be drawn


@dataclass(frozen=True, slots=True)
class Country:
    """A country's outlines; each polygon's first ring is its border, others are holes.

    ``rings`` are all of them once more, each with the box it lies in.
    """

    name: str
    polygons: tuple[tuple[Ring, ...], ...]
    rings: tuple[tuple[Ring, Box], ...]


def _bounds(ring: Ring) -> Box:
    across, up = [x for x, _ in ring], [y for _, y in ring]
    return min(across), min(up), max(across), max(up)


def _arcs(topology: dict[str, Any]) -> list[list[Point]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        decoded.append(points)
    return decoded


def _ring(indices: list[int], arcs: list[list[Point]]) -> Ring:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return _unbroken(points)


def _unbroken(points: list[Point]) -> Ring:
    """A border that crosses the 180th meridian goes on beyond it instead of around the globe.

    Antarctica, which lies about a pole, is left as it is: its ring runs along the map's edge.
    """
    if min(y for _, y in points) < -85:
        return tuple(points)
    turn, out = 0.0, points[:1]
    for (before, _), (x, y) in pairwise(points):
        turn += -360.0 if x - before > 180 else 360.0 if before - x > 180 else 0.0
        out.append((x + turn, y))
    return tuple(out)


@cache
def countries() -> tuple[Country, ...]:
    """All countries of the packaged map."""
    packed = files("twosource").joinpath("publishing", "static", "countries-50m.json.gz")
    topology = json.loads(gzip.decompress(packed.read_bytes()))
    arcs = _arcs(topology)
    found = []
    for shape in topology["objects"]["countries"]["geometries"]:
        parts = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}
        polygons = tuple(
            tuple(_ring(ring, arcs) for ring in polygon) for polygon in parts.get(shape["type"], [])
        )
        rings = tuple((ring, _bounds(ring)) for polygon in polygons for ring in polygon)
        found.append(Country(shape["properties"]["name"], polygons, rings))
    return tuple(found)


def _inside(ring: Ring, lon: float, lat: float) -> bool:
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def country_at(lon: float, lat: float) -> Country | None:
    """The country whose outline holds the point."""
    for country in countries():
        for border, *holes in country.polygons:
            for x in (lon - 360, lon, lon + 360):
                if _inside(border, x, lat) and not any(_inside(h, x, lat) for h in holes):
                    return country
    return None


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular, true to scale at the middle latitude of ``box``; pixels, y downwards."""

    box: Box
    width: float

    @property
    def squeeze(self) -> float:
        """Length of a degree of longitude against one of latitude."""
        return max(0.15, math.cos(math.radians((self.box[1] + self.box[3]) / 2)))

    @property
    def scale(self) -> float:
        """Pixels a degree of latitude."""
        return self.width / ((self.box[2] - self.box[0]) * self.squeeze)

    @property
    def height(self) -> float:
        """Pixels from south to north."""
        return (self.box[3] - self.box[1]) * self.scale

    def __call__(self, lon: float, lat: float) -> Point:
        """Where a place lies on the map."""
        west, north = self.box[0], self.box[3]
        return (lon - west) * self.scale * self.squeeze, (north - lat) * self.scale

    def pixels(self, km: float) -> float:
        """Length of ``km`` on the map."""
        return km / 111.2 * self.scale


def _clip_side(ring: list[Point], axis: int, limit: float, keep_above: bool) -> list[Point]:
    def kept(point: Point) -> bool:
        return point[axis] >= limit if keep_above else point[axis] <= limit

    out: list[Point] = []
    for at, point in enumerate(ring):
        before = ring[at - 1]
        if kept(point) != kept(before):
            share = (limit - before[axis]) / (point[axis] - before[axis])
            cut = tuple(b + share * (p - b) for p, b in zip(point, before, strict=True))
            out.append((cut[0], cut[1]))
        if kept(point):
            out.append(point)
    return out


def clip(ring: Ring, box: Box) -> list[Point]:
    """The part of a ring inside ``box`` (Sutherland and Hodgman, 1974)."""
    points = list(ring)
    for axis, limit, above in (
        (0, box[0], True),
        (1, box[1], True),
        (0, box[2], False),
        (1, box[3], False),
    ):
        points = _clip_side(points, axis, limit, above) if points else points
    return points


def _shifts(ring: Ring, bounds: Box, box: Box) -> Iterator[Ring]:
    """The ring as it stands and once around the globe, where that touches ``box``."""
    west, south, east, north = bounds
    if north < box[1] or south > box[3]:
        return
    for turn in (-360.0, 0.0, 360.0):
        if east + turn >= box[0] and west + turn <= box[2]:
            yield ring if not turn else tuple((x + turn, y) for x, y in ring)


def outline(country: Country, projection: Projection) -> str:
    """The country as an SVG path, clipped a little outside the map; empty where it lies outside."""
    west, south, east, north = projection.box
    room = (east - west) * 0.03
    wider = (west - room, south - room, east + room, north + room)
    path: list[str] = []
    for ring, bounds in country.rings:
        if (bounds[3] - bounds[1]) * projection.scale < LEAST:
            continue
        for moved in _shifts(ring, bounds, wider):
            points = _thinned([projection(x, y) for x, y in clip(moved, wider)])
            if len(points) > 2:
                path.append("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + "Z")
    return "".join(path)


@lru_cache(maxsize=64)
def outlines(projection: Projection) -> tuple[tuple[str, str], ...]:
    """Name and path of every country that is in the map."""
    drawn = ((country.name, outline(country, projection)) for country in countries())
    return tuple((name, path) for name, path in drawn if path)


def _thinned(points: list[Point], least: float = LEAST) -> list[Point]:
    """Leave out points nearer than ``least`` pixels to the one before."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
            kept.append(point)
    return kept
