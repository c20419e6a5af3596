"""Durations and repeated times: "in the past three days", "every Monday"."""

from __future__ import annotations

import re
from datetime import timedelta

from twosource.grounding import calendars as cal
from twosource.grounding.timing import Found, Scene, count_of, duration_value, unit_of


def lately(m: re.Match[str], scene: Scene) -> Found:
    """Read "in the past three days", "the last two weeks": a duration that ends (or starts) now."""
    unit, count = unit_of(m["unit"]), count_of(m["n"] or "a")
    value = duration_value(count, unit)
    if scene.anchor is None or count is None or count > 5000 or unit.startswith("T"):
        return "DURATION", value, None
    days = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25, "E": 3652.5, "C": 36525, "Q": 91.3}.get(
        unit, 0
    )
    length = timedelta(days=max(0, round(count * days) - 1))
    if m["dir"].casefold() in ("next", "coming", "following"):
        return "DURATION", value, cal.Period(scene.anchor, scene.anchor + length, value)
    try:
        return "DURATION", value, cal.Period(scene.anchor - length, scene.anchor, value)
    except OverflowError:
        return "DURATION", value, None


def duration(m: re.Match[str], scene: Scene) -> Found:
    """Read "three days", "a two-year war"; an age is no time."""
    unit = unit_of(m["unit"])
    count = count_of(m["n"])
    if unit == "WE" or m.group().casefold().endswith("old"):  # an age is no time
        return None
    return "DURATION", duration_value(count, unit), None


def bare_plural(m: re.Match[str], scene: Scene) -> Found:
    """Read "for weeks", "for years"."""
    return "DURATION", duration_value(None, unit_of(m["unit"])), None


def months_of_year(m: re.Match[str], scene: Scene) -> Found:
    """Read "the first nine months of the year"."""
    count = count_of(m["n"])
    year = int(m["y"]) if m["y"] else scene.anchor.year if scene.anchor else None
    if year is None or count is None or not 1 <= count <= 12:
        return "DURATION", duration_value(count, "M"), None
    first, last = cal.month(year, 1), cal.month(year, int(count))
    if not first or not last:
        return "DATE", "", None
    value = duration_value(count, "M")
    return "DURATION", value, cal.Period(first.first, last.last, value)


def repeated(m: re.Match[str], scene: Scene) -> Found:
    """Read "daily", "annually"."""
    return "SET", cal.words("set")[m["set"].casefold()], None


def every(m: re.Match[str], scene: Scene) -> Found:
    """Read "every Monday", "every two weeks"."""
    if m["day"]:
        return "SET", f"XXXX-WXX-{int(cal.words('weekday')[m['day'].casefold()]) + 1}", None
    count = count_of(m["n"] or "a")
    return "SET", duration_value(count, unit_of(m["unit"])), None
