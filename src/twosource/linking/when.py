"""Moments and days as sortable text; a document without a date sorts after all dated ones."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from twosource.model import Document, TimeRange

UNKNOWN = "9999"


def moment(document: Document) -> str:
    """When it was published, in UTC where a zone is given; `UNKNOWN` where it is not stated."""
    stated = document.published_at or document.modified_at
    if not stated:
        return UNKNOWN
    try:
        at = datetime.fromisoformat(stated)
    except ValueError:
        return stated if stated[:4].isdigit() else UNKNOWN
    if at.tzinfo is not None:
        at = at.astimezone(UTC).replace(tzinfo=None)
    return at.isoformat()


def order(document: Document) -> tuple[str, str]:
    """The order of publication: earliest first, equal moments by id."""
    return moment(document), document.id


def day(document: Document) -> str | None:
    """The day of publication, ``None`` where it is not stated to the day."""
    at = moment(document)
    return at[:10] if at != UNKNOWN and _ordinal(at[:10]) is not None else None


def ordinal(day: str | None) -> int | None:
    """The number of a day ``YYYY-MM-DD``, for means and differences; ``None`` for none."""
    return _ordinal(day[:10]) if day else None


@lru_cache(maxsize=50_000)
def _ordinal(text: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def days_apart(a: str, b: str) -> int | None:
    """Days between two dates ``YYYY-MM-DD``; ``None`` where one is no date."""
    x, y = _ordinal(a[:10]), _ordinal(b[:10])
    return None if x is None or y is None else abs(x - y)


def overlap(a: TimeRange, b: TimeRange) -> float:
    """Shared days over all days of both ranges, 0..1; 0 where a bound is no date."""
    return _overlap(a.start, a.end, b.start, b.end)


@lru_cache(maxsize=100_000)
def _overlap(start: str, end: str, other_start: str, other_end: str) -> float:
    bounds = [_ordinal(x[:10]) for x in (start, end, other_start, other_end)]
    if None in bounds:
        return 1.0 if (start, end) == (other_start, other_end) else 0.0
    s1, e1, s2, e2 = (x for x in bounds if x is not None)
    shared = min(e1, e2) - max(s1, s2) + 1
    whole = max(e1, e2) - min(s1, s2) + 1
    return max(0, shared) / whole if whole > 0 else 0.0
