"""Where claims lie, and who is named as holding what: a map no more exact than the text.

Zooming and moving are addresses (``box=west,south,east,north``); a script asks for the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.ledger.queries import ControlPoint, PlaceRow
from twosource.model import Status
from twosource.publishing.atlas import Box, Projection
from twosource.publishing.views.holders import holders
from twosource.publishing.views.places import (
    WIDTH,
    WORLD,
    Map,
    PlaceLine,
    drawn_in,
    near_box,
    whole_box,
)
from twosource.web import params
from twosource.web.pages.claims import LABELS
from twosource.web.place import Place
from twosource.web.state import reading
from twosource.web.templating import page

KNOWN = (*params.FILTERS, "box", "layer", "until")
MOST = 500  # places on one map
SHAPE = 1.55  # width of the map against its height


@dataclass(frozen=True, slots=True)
class Moves:
    """The addresses that a map's buttons lead to."""

    closer: str
    wider: str
    left: str
    right: str
    up: str
    down: str
    near: str
    whole: str


def _line(row: PlaceRow) -> PlaceLine:
    return PlaceLine(row.name, row.precision, row.lat, row.lon, row.name, row.claims, row.contested)


def shaped(box: Box) -> Box:
    """The box widened to the shape of the map, within the world."""
    west, south, east, north = box
    squeeze = Projection(box, WIDTH).squeeze
    wide, high = (east - west) * squeeze, north - south
    if wide < high * SHAPE:
        room = (high * SHAPE / squeeze - (east - west)) / 2
        west, east = west - room, east + room
    else:
        room = (wide / SHAPE - high) / 2
        south, north = south - room, north + room
    south, north = max(-84.0, south), min(84.0, north)
    if east - west >= 360:
        west, east = -180.0, 180.0
    return round(west, 3), round(south, 3), round(east, 3), round(north, 3)


def asked(text: str) -> Box | None:
    """The box of an address; ``None`` where there is none."""
    if not text:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise params.refuse("box", text, "four numbers: west,south,east,north") from None
    fits = -540 <= west < east <= 540 and -90 <= south < north <= 90
    if not fits or east - west < 0.02 or north - south < 0.01:
        raise params.refuse("box", text, "degrees: west < east, south < north")
    return west, south, min(east, west + 360), north


def _moved(box: Box, across: float = 0, up: float = 0, times: float = 1) -> str:
    west, south, east, north = box
    wide, high = east - west, north - south
    middle = ((west + east) / 2 + across * wide, (south + north) / 2 + up * high)
    wide, high = min(360.0, wide * times), min(168.0, high * times)
    new = (
        middle[0] - wide / 2,
        max(-84.0, middle[1] - high / 2),
        middle[0] + wide / 2,
        min(84.0, middle[1] + high / 2),
    )
    return ",".join(f"{edge:.3f}" for edge in new)


def _moves(place: Place, box: Box) -> Moves:
    def to(**how: float) -> str:
        return str(place.put(box=_moved(box, **how)))

    return Moves(
        closer=to(times=0.5),
        wider=to(times=2),
        left=to(across=-0.4),
        right=to(across=0.4),
        up=to(up=0.4),
        down=to(up=-0.4),
        near=str(place.drop("box")),
        whole=str(place.put(box="all")),
    )


def _frame(text: str, lines: list[PlaceLine]) -> Box:
    if text == "all":
        return shaped(whole_box(lines) or WORLD)
    return asked(text) or shaped(near_box(lines) or WORLD)


def _held_lines(points: list[ControlPoint]) -> list[PlaceLine]:
    """The places of claims of control, once each."""
    many = Counter((p.place, p.precision, p.lat, p.lon) for p in points)
    hot = {(p.place, p.precision) for p in points if p.status is Status.CONTESTED}
    return [
        PlaceLine(name, precision, lat, lon, name, count, int((name, precision) in hot))
        for (name, precision, lat, lon), count in many.most_common()
    ]


def show(request: Request) -> Response:
    """The page, or for a script the drawing with what stands around it."""
    query = request.query_params
    place = Place.of(request, KNOWN)
    control = params.text(query, "layer") == "control"
    until = params.day(query, "until") or ""
    with reading(request) as connection:
        where = params.claim_filter(query)
        found = queries.places(connection, where, MOST, control=control)
    lines = [_line(row) for row in found.places]
    held = [p for p in found.control if not until or p.date[:10] <= until]
    box = _frame(place.get("box"), _held_lines(list(found.control)) if control else lines)
    drawing: Map = drawn_in("Map", _held_lines(held)[:MOST] if control else lines, box)
    projection = Projection(box, WIDTH)
    partial = request.headers.get("hx-request") == "true"
    return page(
        request,
        "map_part.html.j2" if partial else "map.html.j2",
        "map",
        place=place,
        control=control,
        until=until,
        found=found,
        lines=lines,
        held=held[::-1],
        days=sorted({p.date[:10] for p in found.control if p.date}),
        map=drawing,
        holders=holders(found.control, projection, until) if control else None,
        moves=_moves(place, box),
        box=box,
        labels=LABELS,
    )


routes = (Route("/map", show),)
