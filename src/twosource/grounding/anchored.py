"""Times told from the day of publication: weekdays, "yesterday", "last week", "ago"."""

from __future__ import annotations

import re
from datetime import timedelta

from twosource.grounding import calendars as cal
from twosource.grounding.timing import Found, Scene, count_of, dated, unit_of

_RELATIVE_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1, "overnight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip


def weekday(m: re.Match[str], scene: Scene) -> Found:
    """Read "Monday", "last Friday", "next Tuesday morning"."""
    if scene.anchor is None:
        return "DATE", "", None
    number = int(cal.words("weekday")[m["day"].casefold().rstrip(".")])
    mod = (m["mod"] or "").casefold()
    back = (scene.anchor.weekday() - number) % 7
    if mod in ("next", "this coming", "coming"):
        when = scene.anchor + timedelta(days=(number - scene.anchor.weekday()) % 7 or 7)
    elif mod in ("last", "this past", "past"):
        when = scene.anchor - timedelta(days=back or 7)
    elif mod == "this" or (scene.ahead and back):
        when = scene.anchor + timedelta(days=(number - scene.anchor.weekday()) % 7)
    else:
        when = scene.anchor - timedelta(days=back)
    return dated(cal.day(when), m["part"])


def near(m: re.Match[str], scene: Scene) -> Found:
    """Read "yesterday", "tonight", "the day after tomorrow"."""
    words = " ".join(m["near"].casefold().split())
    code = cal.words("part").get("night" if words == "tonight" else words.split()[-1])
    if scene.anchor is None:
        return ("TIME" if code or m["part"] else "DATE"), "", None
    period = cal.day(scene.anchor + timedelta(days=_RELATIVE_DAYS[words]))
    if code and not m["part"]:
        return "TIME", f"{period.value}T{code}", period
    return dated(period, m["part"])


def deictic(m: re.Match[str], scene: Scene) -> Found:
    """Read "last week", "this month", "next year", "the previous day", "the same day"."""
    unit = unit_of(m["unit"])
    mod = " ".join(m["mod"].casefold().split())
    if mod.split()[0] == "the" and scene.anchor is None:
        return "DATE", "", None
    back = {
        "last": -1,
        "previous": -1,
        "past": -1,
        "prior": -1,
        "next": 1,
        "coming": 1,
        "following": 1,
    }
    step = back.get(mod.split()[-1], 0)
    if unit.startswith("T") or not unit:
        return None
    if scene.anchor is None:
        return "DATE", "", None
    return dated(cal.shifted(scene.anchor, step, unit), None)


def ago(m: re.Match[str], scene: Scene) -> Found:
    """Read "three days ago", "a week later"."""
    unit, count = unit_of(m["unit"]), count_of(m["n"])
    back = m["dir"].casefold() in ("ago", "earlier", "before", "back")
    if count is None or scene.anchor is None or unit.startswith("T"):
        vague = "PAST_REF" if back else "FUTURE_REF"
        return "DATE", vague if count is None else "", None
    whole = int(count)
    there = cal.shifted(scene.anchor, -whole if back else whole, unit)
    if unit == "W" and there:  # the value names the week, the days are the day so many weeks away
        day = scene.anchor + timedelta(weeks=-whole if back else whole)
        there = cal.Period(day, day, there.value)
    return dated(there)


def whole(m: re.Match[str], scene: Scene) -> Found:
    """Read "the year", "the latest quarter", "over the weekend": the one that holds the anchor."""
    unit = unit_of(m["unit"])
    if scene.anchor is None:
        return "DATE", "", None
    gone = unit == "Q" or (unit == "WE" and scene.anchor.weekday() < 5)
    back = -1 if gone and not scene.ahead else 0  # reports speak of the quarter that ended
    return dated(cal.shifted(scene.anchor, back, unit))


def end_of(m: re.Match[str], scene: Scene) -> Found:
    """Read "the end of the month": its last day; the value names the whole."""
    if scene.anchor is None:
        return "DATE", "", None
    whole = cal.shifted(scene.anchor, 0, unit_of(m["unit"]))
    return dated(cal.Period(whole.last, whole.last, whole.value) if whole else None)


def clock(m: re.Match[str], scene: Scene) -> Found:
    """Read "10:20", "3 p.m."."""
    hour, minute = int(m["h"]), int(m["min"] or 0)
    half = (m["half"] or "").casefold().replace(".", "")
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 24 or minute > 59:
        return None
    base = scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"
    return "TIME", f"{base}T{hour:02}:{minute:02}", None


def part(m: re.Match[str], scene: Scene) -> Found:
    """Read "in the morning"."""
    base = scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"
    return "TIME", f"{base}T{cal.words('part')[m['part'].casefold().split()[-1]]}", None


def ref(m: re.Match[str], scene: Scene) -> Found:
    """Read "now", "recently", "in the past"."""
    return "DATE", cal.words("ref")[" ".join(m["ref"].casefold().split())], None
