"""Asserters and outlets: what each said, how often alone, revised or contradicted; no score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, func, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.queries.claims import claims
from twosource.ledger.queries.filters import ClaimFilter
from twosource.ledger.queries.mentions import line, lines
from twosource.ledger.queries.network import Edge, EdgeKind, edges_where
from twosource.ledger.queries.paging import LIMIT, Page, bounded
from twosource.ledger.queries.rows import ClaimRow, MentionRow, Role, SourceRow
from twosource.outlets import outlet_key

LATEST = 20  # mentions of a source that are given
EDGES = 30  # relays on each side

_table = schema.sources


class SourceSort(StrEnum):
    """By what sources are ordered (most, or A, first)."""

    CLAIMS = "claims"
    MENTIONS = "mentions"
    ALONE = "alone"
    CONTESTED = "contested"
    REVISED = "revised"
    NAME = "name"


_BY = {
    SourceSort.CLAIMS: (_table.c.claims, True),
    SourceSort.MENTIONS: (_table.c.mentions, True),
    SourceSort.ALONE: (_table.c.alone, True),
    SourceSort.CONTESTED: (_table.c.contested, True),
    SourceSort.REVISED: (_table.c.revised, True),
    SourceSort.NAME: (_table.c.folded, False),
}


@dataclass(frozen=True, slots=True)
class Share:
    """One value with how many mentions have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """One source; ``passes_on`` and ``passed_on_by`` are its relays, strongest first."""

    row: SourceRow
    claims: Page[ClaimRow]
    evidence: tuple[Share, ...]
    certainty: tuple[Share, ...]
    passes_on: tuple[Edge, ...]
    passed_on_by: tuple[Edge, ...]
    latest: tuple[MentionRow, ...]


def sources(
    connection: Connection,
    role: Role = Role.ASSERTER,
    *,
    text: str = "",
    sort: SourceSort = SourceSort.CLAIMS,
    reverse: bool = False,
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[SourceRow]:
    """One page of asserters or outlets; ``text`` must stand in the name."""
    offset, limit = bounded(offset, limit)
    found = [_table.c.role == role.value]
    if text:
        found.append(func.instr(_table.c.folded, text.casefold()) > 0)
    column, down = _BY[sort]
    order = column.desc() if down != reverse else column.asc()
    query = select(_table.c.record).where(*found).order_by(order, _table.c.name)
    shown = connection.execute(query.limit(limit).offset(offset)).scalars()
    total = connection.execute(select(func.count()).select_from(_table).where(*found)).scalar_one()
    return Page(tuple(decode(SourceRow, record) for record in shown), total, offset, limit)


def source(connection: Connection, name: str, role: Role | None = None) -> SourceDetail | None:
    """One asserter or outlet by its name; without ``role`` an asserter before an outlet."""
    roles = (Role.ASSERTER, Role.OUTLET) if role is None else (role,)
    row = next((found for each in roles if (found := _row(connection, name, each))), None)
    if row is None:
        return None
    asserter = row.role is Role.ASSERTER
    where = ClaimFilter(asserter=(name,)) if asserter else ClaimFilter(outlet=(name,))
    mine = _said(name, asserter)
    edges = schema.edges
    relay = edges.c.kind == EdgeKind.RELAY.value
    return SourceDetail(
        row=row,
        claims=claims(connection, where),
        evidence=_shares(connection, schema.mentions.c.evidence, mine),
        certainty=_shares(connection, schema.mentions.c.certainty, mine),
        passes_on=edges_where(connection, relay, edges.c.a == name, most=EDGES),
        passed_on_by=edges_where(connection, relay, edges.c.b == name, most=EDGES),
        latest=_latest(connection, mine),
    )


def _latest(connection: Connection, mine: ColumnElement[bool]) -> tuple[MentionRow, ...]:
    """The last that it said; first their numbers alone, since records are large."""
    mentions, documents = schema.mentions, schema.document_rows
    newest = (documents.c.published.desc(), mentions.c.n)
    wanted = (
        select(mentions.c.n)
        .join(documents, documents.c.document == mentions.c.document)
        .where(mine, documents.c.current)
        .order_by(*newest)
        .limit(LATEST)
    )
    numbers = list(connection.execute(wanted).scalars())
    found = connection.execute(lines(mentions.c.n.in_(numbers)).order_by(*newest))
    return tuple(map(line, found))


def _row(connection: Connection, name: str, role: Role) -> SourceRow | None:
    query = select(_table.c.record).where(_table.c.role == role.value, _table.c.name == name)
    record = connection.execute(query).scalar()
    return None if record is None else decode(SourceRow, record)


def _said(name: str, asserter: bool) -> ColumnElement[bool]:
    """Mentions on its word, or in its documents."""
    if asserter:
        return schema.mentions.c.asserter == name
    return schema.document_rows.c.outlet == outlet_key(name)


def _shares(
    connection: Connection, column: ColumnElement[str], mine: ColumnElement[bool]
) -> tuple[Share, ...]:
    documents, many = schema.document_rows, func.count().label("many")
    query = (
        select(column, many)
        .join(documents, documents.c.document == schema.mentions.c.document)
        .where(mine, documents.c.current)
        .group_by(column)
        .order_by(many.desc(), column)
    )
    return tuple(Share(value, count) for value, count in connection.execute(query))
