"""Dates by the calendar: days, months, seasons, quarters, years, decades, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from twosource.grounding import calendars as cal
from twosource.grounding import edtf
from twosource.grounding.timing import Found, Scene, dated, year_of

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEARS = 360  # days from which a period has twelve months


def iso(m: re.Match[str], scene: Scene) -> Found:
    """Read "2024-08-06", with a clock time where one follows."""
    when = cal.real(int(m["y"]), int(m["mo"]), int(m["d"]))
    if when and m["clock"]:
        return "TIME", f"{when.isoformat()}T{m['clock'][:5]}", cal.day(when)
    return dated(cal.day(when) if when else None)


def numeric(m: re.Match[str], scene: Scene) -> Found:
    """11/09/2020: read only where one of the two cannot be a month."""
    one, two, year = int(m["one"]), int(m["two"]), int(m["y"])
    year += (1900 if year > 50 else 2000) if year < 100 else 0
    if one > 12 >= two or one == two:
        when = cal.real(year, two, one)
    elif two > 12 >= one:
        when = cal.real(year, one, two)
    else:
        when = None
    return dated(cal.day(when) if when else None)


def calendar(m: re.Match[str], scene: Scene) -> Found:
    """Read "6 August 2024", "Aug. 6"."""
    if not m["d"].isascii():  # a day of another script is read by nobody, nor is the month alone
        return "DATE", "", None
    month = int(cal.words("month")[m["month"].casefold().rstrip(".")])
    given = m["y"]
    year = int(given) if given else None
    if year is None:
        year = year_of(None, month, scene)
    if year is None:
        day = int(m["d"])
        return "DATE", f"XXXX-{month:02}-{day:02}" if day < 32 else "", None
    when = cal.real(year, month, int(m["d"]))
    return dated(cal.day(when) if when else None, m["part"])


def days(m: re.Match[str], scene: Scene) -> Found:
    """Read "15 to 25 November"."""
    month = int(cal.words("month")[m["month"].casefold().rstrip(".")])
    year = year_of(m["y"], month, Scene(scene.anchor, False))
    if year is None:
        return "DATE", "", None
    first, last = cal.real(year, month, int(m["d"])), cal.real(year, month, int(m["d2"]))
    if not first or not last or last < first:
        return "DATE", "", None
    return (
        "DATE",
        last.isoformat(),
        cal.Period(first, last, last.isoformat(), edtf.days(first, last)),
    )


def month(m: re.Match[str], scene: Scene) -> Found:
    """Read "last August", "early June", "August 2024"."""
    month = int(cal.words("month")[m["month"].casefold().rstrip(".")])
    year = int(m["y"]) if m["y"] else None
    mod = (m["mod"] or "").casefold()
    if year is None and scene.anchor:
        if mod in ("last", "this", "next", "the coming", "this past", "past"):
            gone = mod in ("last", "this past", "past")
            year = cal.nearest_year(scene.anchor, month, not gone if mod != "this" else None)
            year -= gone and month == scene.anchor.month
        else:
            year = year_of(None, month, scene)
    if year is None:
        return "DATE", f"XXXX-{month:02}", None
    whole = cal.month(year, month)
    return dated(part_of(whole, mod) if whole else None)


_PARTS = {  # first and last twelfth of what they are part of
    "early": (0, 4),
    "beginning": (0, 4),
    "start": (0, 4),
    "mid": (4, 8),
    "late": (8, 12),
    "end": (8, 12),
    "first": (0, 6),
    "second": (6, 12),
}


def part_of(whole: cal.Period, mod: str) -> cal.Period:
    """Take "early", "mid-", "late", "first half of": a part; the value stays the whole's."""
    key = re.sub(r"^the\s+", "", mod)
    length = (whole.last - whole.first).days + 1
    for word, (low, high) in _PARTS.items():
        if not key.startswith(word):
            continue
        first = whole.first + timedelta(days=length * low // 12)
        last = whole.first + timedelta(days=length * high // 12 - 1)
        if length > _YEARS:
            first = date(whole.first.year, low + 1, 1)
            last = date(whole.first.year, high, 31 if high in (8, 12) else 30)
        if word in ("first", "second"):  # halves begin and end on a day
            return cal.Period(first, last, whole.value, edtf.days(first, last))
        return cal.about(first, last, whole.value)
    return whole


def year(m: re.Match[str], scene: Scene) -> Found:
    """Read "2024", "early 2024"."""
    whole = cal.year(int(m["y"]))
    return dated(part_of(whole, (m["mod"] or "").casefold()) if whole else None)


def decade(m: re.Match[str], scene: Scene) -> Found:
    """Read "the 1990s", "the 90s"."""
    digits = m["dec"]
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    first, last = cal.real(start, 1, 1), cal.real(start + 9, 12, 31)
    if not first or not last:
        return "DATE", "", None
    value = f"{start // 10}X"
    return "DATE", value, cal.Period(first, last, value)


def season(m: re.Match[str], scene: Scene) -> Found:
    """Read "last autumn", "winter 2024"."""
    code = cal.words("season")[m["season"].casefold()]
    mod = (m["mod"] or "").casefold().strip()
    if m["y"]:
        whole = cal.season(int(m["y"]), code)
        return dated(part_of(whole, mod) if whole else None)
    if scene.anchor is None:
        return "DATE", f"XXXX-{code}", None
    begins = cal.SEASONS[code][0]
    if mod == "next" or (scene.ahead and mod != "last"):
        whole = _coming_season(scene.anchor, code, under_way=mod != "next")
        return dated(part_of(whole, mod) if whole else None)
    year = cal.nearest_year(scene.anchor, begins, None if mod == "this" else False)
    if mod == "last":
        now = cal.season(year, code)
        year -= bool(now and now.last >= scene.anchor)
    whole = cal.season(year, code)
    return dated(part_of(whole, mod) if whole else None)


def _coming_season(anchor: date, code: str, *, under_way: bool) -> cal.Period | None:
    """The next such season, or the one that goes on now."""
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        whole = cal.season(year, code)
        if whole and (whole.last if under_way else whole.first) >= anchor:
            return whole
    return None


def holiday(m: re.Match[str], scene: Scene) -> Found:
    """Read "Christmas", "New Year's Day 2024"."""
    month, day = map(int, cal.words("holiday")[m["holiday"].casefold()].split("-"))
    if m["y"]:
        year: int | None = int(m["y"])
    else:
        year = year_of(None, month, scene)
    when = cal.real(year, month, day) if year else None
    return dated(cal.day(when) if when else None)


def quarter(m: re.Match[str], scene: Scene) -> Found:
    """Read "the third quarter"."""
    which = _ORDINALS[m["which"].casefold()]
    year = int(m["y"]) if m["y"] else scene.anchor.year if scene.anchor else None
    if year is None:
        return "DATE", f"XXXX-Q{which}", None
    whole = cal.quarter(year, which)
    if not m["y"] and whole and scene.anchor and whole.first > scene.anchor:
        whole = cal.quarter(year - 1, which)
    return dated(whole)
