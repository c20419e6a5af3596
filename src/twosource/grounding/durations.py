"""Durations and repeated times: "in the past three days", "every Monday"."""

from __future__ import annotations

import math
import re
from datetime import timedelta

from twosource.grounding import calendars as cal
from twosource.grounding.timing import Found, Scene, count_of, counted, duration_value, unit_of

LONGEST = 80_000  # days, or hours, of a period that is counted at all
_DAYS = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25, "E": 3652.5, "C": 36525, "Q": 91.3}
# "in recent days", and no "last week": the days of the unit above the one that is left uncounted
_WITHIN = {"TS": 1, "TM": 1, "TH": 1, "D": 7, "W": 30, "M": 365}
_COMING = ("next", "coming", "following")


def length(count: float, unit: str) -> timedelta | None:
    """How many days lie between the first and the last of so many units; ``None``: too many."""
    if unit in ("TH", "TM", "TS"):  # 24 hours touch two days
        hours = count / {"TH": 1, "TM": 60, "TS": 3600}[unit]
        return timedelta(days=math.ceil(hours / 24)) if hours < LONGEST else None
    days = count * _DAYS.get(unit, 0)
    return timedelta(days=max(0, round(days) - 1)) if days < LONGEST else None


def uncounted(unit: str, scene: Scene, ahead: bool) -> cal.Period | None:
    """Some of a unit before publication, or after: fewer than make the unit above it."""
    value = duration_value(None, unit)
    if scene.anchor is None or unit not in _WITHIN:
        return None
    there = cal.shifted(scene.anchor, _WITHIN[unit] if ahead else -_WITHIN[unit], "D")
    if there is None:
        return None
    now, far = scene.anchor, there.first
    if ahead:
        return cal.Period(now, far, value, f"{now.isoformat()}/{far.isoformat()}~")
    return cal.Period(far, now, value, f"{far.isoformat()}~/{now.isoformat()}")


def lately(m: re.Match[str], scene: Scene) -> Found:
    """Read "in the past three days", "the last two weeks": a duration that ends (or starts) now."""
    count, unit = counted(m["n"] or "a", m["unit"])
    value = duration_value(count, unit)
    ahead = m["dir"].casefold() in _COMING
    if count is None:
        return "DURATION", value, uncounted(unit, scene, ahead)
    reach = length(count, unit)
    if scene.anchor is None or reach is None:
        return "DURATION", value, None
    if ahead:
        return "DURATION", value, cal.Period(scene.anchor, scene.anchor + reach, value)
    try:
        return "DURATION", value, cal.Period(scene.anchor - reach, scene.anchor, value)
    except OverflowError:
        return "DURATION", value, None


def duration(m: re.Match[str], scene: Scene) -> Found:
    """Read "three days", "a two-year war"; an age is no time."""
    count, unit = counted(m["n"], m["unit"])
    if unit == "WE" or m.group().casefold().endswith("old"):  # an age is no time
        return None
    return "DURATION", duration_value(count, unit), None


def bare_plural(m: re.Match[str], scene: Scene) -> Found:
    """Read "in recent days", "in the coming weeks", "for weeks"."""
    unit = unit_of(m["unit"])
    ahead = m["dir"].casefold() in _COMING if m["dir"] else scene.ahead
    return "DURATION", duration_value(None, unit), uncounted(unit, scene, ahead)


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
