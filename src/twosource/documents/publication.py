"""When and where something was published: times to ISO 8601, addresses to one form.

No time zone, day or hour is invented: what the source leaves out stays out.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit, urlunsplit

MONTHS = {
    name: number + 1
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june"),
            *("jul july", "aug august", "sep sept september", "oct october", "nov november"),
            "dec december",
        )
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
MAX_HEAD_LINES = 6
_DATE_WORDS = """published posted issued date dated as on at gmt utc first local time of release
mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"""
DATE_WORDS = frozenset(_DATE_WORDS.split())
_PART = re.compile(r"\d{4}-\d{2}(-\d{2})?$|\d{4}$")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?")
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?", re.I)
_ZONE = re.compile(r"\b(GMT|UTC|Z)\b")
_PLACE = re.compile(r"^[A-ZÀ-Þ][\w.’'\-]+(?: [A-ZÀ-Þ][\w.’'\-]+){0,2},\s+")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\.?,?\s+(\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)


def iso_time(stated: object) -> str | None:
    """A date or time as ISO 8601; one that is ISO already stays as written.

    Reads ISO 8601, RFC 2822 (mail, RSS) and English newspaper dates ("28 April 2025, 14:10 GMT").
    Numeric dates whose order is a matter of country ("04/05/2025") are not read.
    """
    if not isinstance(stated, str) or not (text := stated.strip()) or len(text) > 100:
        return None
    if _PART.match(text):
        return text if _valid_part(text) else None
    try:
        datetime.fromisoformat(text)
    except ValueError:
        pass
    else:
        return text if "-" in text else datetime.fromisoformat(text).isoformat()
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return _newspaper(text)
    return found.isoformat()


def _valid_part(text: str) -> bool:
    try:
        datetime.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _newspaper(text: str) -> str | None:
    if match := _DAY_FIRST.search(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.search(text):
        month, day, year = match.groups()
    else:
        return None
    try:
        date = datetime(int(year), MONTHS[month.lower()], int(day))
        clock = _CLOCK.search(text[: match.start()] + text[match.end() :])
        if not clock:
            return date.date().isoformat()
        hour, minute = int(clock.group(1)), int(clock.group(2))
        if clock.group(3):
            hour = hour % 12 + (12 if clock.group(3).lower().startswith("p") else 0)
        date = date.replace(hour=hour, minute=minute)
    except ValueError:
        return None
    return (date.replace(tzinfo=UTC) if _ZONE.search(text) else date).isoformat()


def date_line(text: str) -> str | None:
    """The date that stands alone on one of a text's first lines ("Published: 28 April 2025").

    Below the title a place may stand before it ("London, May 4, 1982").
    """
    lines = [line.strip() for line in text[:2000].split("\n") if line.strip()][:MAX_HEAD_LINES]
    for number, line in enumerate(lines):
        dated = _bare_date(line) or (number > 0 and _bare_date(_PLACE.sub("", line)))
        if dated and (time := iso_time(line)):
            return time
    return None


def _bare_date(written: str) -> bool:
    """Nothing but a date, a time and the words that go with them."""
    if len(written) >= 80:
        return False
    rest = _ISO.sub("", _DAY_FIRST.sub("", _MONTH_FIRST.sub("", written)))
    words = re.findall(r"[^\W_]+", _CLOCK.sub("", rest).lower())
    return rest != written and DATE_WORDS.issuperset(words)


def address(stated: object, base: str | None = None) -> str | None:
    """An http(s) address without fragment and with a lower-case host; anything else is ``None``."""
    if not isinstance(stated, str) or not stated.strip():
        return None
    from urllib.parse import urljoin

    try:
        parts = urlsplit(urljoin(base or "", stated.strip()))
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or any(map(str.isspace, parts.netloc)):
        return None
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", parts.query, ""))


def host(url: str | None) -> str | None:
    """The host of an address, ``www.`` left off."""
    if not url or not (name := urlsplit(url).hostname):
        return None
    return name.removeprefix("www.")


def line(stated: object, limit: int = 500) -> str | None:
    """Metadata as one line of text: white space folded, ``None`` where nothing is left."""
    if not isinstance(stated, str):
        return None
    return " ".join(stated.split())[:limit] or None
