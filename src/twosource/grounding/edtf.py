"""Days with what is not known of them, as EDTF (ISO 8601-2, levels 0 to 2 of the Library of
Congress' specification): "2020-10", "2020-23" (autumn), "../2020-10-08", "2020-10-08~".
"""

from __future__ import annotations

import re
from datetime import date

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_SEASON = re.compile(r"([0-9]{4})-(SP|SU|FA|WI)")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")
_DECADE = re.compile(r"[0-9]{3}X?")
OPEN = ".."  # a bound that exists and is not known
DOUBT = {"~": "about that time", "?": "uncertain", "%": "uncertain and about that time"}


def named(value: str) -> str | None:
    """The EDTF form of a TIMEX3 value that names a day, month, season, quarter, year or decade."""
    if _PLAIN.fullmatch(value):
        return value
    if match := _SEASON.fullmatch(value):
        return f"{match[1]}-{SEASONS[match[2]]}"
    if match := _QUARTER.fullmatch(value):
        return f"{match[1]}-{32 + int(match[2])}"
    return f"{value[:3]}X" if _DECADE.fullmatch(value) else None


def days(first: date, last: date) -> str:
    """One day, or an interval of days."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def until(last: date) -> str:
    """From a beginning nobody dates to a day."""
    return f"{OPEN}/{last.isoformat()}"


def doubted(written: str, mark: str) -> str:
    """The same with a mark of doubt at each end: "~" about, "?" uncertain."""
    return "/".join(part if part == OPEN else f"{part}{mark}" for part in written.split("/"))
