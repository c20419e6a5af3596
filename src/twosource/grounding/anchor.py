"""The day that "today" and "Tuesday" of a document are counted from.

It is the day of publication by the clock of the place in the dateline ("SEOUL", 23:30 UTC on the
15th: the 16th), or the dateline's own date where it states one not long before. Where neither
tells more it is the day of the stamp as written.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from twosource.documents.dateline import find_dateline
from twosource.documents.publication import iso_time
from twosource.grounding import calendars as cal
from twosource.grounding.gazetteer import Entry, lookup
from twosource.lexicon import rows
from twosource.model import Document

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_UNTIMED = re.compile(r"[0-9-]{10}(?:T00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?$")
_DATE = re.compile(r"(?P<d>[0-9]{1,2})\b")
EARLIER = 3  # days by which a dispatch may be older than the page that carries it
_EARLY, _LATE = -14, 14  # hours that any clock differs from UTC


def anchor_of(document: Document, text: str) -> date | None:
    """The day a document's relative times count from; ``None`` where it states none."""
    stamped = day_of(document.published_at)
    line = find_dateline(text)
    place = document.dateline or (line.place if line else None)
    local = _local_day(document.published_at, place) or stamped
    written = line.date if line else None
    return (_written_day(written, local) if written else None) or local


def day_of(stamp: str | None) -> date | None:
    """The day of an ISO 8601 stamp; ``None`` where it has none or no such day exists."""
    match = _DAY.match(stamp or "")
    return cal.real(int(match[1]), int(match[2]), int(match[3])) if match else None


def _written_day(written: str, published: date | None) -> date | None:
    """The date of a dateline, which mostly leaves out the year."""
    if published is None:
        return day_of(iso_time(written))
    months, day = cal.words("month"), _DATE.search(written)
    named = (months.get(word.casefold().rstrip(".")) for word in re.findall(r"[^\W\d_]+", written))
    month = next((int(number) for number in named if number), None)
    if day is None or month is None:
        return None
    years = (published.year, published.year - 1)
    days = (cal.real(year, month, int(day["d"])) for year in years)
    near = (d for d in days if d and -1 <= (published - d).days <= EARLIER)
    return next(near, None)


def _local_day(stamp: str | None, place: str | None) -> date | None:
    """The day of a moment by the clock of a place; ``None`` where either is not known."""
    if not stamp or not place or _UNTIMED.match(stamp):
        return None
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    if moment.tzinfo is None or not _EARLY <= _hours(moment) <= _LATE:
        return None
    zone = zone_of(place)
    if zone is None:
        return None
    try:
        return moment.astimezone(ZoneInfo(zone)).date()
    except OverflowError:
        return None


def _hours(moment: datetime) -> float:
    return (moment.utcoffset() or timedelta()) / timedelta(hours=1)


@cache
def _zones() -> dict[tuple[str, str], str]:
    return {(code, admin): zone for code, admin, zone in rows("grounding", "time_zones")}


def zone_of(place: str) -> str | None:
    """The zone of a dateline's place: "SEOUL", "GOMA, Congo", "PARIS, Texas", "KYIV/MOSCOW".

    The most populous town of the name, within the country or state beside it. A country that has
    several zones tells none.
    """
    name, _, outer = place.split("/")[0].partition(",")
    found = [entry for entry in lookup(name.strip()) if entry.country]
    if outer.strip():
        around = [e for e in lookup(outer.strip().rstrip(".")) if e.sort != "town"]
        within = [e for e in found if any(_holds(o, e) for o in around)]
        found = within or ([] if around else found)
    if not found:
        return None
    entry = found[0]
    if entry.sort == "country" and any(c == entry.country and a != "-" for c, a in _zones()):
        return None
    usual = _zones().get((entry.country, "-"))
    return _zones().get((entry.country, entry.admin), usual)


def _holds(outer: Entry, inner: Entry) -> bool:
    return outer.country == inner.country and outer.admin in ("", inner.admin)
