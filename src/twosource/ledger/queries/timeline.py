"""When things were said and when they are said to have happened."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.ledger.queries.filters import ClaimFilter
from twosource.model import ClaimKind, Status

POINTS = 2_000  # claims that are given one by one


@dataclass(frozen=True, slots=True)
class Bucket:
    """How many claims fall on the days from ``start`` to ``end`` (``YYYY-MM-DD``, inclusive)."""

    start: str
    end: str
    count: int


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """One claim: first said on ``said``, of something from ``start`` to ``end``."""

    claim: str
    summary: str
    kind: ClaimKind
    status: Status
    said: str
    start: str
    end: str
    documents: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Claims by day (``unit`` "day", "week", "month" or "year", as long as the whole needs).

    ``said``: by first publication; ``happened``: by the first day of the thing claimed. Empty
    buckets are left out. ``points`` are at most `POINTS` of the ``total`` claims that have both
    days, by when the thing happened.
    """

    unit: str
    said: tuple[Bucket, ...]
    happened: tuple[Bucket, ...]
    points: tuple[TimelinePoint, ...]
    total: int


def timeline(
    connection: Connection, where: ClaimFilter | None = None, points: int = POINTS
) -> Timeline:
    """The timeline of the claims that the filter lets through."""
    raise NotImplementedError
