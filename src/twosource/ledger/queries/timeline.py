"""When things were said and when they are said to have happened."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, func, select

from twosource.ledger.queries.chosen import NOTHING, conditions, counted, rows
from twosource.ledger.queries.claims import by_number
from twosource.ledger.queries.filters import ClaimFilter
from twosource.model import ClaimKind, Status

POINTS = 2_000  # claims that are given one by one
MOST_BUCKETS = 120
UNITS = (("day", 1), ("week", 7), ("month", 30))  # with their length in days, about


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
    days: the latest to happen, in time.
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
    found = conditions(connection, where or NOTHING)
    said = _days(connection, func.substr(rows.c.published, 1, 10), found)
    happened = _days(connection, rows.c.time_from, found)
    unit = unit_of([day for day, _ in (*said, *happened)])
    both = [*found, rows.c.published != "", rows.c.time_to != ""]
    return Timeline(
        unit=unit,
        said=buckets(said, unit),
        happened=buckets(happened, unit),
        points=_points(connection, both, points),
        total=counted(connection, both),
    )


def _days(
    connection: Connection, day: ColumnElement[str], found: Sequence[ColumnElement[bool]]
) -> list[tuple[date, int]]:
    """Known days with how many claims fall on them."""
    query = select(day.label("day"), func.count()).where(*found, day != "").group_by(day)
    return days_of(connection.execute(query))


def days_of(found: Iterable[Row[str, int]]) -> list[tuple[date, int]]:
    """Days with their counts; what is no day is left out."""
    made = []
    for text, count in found:
        try:
            made.append((date.fromisoformat(text), count))
        except ValueError:
            continue
    return made


def unit_of(days: Sequence[date]) -> str:
    """The smallest unit in which the whole is no more than `MOST_BUCKETS`."""
    span = (max(days) - min(days)).days + 1 if days else 0
    return next((unit for unit, size in UNITS if span <= size * MOST_BUCKETS), "year")


def buckets(days: Iterable[tuple[date, int]], unit: str) -> tuple[Bucket, ...]:
    """Days with counts as buckets of a unit, in time."""
    made: dict[date, int] = {}
    for day, count in days:
        start = _start(day, unit)
        made[start] = made.get(start, 0) + count
    return tuple(
        Bucket(start.isoformat(), _end(start, unit).isoformat(), count)
        for start, count in sorted(made.items())
    )


def _start(day: date, unit: str) -> date:
    """First day of the unit that holds ``day``; weeks begin on Monday."""
    if unit == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def _end(start: date, unit: str) -> date:
    if unit == "week":
        return date.fromordinal(min(date.max.toordinal(), start.toordinal() + 6))
    if unit == "month":
        return start.replace(day=monthrange(start.year, start.month)[1])
    return start.replace(month=12, day=31) if unit == "year" else start


def _points(
    connection: Connection, found: Sequence[ColumnElement[bool]], most: int
) -> tuple[TimelinePoint, ...]:
    query = select(rows.c.n).where(*found).order_by(rows.c.time_to.desc(), rows.c.n).limit(most)
    numbers = list(connection.execute(query).scalars())
    return tuple(
        TimelinePoint(
            claim=row.id,
            summary=row.summary,
            kind=row.kind,
            status=row.status,
            said=row.first_published,
            start=row.time_from,
            end=row.time_to,
            documents=row.documents,
        )
        for row in reversed(by_number(connection, numbers))
    )
