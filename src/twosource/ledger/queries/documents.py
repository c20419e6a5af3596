"""Documents: the list, and one with its mentions, versions and copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    func,
    literal_column,
    or_,
    select,
    text,
)

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.judgements import Judgement
from twosource.ledger.placing import document_of
from twosource.ledger.queries import records
from twosource.ledger.queries.about import judged_about
from twosource.ledger.queries.chosen import event_at
from twosource.ledger.queries.claims import by_id
from twosource.ledger.queries.paging import LIMIT, Page, bounded
from twosource.ledger.queries.rows import ClaimRow, DocumentRow
from twosource.ledger.search import quoted
from twosource.model import Copy, Document, Mention
from twosource.outlets import outlet_key

_rows, _documents, _outlets = schema.document_rows, schema.documents, schema.outlets


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """``text`` stands in title, text or publisher; ``since``: what came in after that moment."""

    outlet: tuple[str, ...] = ()
    published_from: str | None = None
    published_to: str | None = None
    since: datetime | None = None
    text: str = ""


class DocumentSort(StrEnum):
    """By what documents are ordered (natural direction: newest, most, A first)."""

    CAME = "came"
    PUBLISHED = "published"
    MENTIONS = "mentions"
    TITLE = "title"
    OUTLET = "outlet"


_BY = {
    DocumentSort.CAME: (_rows.c.event, True),
    DocumentSort.PUBLISHED: (_rows.c.published, True),
    DocumentSort.MENTIONS: (_rows.c.mentions, True),
    DocumentSort.TITLE: (_rows.c.title, False),
    DocumentSort.OUTLET: (_rows.c.outlet, False),
}


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """A document version as its page needs it.

    ``claims`` are the rows of the claims that its mentions belong to, ``claim_of`` the pairs
    (mention id, claim id). ``copies`` are those in which it stands on either side, ``others`` the
    documents on their other side. ``versions`` are all of its publication, oldest first.
    """

    document: Document
    row: DocumentRow
    mentions: tuple[Mention, ...]
    claims: tuple[ClaimRow, ...]
    claim_of: tuple[tuple[str, str], ...]
    copies: tuple[Copy, ...]
    others: tuple[Document, ...]
    versions: tuple[DocumentRow, ...]
    judgements: tuple[Judgement, ...]
    notes: tuple[str, ...]


def documents(
    connection: Connection,
    where: DocumentFilter | None = None,
    sort: DocumentSort = DocumentSort.PUBLISHED,
    *,
    reverse: bool = False,
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[DocumentRow]:
    """One page of the current documents."""
    offset, limit = bounded(offset, limit)
    found = _conditions(connection, where or DocumentFilter())
    column, down = _BY[sort]
    order = column.desc() if down != reverse else column.asc()
    query = _lines(*found).order_by(order, _rows.c.document).limit(limit).offset(offset)
    total = connection.execute(select(func.count()).select_from(_rows).where(*found)).scalar_one()
    return Page(_read(connection, query), total, offset, limit)


def document(connection: Connection, identity: str) -> DocumentDetail | None:
    """One document version, current or not; ``None`` where there is none of that id."""
    found = records.documents(connection, [identity])
    if not found:
        return None
    mentions = records.mentions_of_document(connection, identity)
    held = schema.claim_mentions
    inside = select(schema.mentions.c.id).where(schema.mentions.c.document == identity)
    pairs = connection.execute(
        select(held.c.mention, held.c.claim).where(held.c.mention.in_(inside))
    )
    claim_of = tuple((mention, claim) for mention, claim in pairs)
    copies = records.where(
        connection,
        Copy,
        schema.copies,
        or_(schema.copies.c.document == identity, schema.copies.c.original == identity),
    )
    others = {name for copy in copies for name in (copy.document, copy.original)} - {identity}
    versions = _read(connection, _lines(_of_key(found[0].key)).order_by(_documents.c.version))
    return DocumentDetail(
        document=found[0],
        row=next(row for row in versions if row.id == identity),
        mentions=mentions,
        claims=by_id(connection, dict.fromkeys(claim for _, claim in claim_of)),
        claim_of=claim_of,
        copies=copies,
        others=records.documents(connection, sorted(others)),
        versions=versions,
        judgements=judged_about(connection, {identity, *(m.id for m in mentions)}),
        notes=_notes(connection, identity),
    )


def versions(connection: Connection, key: str) -> tuple[Document, ...]:
    """All versions of one publication with their texts, oldest first: to show what changed."""
    query = select(_documents.c.record, _documents.c.text).where(_documents.c.key == key)
    return tuple(map(document_of, connection.execute(query.order_by(_documents.c.version))))


def latest(connection: Connection, most: int) -> tuple[DocumentRow, ...]:
    """The current documents that came in last."""
    query = _lines(_rows.c.current).order_by(_rows.c.event.desc()).limit(most)
    return _read(connection, query)


def documents_named(connection: Connection, names: Iterable[str]) -> tuple[DocumentRow, ...]:
    """Document versions by their ids, in any order; ids that lead nowhere are left out."""
    found: list[DocumentRow] = []
    for part in records.parts(names):
        found += _read(connection, _lines(_rows.c.document.in_(part)))
    return tuple(found)


def _of_key(key: str) -> ColumnElement[bool]:
    return _documents.c.key == key


def _conditions(connection: Connection, where: DocumentFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_rows.c.current]
    if where.outlet:
        found.append(_rows.c.outlet.in_([outlet_key(name) for name in where.outlet]))
    if where.published_from:
        found.append(_rows.c.published >= where.published_from)
    if where.published_to:
        found += [_rows.c.published <= where.published_to + "~", _rows.c.published != ""]
    if where.since is not None:
        found.append(_rows.c.event > event_at(connection, where.since))
    if where.text.strip():
        query = quoted(where.text) or '""'
        table = select(literal_column("rowid", Integer)).select_from(text("documents_fts"))
        hits = table.where(text("documents_fts MATCH :words").bindparams(words=query))
        found.append(_rows.c.n.in_(hits))
    return found


def _lines(*where: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            _rows.c.document,
            _documents.c.key,
            _documents.c.version,
            _rows.c.current,
            _rows.c.title,
            _outlets.c.name,
            _rows.c.published,
            _rows.c.came,
            _documents.c.language,
            _documents.c.url,
            _rows.c.mentions,
        )
        .join(_documents, _documents.c.n == _rows.c.n)
        .outerjoin(_outlets, _outlets.c.key == _rows.c.outlet)
        .where(*where)
    )


def _read(connection: Connection, query: Select[Any]) -> tuple[DocumentRow, ...]:
    found = connection.execute(query).all()
    copied = _copied(connection, [row.document for row in found])
    return tuple(
        DocumentRow(
            id=row.document,
            key=row.key,
            version=row.version,
            current=row.current,
            title=row.title,
            outlet=row.name or "",
            published_at=row.published,
            came=row.came.isoformat(),
            language=row.language or "",
            url=row.url or "",
            mentions=row.mentions,
            copied_from=copied.get(row.document, (None, None))[0],
            reuse=copied.get(row.document, (None, None))[1],
        )
        for row in found
    )


def _copied(connection: Connection, names: Sequence[str]) -> dict[str, tuple[str, float]]:
    """What each of these copies most."""
    table = schema.copies
    found: dict[str, tuple[str, float]] = {}
    for part in records.parts(names):
        query = select(table.c.document, table.c.original, table.c.reuse)
        query = query.where(table.c.document.in_(part)).order_by(
            table.c.reuse.desc(), table.c.original
        )
        for document, original, reuse in connection.execute(query):
            found.setdefault(document, (original, reuse))
    return found


def _notes(connection: Connection, identity: str) -> tuple[str, ...]:
    query = select(schema.readings.c.notes).where(schema.readings.c.document == identity)
    notes = connection.execute(query).scalar()
    return () if notes is None else decode(tuple[str, ...], notes)
