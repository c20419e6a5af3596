"""Series as rows, which claims stand in them, and which figures their origin later changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from twosource.codec import decode, encode
from twosource.ledger import schema
from twosource.ledger.derived.claims import ClaimFacts
from twosource.ledger.derived.putting import among, put
from twosource.ledger.queries.rows import SeriesRow
from twosource.model import Series, SeriesPoint


@dataclass(frozen=True, slots=True)
class Dated:
    """What a claim's place in a series depends on; ``published``: first, "" where unknown."""

    n: int
    published: str
    total: bool


def dated(facts: Mapping[str, ClaimFacts]) -> dict[str, Dated]:
    """The same of all claims."""
    return {
        name: Dated(
            each.n,
            each.row.first_published,
            bool(each.row.figure and each.row.figure.cumulative),
        )
        for name, each in facts.items()
    }


def all_series(
    connection: Connection, numbers: Collection[int] | None = None
) -> Iterator[tuple[int, Series]]:
    """All, or those of these numbers."""
    table = schema.series
    query = select(table.c.n, table.c.record).order_by(table.c.n)
    if numbers is not None:
        query = query.where(among(table.c.n, numbers))
    for n, record in connection.execute(query):
        yield n, decode(Series, record)


def put_series(
    connection: Connection, all_of: Iterable[tuple[int, Series]], claims_of: Mapping[str, Dated]
) -> None:
    """Store a row for each series, and its claims."""
    rows: list[dict[str, object]] = []
    claims: list[dict[str, object]] = []
    for n, series in all_of:
        row = series_row(n, series)
        rows.append(
            {
                "n": n,
                "measure": row.measure.value,
                "folded": row.group.casefold(),
                "points": row.points,
                "record": encode(row),
            }
        )
        held = dict.fromkeys(p.claim for p in series.points)
        claims += ({"claim": claims_of[c].n, "series": n} for c in held if c in claims_of)
    put(connection, schema.series_rows, rows)
    put(connection, schema.series_claims, claims)


def series_row(n: int, series: Series) -> SeriesRow:
    """A series in one line."""
    dates = sorted(point.date for point in series.points)
    lows = [p.low if p.low is not None else p.high for p in series.points]
    highs = [p.high if p.high is not None else p.low for p in series.points]
    return SeriesRow(
        n=n,
        measure=series.measure,
        group=series.group or "",
        points=len(series.points),
        origins=len({point.origin for point in series.points}),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        low=min((v for v in lows if v is not None), default=None),
        high=max((v for v in highs if v is not None), default=None),
    )


def revised_claims(
    all_of: Iterable[tuple[int, Series]], claims_of: Mapping[str, Dated]
) -> frozenset[tuple[str, str]]:
    """Pairs (asserter, claim): a figure for which that asserter later gave another value.

    Another value for the same day, published later; or a running total that it later put lower.
    """
    found: set[tuple[str, str]] = set()
    for _, series in all_of:
        by_origin: dict[str, list[SeriesPoint]] = {}
        for point in series.points:
            if point.origin and point.claim in claims_of:
                by_origin.setdefault(point.origin, []).append(point)
        for origin, points in by_origin.items():
            found.update((origin, p.claim) for p in points if _revised(p, points, claims_of))
    return frozenset(found)


def _revised(
    point: SeriesPoint, others: Sequence[SeriesPoint], claims_of: Mapping[str, Dated]
) -> bool:
    own = claims_of[point.claim]
    for other in others:
        later = claims_of[other.claim].published > own.published
        other_value = (other.low, other.high) != (point.low, point.high)
        if other.date == point.date and later and other_value:
            return True
        if not own.total or other.date <= point.date or other.high is None or point.low is None:
            continue
        if other.high < point.low:
            return True
    return False
