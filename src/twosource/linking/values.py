"""Which values exclude one another, and which support one another."""

from __future__ import annotations

import math
from functools import lru_cache

from twosource import lexicon
from twosource.linking import names, when
from twosource.model import Figure, Place, Precision

_SPOT = frozenset({Precision.POINT, Precision.CITY})
_REACH = {  # kilometres within which two coordinates are one place of that sort
    Precision.POINT: 5.0,
    Precision.CITY: 15.0,
    Precision.DISTRICT: 40.0,
    Precision.REGION: 100.0,
    Precision.COUNTRY: 300.0,
}
_EARTH = 6371.0


def kilometres(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine); ``None`` where a coordinate is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    if a.lat == b.lat and a.lon == b.lon:
        return 0.0
    return _arc(a.lat, a.lon, b.lat, b.lon)


@lru_cache(maxsize=100_000)
def _arc(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    la1, lo1, la2, lo2 = map(math.radians, (lat, lon, other_lat, other_lon))
    h = math.sin((la2 - la1) / 2) ** 2
    h += math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(h)))


def same_place(a: Place, b: Place) -> bool:
    """One place: like precision, and one name or neighbouring coordinates."""
    if Precision.UNKNOWN in (a.precision, b.precision):
        return names.fold(a.name) == names.fold(b.name)
    if a.precision is not b.precision and not {a.precision, b.precision} <= _SPOT:
        return False
    far = kilometres(a, b)
    if far is not None:
        return far <= max(_REACH[a.precision], _REACH[b.precision]) / 2 or (
            names.fold(a.name) == names.fold(b.name) and far <= _REACH[a.precision]
        )
    return names.fold(a.name) == names.fold(b.name)


def may_hold(a: Place, b: Place) -> bool:
    """Could one lie inside the other? Unknown coordinates leave it open."""
    if a.precision is b.precision:
        return same_place(a, b)
    far = kilometres(a, b)  # never known where a precision is not
    return far is None or far <= _REACH[a.precision] + _REACH[b.precision]


def places_apart(a: tuple[Place, ...], b: tuple[Place, ...], exact: bool = False) -> bool:
    """Both name places and none can be the same; ``exact``: a town is not its district."""
    if not a or not b:
        return False
    fits = same_place if exact else may_hold
    return not any(fits(x, y) for x in a for y in b)


def places_shared(a: tuple[Place, ...], b: tuple[Place, ...]) -> bool:
    """Do both name one place of one precision?"""
    return any(same_place(x, y) for x in a for y in b)


@lru_cache(maxsize=50_000)
def _told(group: str) -> tuple[frozenset[str], bool, bool]:
    """Whose people they are, and whether they are civilians, or men at arms."""
    generic = lexicon.table("linking", "generic_groups")
    words = names.fold(group).split()
    sorts = {generic.get(word, "") for word in words}
    whose = frozenset(word for word in names.parts(group) if word not in generic)
    return whose, "civil" in sorts, "armed" in sorts


def group_told(group: str, tokens: tuple[str, ...]) -> bool:
    """Do the words themselves name the group, or was it taken over from the context?"""
    whose = _told(group)[0] or names.parts(group)
    return any(names.covers(frozenset(tokens), frozenset({word})) for word in whose)


def groups_apart(a: str | None, b: str | None) -> bool:
    """Two groups are named, and neither name holds the other ("soldiers", "Northern soldiers").

    "its own army" and "enemy soldiers" do not say whose they are: they exclude no named group.
    """
    if not a or not b:
        return False
    (x, x_civil, x_armed), (y, y_civil, y_armed) = _told(a), _told(b)
    if (x_civil and y_armed) or (x_armed and y_civil):
        return True
    if names.within(a, b):
        return False
    return bool(x and y) and not (names.covers(x, y) or names.covers(y, x))


def bounds_shared(a: Figure, b: Figure) -> bool:
    """Is one number told: a bound both know, known bounds not excluding each other?

    "up to 2,000" and "1,500 to 2,000" tell one estimate; "300" and "3,000" do not.
    """
    low = a.low is not None and b.low is not None and math.isclose(a.low, b.low)
    high = a.high is not None and b.high is not None and math.isclose(a.high, b.high)
    if low and high:
        return True
    if not (low or high):
        return _at_least(a, b) or _at_least(b, a)
    return _open(a) or _open(b)


def _open(figure: Figure) -> bool:
    return figure.low is None or figure.high is None or figure.low == 0


def _at_least(exact: Figure, bounded: Figure) -> bool:
    """An exact number beside a bounded one ("up to 300") whose only bound it is."""
    if exact.low is None or exact.low != exact.high:
        return False
    known = [x for x in (bounded.low, bounded.high) if x is not None]
    return len(known) == 1 and math.isclose(known[0], exact.low)


def ranges_exclude(a: Figure, b: Figure) -> bool:
    """No number lies in both; an unknown bound is endless."""
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return False
    low_a, high_a = a.low if a.low is not None else -math.inf, a.high
    low_b, high_b = b.low if b.low is not None else -math.inf, b.high
    return low_a > (high_b if high_b is not None else math.inf) or low_b > (
        high_a if high_a is not None else math.inf
    )


def figures_apart(a: Figure, b: Figure) -> str:
    """Why two numbers are not one, measure and group aside; ``""`` where they may be."""
    if a.unit != b.unit:
        return "another unit"
    if not bounds_shared(a, b):
        return "another number"
    if a.cumulative is not None and b.cumulative is not None and a.cumulative != b.cumulative:
        return "cumulative is not daily"
    return ""


def days_between(a: str | None, b: str | None) -> int | None:
    """Days between two known days."""
    return when.days_apart(a, b) if a and b else None
