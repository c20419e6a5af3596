"""How each sort of time expression is read: one function a sort, named in ``data/timexes.tsv``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.grounding import calendars as cal
from twosource.grounding.numbers import value as number_value

PLURALS = ("century", "centuries")

Found = tuple[str, str, cal.Period | None] | None
Handler = Callable[["re.Match[str]", "Scene"], Found]


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is read against: publication day, and whether the sentence looks ahead."""

    anchor: date | None
    ahead: bool


def _dated(period: cal.Period | None, part: str | None = None) -> Found:
    if period is None:
        return "DATE", "", None
    if part:
        code = cal.words("part").get(part.casefold().strip().split()[-1], "")
        return "TIME", f"{period.value}T{code}", period
    return "DATE", period.value, period


def _iso(m: re.Match[str], scene: Scene) -> Found:
    when = cal.real(int(m["y"]), int(m["mo"]), int(m["d"]))
    if when and m["clock"]:
        return "TIME", f"{when.isoformat()}T{m['clock'][:5]}", cal.day(when)
    return _dated(cal.day(when) if when else None)


def _numeric(m: re.Match[str], scene: Scene) -> Found:
    """11/09/2020: read only where one of the two cannot be a month."""
    one, two, year = int(m["one"]), int(m["two"]), int(m["y"])
    year += (1900 if year > 50 else 2000) if year < 100 else 0
    if one > 12 >= two or one == two:
        when = cal.real(year, two, one)
    elif two > 12 >= one:
        when = cal.real(year, one, two)
    else:
        when = None
    return _dated(cal.day(when) if when else None)


def _year_of(text: str | None, month: int, scene: Scene) -> int | None:
    if text:
        return int(text)
    ahead = True if scene.ahead else None
    return cal.nearest_year(scene.anchor, month, ahead) if scene.anchor else None


def _calendar(m: re.Match[str], scene: Scene) -> Found:
    month = int(cal.words("month")[m["month"].casefold().rstrip(".")])
    given = m["y"]
    year = int(given) if given else None
    if year is None and scene.anchor:
        year = cal.nearest_year(scene.anchor, month, None)
    if year is None:
        day = int(m["d"])
        return "DATE", f"XXXX-{month:02}-{day:02}" if day < 32 else "", None
    when = cal.real(year, month, int(m["d"]))
    return _dated(cal.day(when) if when else None, m["part"])


def _days(m: re.Match[str], scene: Scene) -> Found:
    """Read "15 to 25 November"."""
    month = int(cal.words("month")[m["month"].casefold().rstrip(".")])
    year = _year_of(m["y"], month, Scene(scene.anchor, False))
    if year is None:
        return "DATE", "", None
    first, last = cal.real(year, month, int(m["d"])), cal.real(year, month, int(m["d2"]))
    if not first or not last or last < first:
        return "DATE", "", None
    return "DATE", last.isoformat(), cal.Period(first, last, last.isoformat())


def _month(m: re.Match[str], scene: Scene) -> Found:
    month = int(cal.words("month")[m["month"].casefold().rstrip(".")])
    year = int(m["y"]) if m["y"] else None
    mod = (m["mod"] or "").casefold()
    if year is None and scene.anchor:
        if mod in ("last", "this", "next", "the coming", "this past", "past"):
            gone = mod in ("last", "this past", "past")
            year = cal.nearest_year(scene.anchor, month, not gone if mod != "this" else None)
            year -= gone and month == scene.anchor.month
        else:
            year = _year_of(None, month, scene)
    if year is None:
        return "DATE", f"XXXX-{month:02}", None
    whole = cal.month(year, month)
    return _dated(_part_of(whole, mod) if whole else None)


def _part_of(whole: cal.Period, mod: str) -> cal.Period:
    """Take "early", "mid-", "late", "first half of": a part; the value stays the whole's."""
    length = (whole.last - whole.first).days + 1
    bounds = {
        "early": (0.0, 1 / 3),
        "mid": (1 / 3, 2 / 3),
        "late": (2 / 3, 1.0),
        "first": (0.0, 0.5),
        "second": (0.5, 1.0),
        "beginning": (0.0, 1 / 3),
        "middle": (1 / 3, 2 / 3),
        "end": (2 / 3, 1.0),
    }
    key = re.sub(r"^the\s+", "", mod)
    for word, (low, high) in bounds.items():
        if key.startswith(word):
            days = -(-length // 2) if word in ("first", "second") else None
            if word == "first" and days:
                last = whole.first + timedelta(days=(length // 2) - 1)
                return cal.Period(whole.first, last, whole.value)
            first = whole.first + timedelta(days=int(length * low))
            return cal.Period(
                first, whole.first + timedelta(days=int(length * high) - 1), whole.value
            )
    return whole


def _year(m: re.Match[str], scene: Scene) -> Found:
    whole = cal.year(int(m["y"]))
    return _dated(_part_of(whole, (m["mod"] or "").casefold()) if whole else None)


def _decade(m: re.Match[str], scene: Scene) -> Found:
    digits = m["dec"]
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    first, last = cal.real(start, 1, 1), cal.real(start + 9, 12, 31)
    if not first or not last:
        return "DATE", "", None
    value = f"{start // 10}X"
    return "DATE", value, cal.Period(first, last, value)


def _weekday(m: re.Match[str], scene: Scene) -> Found:
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
    return _dated(cal.day(when), m["part"])


_RELATIVE_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1, "overnight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip


def _near(m: re.Match[str], scene: Scene) -> Found:
    words = " ".join(m["near"].casefold().split())
    code = cal.words("part").get("night" if words == "tonight" else words.split()[-1])
    if scene.anchor is None:
        return ("TIME" if code or m["part"] else "DATE"), "", None
    period = cal.day(scene.anchor + timedelta(days=_RELATIVE_DAYS[words]))
    if code and not m["part"]:
        return "TIME", f"{period.value}T{code}", period
    return _dated(period, m["part"])


def _unit(text: str) -> str:
    bare = text.casefold().rstrip(".")
    bare = "century" if bare in PLURALS else bare
    units = cal.words("unit")
    return units.get(bare) or units.get(bare.removesuffix("s"), "")


def _deictic(m: re.Match[str], scene: Scene) -> Found:
    """Read "last week", "this month", "next year", "the previous day", "the same day"."""
    unit = _unit(m["unit"])
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
    return _dated(cal.shifted(scene.anchor, step, unit), None)


def _season(m: re.Match[str], scene: Scene) -> Found:
    code = cal.words("season")[m["season"].casefold()]
    mod = (m["mod"] or "").casefold().strip()
    if m["y"]:
        return _dated(cal.season(int(m["y"]), code))
    if scene.anchor is None:
        return "DATE", f"XXXX-{code}", None
    year = cal.nearest_year(scene.anchor, cal.SEASONS[code][0], None if mod == "this" else False)
    if mod == "last":
        now = cal.season(year, code)
        year -= bool(now and now.last >= scene.anchor)
    elif mod == "next":
        year = cal.nearest_year(scene.anchor, cal.SEASONS[code][0], True)
    return _dated(cal.season(year, code))


def _count(text: str) -> float | None:
    words = " ".join(text.casefold().split())
    vague = ("several", "a few", "few", "many", "some", "recent", "couple", "the few", "last few")
    if any(words.endswith(v) for v in vague) or words in ("", "past", "last", "next"):
        return None
    if words in ("a", "an", "one", "another", "the", "each"):
        return 1.0
    if words.startswith("half"):
        return 0.5
    if words.startswith("a couple"):
        return 2.0
    return number_value(re.sub(r"^(?:past|last|next|first|the|a|an)\s+(?=\S)", "", words))


def _duration_value(count: float | None, unit: str) -> str:
    if count is None:
        amount = "X"
    elif count == int(count):
        amount = str(int(count))
    else:
        amount = f"{count:g}"
    if unit in ("TH", "TM", "TS"):
        return f"PT{amount}{unit[1]}"
    return f"P{amount}{unit}"


def _ago(m: re.Match[str], scene: Scene) -> Found:
    unit, count = _unit(m["unit"]), _count(m["n"])
    back = m["dir"].casefold() in ("ago", "earlier", "before", "back")
    if count is None or scene.anchor is None or unit.startswith("T"):
        vague = "PAST_REF" if back else "FUTURE_REF"
        return "DATE", vague if count is None else "", None
    whole = int(count)
    there = cal.shifted(scene.anchor, -whole if back else whole, unit)
    if unit == "W" and there:  # the value names the week, the days are the day so many weeks away
        day = scene.anchor + timedelta(weeks=-whole if back else whole)
        there = cal.Period(day, day, there.value)
    return _dated(there)


def _lately(m: re.Match[str], scene: Scene) -> Found:
    """Read "in the past three days", "the last two weeks": a duration that ends (or starts) now."""
    unit, count = _unit(m["unit"]), _count(m["n"] or "a")
    value = _duration_value(count, unit)
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


def _duration(m: re.Match[str], scene: Scene) -> Found:
    unit = _unit(m["unit"])
    count = _count(m["n"])
    if unit == "WE" or m.group().casefold().endswith("old"):  # an age is no time
        return None
    return "DURATION", _duration_value(count, unit), None


def _bare_plural(m: re.Match[str], scene: Scene) -> Found:
    return "DURATION", _duration_value(None, _unit(m["unit"])), None


def _whole(m: re.Match[str], scene: Scene) -> Found:
    """Read "the year", "the latest quarter", "over the weekend": the one that holds the anchor."""
    unit = _unit(m["unit"])
    if scene.anchor is None:
        return "DATE", "", None
    gone = unit == "Q" or (unit == "WE" and scene.anchor.weekday() < 5)
    back = -1 if gone and not scene.ahead else 0  # reports speak of the quarter that ended
    return _dated(cal.shifted(scene.anchor, back, unit))


def _end_of(m: re.Match[str], scene: Scene) -> Found:
    """Read "the end of the month": its last day; the value names the whole."""
    if scene.anchor is None:
        return "DATE", "", None
    whole = cal.shifted(scene.anchor, 0, _unit(m["unit"]))
    return _dated(cal.Period(whole.last, whole.last, whole.value) if whole else None)


def _set(m: re.Match[str], scene: Scene) -> Found:
    return "SET", cal.words("set")[m["set"].casefold()], None


def _every(m: re.Match[str], scene: Scene) -> Found:
    if m["day"]:
        return "SET", f"XXXX-WXX-{int(cal.words('weekday')[m['day'].casefold()]) + 1}", None
    count = _count(m["n"] or "a")
    return "SET", _duration_value(count, _unit(m["unit"])), None


def _clock(m: re.Match[str], scene: Scene) -> Found:
    hour, minute = int(m["h"]), int(m["min"] or 0)
    half = (m["half"] or "").casefold().replace(".", "")
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 24 or minute > 59:
        return None
    base = scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"
    return "TIME", f"{base}T{hour:02}:{minute:02}", None


def _part(m: re.Match[str], scene: Scene) -> Found:
    base = scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"
    return "TIME", f"{base}T{cal.words('part')[m['part'].casefold().split()[-1]]}", None


def _ref(m: re.Match[str], scene: Scene) -> Found:
    return "DATE", cal.words("ref")[" ".join(m["ref"].casefold().split())], None


def _holiday(m: re.Match[str], scene: Scene) -> Found:
    month, day = map(int, cal.words("holiday")[m["holiday"].casefold()].split("-"))
    if m["y"]:
        year: int | None = int(m["y"])
    else:
        year = _year_of(None, month, scene)
    when = cal.real(year, month, day) if year else None
    return _dated(cal.day(when) if when else None)


_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarter(m: re.Match[str], scene: Scene) -> Found:
    which = _ORDINALS[m["which"].casefold()]
    year = int(m["y"]) if m["y"] else scene.anchor.year if scene.anchor else None
    if year is None:
        return "DATE", f"XXXX-Q{which}", None
    whole = cal.quarter(year, which)
    if not m["y"] and whole and scene.anchor and whole.first > scene.anchor:
        whole = cal.quarter(year - 1, which)
    return _dated(whole)


def _months_of_year(m: re.Match[str], scene: Scene) -> Found:
    """Read "the first nine months of the year"."""
    count = _count(m["n"])
    year = int(m["y"]) if m["y"] else scene.anchor.year if scene.anchor else None
    if year is None or count is None or not 1 <= count <= 12:
        return "DURATION", _duration_value(count, "M"), None
    first, last = cal.month(year, 1), cal.month(year, int(count))
    if not first or not last:
        return "DATE", "", None
    value = _duration_value(count, "M")
    return "DURATION", value, cal.Period(first.first, last.last, value)


READINGS: dict[str, Handler] = {
    "iso": _iso,
    "numeric": _numeric,
    "calendar": _calendar,
    "days": _days,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "weekday": _weekday,
    "near": _near,
    "deictic": _deictic,
    "season": _season,
    "ago": _ago,
    "lately": _lately,
    "duration": _duration,
    "bare_plural": _bare_plural,
    "whole": _whole,
    "end_of": _end_of,
    "set": _set,
    "every": _every,
    "clock": _clock,
    "part": _part,
    "ref": _ref,
    "holiday": _holiday,
    "quarter": _quarter,
    "months_of_year": _months_of_year,
}
