"""Where a place lies as the text tells it: "Ruritz, 30 km north of Strelsau".

The name behind only helps to find the one before it. Where no gazetteer has that one, the distance
and the point of the compass give its coordinates, near enough to put it on a map.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from twosource.grounding.places import Located
from twosource.grounding.timing import count_of
from twosource.model import Precision

_POINTS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_BEARING = re.compile(
    r"\s*[,(]?\s*(?:(?:just|only|about|some|around|roughly|nearly|which\s+(?:is|lies)|lying)\s+)*"
    r"(?P<n>[0-9]+(?:\.[0-9]+)?|[a-z]+)[\s-]?(?P<unit>km|kms|kilomet(?:re|er)s?|miles?)\s+"
    r"(?:\([^)]{1,20}\)\s+)?(?:to\s+the\s+)?"
    r"(?P<point>(?:north|south)[\s-]?(?:east|west)|north|south|east|west)\s+(?:of|from)\s+"
    r"(?:the\s+(?:\w+\s+){1,3}of\s+)?$",
    re.IGNORECASE,
)
_LONGEST = 110  # code points from the end of one name to the other
_MILE = 1.609
_FARTHEST = 300  # km from which a distance says too little of where a place is
_DEGREE = 111.2  # km of a degree of latitude


def with_bearings(text: str, found: Sequence[Located]) -> tuple[Located, ...]:
    """The places of a text, those that it tells the bearings of with what these add."""
    return tuple(_placed(text, f, after) for f, after in zip_longest(found, found[1:]))


def _placed(text: str, found: Located, base: Located | None) -> Located:
    if base is None or base.place.lat is None or base.place.lon is None:
        return found
    if base.place.precision in (Precision.COUNTRY, Precision.REGION):
        return found
    end, start = found.toponym.span[1], base.toponym.span[0]
    match = _BEARING.fullmatch(text, end, start) if start - end <= _LONGEST else None
    count = count_of(match["n"]) if match else None
    if match is None or count is None:
        return found
    toponym = replace(found.toponym, container=base.toponym.name)
    far = count * (_MILE if match["unit"].lower().startswith("mile") else 1)
    if found.place.lat is not None or far > _FARTHEST:
        return replace(found, toponym=toponym)
    point = re.sub(r"(?<=th)[\s-]?(?=[ew])", "-", match["point"].lower())
    turn = math.radians(45 * _POINTS.index(point))
    lat = base.place.lat + far * math.cos(turn) / _DEGREE
    east = far * math.sin(turn) / (_DEGREE * max(0.1, math.cos(math.radians(base.place.lat))))
    place = replace(
        found.place,
        lat=round(lat, 3),
        lon=round((base.place.lon + east + 180) % 360 - 180, 3),
        precision=Precision.DISTRICT,
        country=base.place.country,
    )
    return replace(found, place=place, toponym=toponym)
