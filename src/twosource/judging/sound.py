"""What no value may be, whoever gives it: a person at a form or a file from elsewhere."""

from __future__ import annotations

import math
import unicodedata
from datetime import date

from twosource.model import Figure, Place, TimeRange

LONGEST = 500  # code points of a name
_REFUSED = ("Cc", "Cs", "Zl", "Zp")  # control characters, half characters, line ends


class Unfit(ValueError):
    """A value that a mention cannot take: malformed, or on words that are not in this version."""


def quoted(typed: str) -> str:
    """What was given, short enough for one line."""
    return f"“{typed[:60]}{'…' if len(typed) > 60 else ''}”"


def name(given: str) -> str:
    """The name; raises `Unfit` where it is empty, too long or holds control characters."""
    if not given.strip():
        raise Unfit("an empty name")
    if len(given) > LONGEST:
        raise Unfit(f"a name of {len(given):,} characters; at most {LONGEST}")
    if any(unicodedata.category(char) in _REFUSED for char in given):
        raise Unfit("a name with control characters")
    return given


def _finite(*numbers: float | None) -> None:
    if any(n is not None and not math.isfinite(n) for n in numbers):
        raise Unfit("a number without end")


def figure(given: Figure) -> Figure:
    """The figure; raises `Unfit` where its bounds are none."""
    _finite(given.low, given.high)
    if given.low is not None and given.high is not None and given.low > given.high:
        raise Unfit(f"low {given.low:g} is more than high {given.high:g}")
    for text in (given.unit, given.group, given.qualifier):
        if text is not None:
            name(text)
    return given


def place(given: Place) -> Place:
    """The place; raises `Unfit` where it is not on earth."""
    name(given.name)
    _finite(given.lat, given.lon)
    if (given.lat is None) != (given.lon is None):
        raise Unfit("a place has both lat and lon, or neither")
    if given.lat is not None and given.lon is not None and not _on_earth(given.lat, given.lon):
        raise Unfit(f"{given.lat:g}, {given.lon:g} is not on earth; degrees, latitude first")
    return given


def _on_earth(lat: float, lon: float) -> bool:
    return -90 <= lat <= 90 and -180 <= lon <= 180


def time(given: TimeRange) -> TimeRange:
    """The range; raises `Unfit` where it is no days in order."""
    for day in (given.start, given.end):
        try:
            if date.fromisoformat(day).isoformat() != day:
                raise ValueError
        except ValueError:
            raise Unfit(f"time: {quoted(day)} is no day as YYYY-MM-DD") from None
    if given.start > given.end:
        raise Unfit(f"time: {given.start} is after {given.end}")
    return given
