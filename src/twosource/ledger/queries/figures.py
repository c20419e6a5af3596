"""Series of figures: one quantity over time, by origin."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.queries.claims import by_id
from twosource.ledger.queries.paging import LIMIT, Page, bounded
from twosource.ledger.queries.rows import ClaimRow, SeriesRow
from twosource.model import Measure, Series

_rows = schema.series_rows


@dataclass(frozen=True, slots=True)
class SeriesDetail:
    """A series with the rows of the claims that its points stand for."""

    row: SeriesRow
    series: Series
    claims: tuple[ClaimRow, ...]


def figures(
    connection: Connection,
    *,
    measure: Measure | None = None,
    text: str = "",
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[SeriesRow]:
    """Series, those with most points first; ``text`` must stand in the name of the group."""
    offset, limit = bounded(offset, limit)
    found = []
    if measure is not None:
        found.append(_rows.c.measure == measure.value)
    if text:
        found.append(func.instr(_rows.c.folded, text.casefold()) > 0)
    query = select(_rows.c.record).where(*found).order_by(_rows.c.points.desc(), _rows.c.n)
    shown = connection.execute(query.limit(limit).offset(offset)).scalars()
    total = connection.execute(select(func.count()).select_from(_rows).where(*found)).scalar_one()
    return Page(tuple(decode(SeriesRow, record) for record in shown), total, offset, limit)


def series(connection: Connection, n: int) -> SeriesDetail | None:
    """One series by its number."""
    query = (
        select(_rows.c.record, schema.series.c.record)
        .join(schema.series, schema.series.c.n == _rows.c.n)
        .where(_rows.c.n == n)
    )
    found = connection.execute(query).first()
    if found is None:
        return None
    whole = decode(Series, found[1])
    claims = by_id(connection, dict.fromkeys(point.claim for point in whole.points))
    return SeriesDetail(decode(SeriesRow, found[0]), whole, claims)
