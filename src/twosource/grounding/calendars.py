"""Days, weeks, months and years as ranges, and the words of the calendar."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from twosource.lexicon import rows


@cache
def words(sort: str) -> dict[str, str]:
    """Words of one sort (month, weekday, part, season, unit, …), case-folded, to their value."""
    return {row[0].casefold(): row[2] for row in rows("grounding", "calendar") if row[1] == sort}


def alternatives(sort: str) -> str:
    """The words of a sort as a regular expression, longest first."""
    return "|".join(re.escape(word) for word in sorted(words(sort), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included, and the TIMEX3 value that names the period.

    ``edtf``: what is known of the days where ``value`` does not tell it ("late May").
    """

    first: date
    last: date
    value: str
    edtf: str | None = None


def about(first: date, last: date, value: str) -> Period:
    """From about one day to about another."""
    return Period(first, last, value, f"{first.isoformat()}~/{last.isoformat()}~")


def real(year: int, month: int, day: int) -> date | None:
    """The day, ``None`` where the calendar has none such (31 April)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day(when: date) -> Period:
    """One day."""
    return Period(when, when, when.isoformat())


def week(when: date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    monday = when - timedelta(days=when.weekday())
    year, number, _ = monday.isocalendar()
    return Period(monday, monday + timedelta(days=6), f"{year:04}-W{number:02}")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the week that holds a day."""
    whole = week(when)
    return Period(whole.last - timedelta(days=1), whole.last, f"{whole.value}-WE")


def month(year: int, number: int) -> Period | None:
    """A month; ``None`` outside the years that dates can hold."""
    first = real(year, number, 1)
    if first is None:
        return None
    last = date(year, number, calendar.monthrange(year, number)[1])
    return Period(first, last, f"{year:04}-{number:02}")


def year(number: int) -> Period | None:
    """A calendar year."""
    first, last = real(number, 1, 1), real(number, 12, 31)
    return Period(first, last, f"{number:04}") if first and last else None


def quarter(number: int, which: int) -> Period | None:
    """A quarter of a calendar year."""
    first, last = month(number, 3 * which - 2), month(number, 3 * which)
    return Period(first.first, last.last, f"{number:04}-Q{which}") if first and last else None


SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def season(number: int, code: str) -> Period | None:
    """A season of the northern hemisphere; winter is named by the year it begins in."""
    begin, end = SEASONS[code]
    first, last = month(number, begin), month(number + (end < begin), end)
    return Period(first.first, last.last, f"{number:04}-{code}") if first and last else None


def shift_months(when: date, months: int) -> tuple[int, int] | None:
    """Year and month some months away; ``None`` outside the years that dates can hold."""
    at = when.year * 12 + when.month - 1 + months
    return (at // 12, at % 12 + 1) if 1 <= at // 12 <= 9998 else None


def shifted(when: date, count: int, unit: str) -> Period | None:
    """The day, week, month, … that lies ``count`` of them away from a day."""
    try:
        if unit == "D":
            return day(when + timedelta(days=count))
        if unit in ("W", "WE"):
            there = when + timedelta(weeks=count)
            return week(there) if unit == "W" else weekend(there)
    except OverflowError:
        return None
    if unit == "M":
        at = shift_months(when, count)
        return month(*at) if at else None
    if unit == "Q":
        at = shift_months(when, 3 * count)
        return quarter(at[0], (at[1] + 2) // 3) if at else None
    if unit in ("Y", "E", "C"):
        return year(when.year + count * {"Y": 1, "E": 10, "C": 100}[unit])
    return None


def nearest_year(anchor: date, number: int, ahead: bool | None) -> int:
    """The year that puts a bare month nearest to the anchor; ``ahead`` forces a side."""
    gap = number - anchor.month
    if ahead is True:
        return anchor.year + (gap < 0)
    if ahead is False:
        return anchor.year - (gap > 0)
    if gap > 6:
        return anchor.year - 1
    return anchor.year + 1 if gap < -7 else anchor.year
