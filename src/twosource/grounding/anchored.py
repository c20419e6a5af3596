"""Times told from the day of publication: weekdays, "yesterday", "last week", "ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from twosource.grounding import calendars as cal
from twosource.grounding import edtf
from twosource.grounding.dates import part_of
from twosource.grounding.durations import length, uncounted
from twosource.grounding.numbers import value as number_value
from twosource.grounding.timing import Found, Scene, counted, dated, duration_value, unit_of

_SAME_DAY = 6  # hours ago that are taken for the day of publication

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
    if m["unit"].casefold().endswith("s") and mod.startswith("the"):
        told = mod.split()[-1]
        some = (
            uncounted(unit, scene, told != "past") if told in ("past", "next", "coming") else None
        )
        return "DURATION", duration_value(None, unit), some
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
    there = cal.shifted(scene.anchor, step, unit)
    return dated(_part(there, (m["part"] or "").casefold(), scene.anchor) if there else None)


def _part(whole: cal.Period, part: str, now: date) -> cal.Period:
    """The part of a week, month or year that "early", "late", "so far" and the like leave of it."""
    if part in ("earlier", "so far", "later") and whole.first <= now <= whole.last:
        first, last = (now, whole.last) if part == "later" else (whole.first, now)
        return cal.Period(first, last, whole.value, edtf.days(first, last))
    return part_of(whole, part)


def ago(m: re.Match[str], scene: Scene) -> Found:
    """Read "three days ago", "a week later", "half a year ago", "several months ago"."""
    count, unit = counted(m["n"], m["unit"])
    back = m["dir"].casefold() in ("ago", "earlier", "before", "back")
    if m["half"] and count is not None:
        count += 0.5
    if count is None:
        return "DATE", "PAST_REF" if back else "FUTURE_REF", _some_ago(unit, scene, back)
    if scene.anchor is None:
        return "DATE", "", None
    if unit.startswith("T"):
        return "DATE", "", _hours_ago(count, unit, scene.anchor) if back else None
    if count != int(count):
        count, unit = {"Y": (count * 12, "M"), "W": (count * 7, "D")}.get(unit, (count, unit))
    steps = round(count)
    there = cal.shifted(scene.anchor, -steps if back else steps, unit)
    if unit == "W" and there:  # the value names the week, the days are the day so many weeks away
        day = scene.anchor + timedelta(weeks=-steps if back else steps)
        there = cal.Period(day, day, there.value)
    return dated(there)


def _some_ago(unit: str, scene: Scene, back: bool) -> cal.Period | None:
    """As in "a few days ago": at least two, and fewer than make the unit above."""
    some = uncounted(unit, scene, not back)
    two = cal.shifted(scene.anchor, -2, unit) if scene.anchor else None
    if not back or some is None or two is None or two.last <= some.first:
        return None
    return cal.about(some.first, two.last, some.value)


def _hours_ago(count: float, unit: str, now: date) -> cal.Period | None:
    """The day so many hours back; two days where the hour of publication would decide."""
    reach = length(count, unit)
    if reach is None:
        return None
    hours = count if unit == "TH" else 1
    first = cal.shifted(now, -reach.days if hours > _SAME_DAY else 0, "D")
    last = cal.shifted(now, -int(hours // 24), "D")
    return cal.Period(first.first, last.last, "") if first and last else None


def whole(m: re.Match[str], scene: Scene) -> Found:
    """Read "the year", "the latest quarter", "over the weekend": the one that holds the anchor."""
    unit = unit_of(m["unit"])
    if scene.anchor is None:
        return "DATE", "", None
    gone = unit == "Q" or (unit == "WE" and scene.anchor.weekday() < 5)
    back = -1 if gone and not scene.ahead else 0  # reports speak of the quarter that ended
    return dated(cal.shifted(scene.anchor, back, unit))


def end_of(m: re.Match[str], scene: Scene) -> Found:
    """Read "the end of next month", "year's end": about its last day; the value names the whole."""
    if scene.anchor is None:
        return "DATE", "", None
    step = {"next": 1, "last": -1}.get((m["mod"] or "").casefold(), 0)
    whole = cal.shifted(scene.anchor, step, unit_of(m["unit"]))
    if whole is None:
        return "DATE", "", None
    part = (m["part"] or "end").casefold()
    if part != "end":
        return dated(part_of(whole, part))
    return dated(cal.Period(whole.last, whole.last, whole.value, f"{whole.last.isoformat()}~"))


def clock(m: re.Match[str], scene: Scene) -> Found:
    """Read "10:20", "3 p.m."."""
    spelt = number_value(m["h"].casefold())
    if spelt is None:
        return None
    hour, minute = int(spelt), int(m["min"] or 0)
    half = (m["half"] or "").casefold().replace(".", "")
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 24 or minute > 59:
        return None
    base = scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"
    return "TIME", f"{base}T{hour:02}:{minute:02}", None


def part(m: re.Match[str], scene: Scene) -> Found:
    """Read "in the morning"."""
    base = scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"
    words = " ".join(m["part"].casefold().split()).removeprefix("the ")
    codes = cal.words("part")
    return "TIME", f"{base}T{codes.get(words) or codes[words.split()[-1]]}", None


def month_day(m: re.Match[str], scene: Scene) -> Found:
    """Read "on the 10th": the last such day up to publication, the next one of what is to come."""
    if scene.anchor is None:
        return "DATE", "", None
    months = [cal.shift_months(scene.anchor, step) for step in ((0, 1) if scene.ahead else (0, -1))]
    days = [cal.real(*month, int(m["d"])) for month in months if month]
    near = [d for d in days if d and (d >= scene.anchor if scene.ahead else d <= scene.anchor)]
    return dated(cal.day(near[0]) if near else None)


def ref(m: re.Match[str], scene: Scene) -> Found:
    """Read "now", "recently", "in the past"."""
    return "DATE", cal.words("ref")[" ".join(m["ref"].casefold().split())], None
