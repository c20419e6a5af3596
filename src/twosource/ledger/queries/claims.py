"""Lists of claims: filtered, ordered, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.queries.chosen import NOTHING, conditions, counted, rows
from twosource.ledger.queries.filters import ClaimFilter, ClaimSort
from twosource.ledger.queries.paging import LIMIT, Page, bounded
from twosource.ledger.queries.rows import ClaimRow

_lines = schema.claim_lines
_BY = {
    ClaimSort.ATTENTION: (rows.c.attention, True),
    ClaimSort.PUBLISHED: (rows.c.published, True),
    ClaimSort.HAPPENED: (rows.c.time_to, True),
    ClaimSort.DOCUMENTS: (rows.c.documents, True),
    ClaimSort.OUTLETS: (rows.c.outlets, True),
    ClaimSort.ORIGINS: (rows.c.origins, True),
    ClaimSort.MENTIONS: (rows.c.mentions, True),
    ClaimSort.SUMMARY: (rows.c.name, False),
}
_MANY = 500  # names in one question


def claims(
    connection: Connection,
    where: ClaimFilter | None = None,
    sort: ClaimSort = ClaimSort.ATTENTION,
    *,
    reverse: bool = False,
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[ClaimRow]:
    """One page of the claims that the filter lets through."""
    offset, limit = bounded(offset, limit)
    found = conditions(connection, where or NOTHING)
    # First the numbers alone: they come from an index, the records only for the rows shown.
    wanted = (
        select(rows.c.n).where(*found).order_by(*order(sort, reverse)).limit(limit).offset(offset)
    )
    numbers = list(connection.execute(wanted).scalars())
    return Page(by_number(connection, numbers), counted(connection, found), offset, limit)


def order(sort: ClaimSort, reverse: bool) -> tuple[ColumnElement[object], ...]:
    """The order of a list of claims; equals stand in the order of linking."""
    column, down = _BY[sort]
    if down != reverse:
        return column.desc(), rows.c.n
    return column.asc(), rows.c.n


def all_claims(
    connection: Connection,
    where: ClaimFilter | None = None,
    sort: ClaimSort = ClaimSort.ATTENTION,
    *,
    reverse: bool = False,
) -> Iterator[ClaimRow]:
    """The same without pages, one row at a time: for a file of the whole view."""
    found = conditions(connection, where or NOTHING)
    query = select(_lines.c.record).join(rows, rows.c.n == _lines.c.n).where(*found)
    for record in connection.execute(query.order_by(*order(sort, reverse))).scalars():
        yield decode(ClaimRow, record)


def by_number(connection: Connection, numbers: Iterable[int]) -> tuple[ClaimRow, ...]:
    """The rows of these numbers, in their order; those that are not there are left out."""
    wanted = list(numbers)
    records: dict[int, str] = {}
    for at in range(0, len(wanted), _MANY):
        query = select(_lines.c.n, _lines.c.record).where(_lines.c.n.in_(wanted[at : at + _MANY]))
        records |= ((row.n, row.record) for row in connection.execute(query))
    return tuple(decode(ClaimRow, records[n]) for n in wanted if n in records)


def by_id(connection: Connection, names: Iterable[str]) -> tuple[ClaimRow, ...]:
    """The rows of these claims, in their order; unknown ones are left out."""
    wanted = list(names)
    numbers: dict[str, int] = {}
    for at in range(0, len(wanted), _MANY):
        query = select(rows.c.claim, rows.c.n).where(rows.c.claim.in_(wanted[at : at + _MANY]))
        numbers |= ((row.claim, row.n) for row in connection.execute(query))
    return by_number(connection, [numbers[name] for name in wanted if name in numbers])
