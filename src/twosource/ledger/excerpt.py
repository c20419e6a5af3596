"""One claim, mention or document with what belongs to it, without taking out the whole ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.placing import document_of
from twosource.model import Claim, Conflict, Copy, Document, Links, Mention

T = TypeVar("T")
_MANY = 500  # names in one question: SQLite takes no more than some thousands


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``kind`` says what was asked for: "claim", "mention" or "document"."""

    kind: str
    id: str
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    links: Links


def excerpt(connection: Connection, identity: str) -> Excerpt | None:
    """What stands around one id; ``None`` where nothing has it."""
    if claims := _records(connection, Claim, schema.claims, "id", [identity]):
        return _of_claim(connection, claims[0])
    if mentions := _mentions(connection, "id", [identity]):
        documents = _documents(connection, [mentions[0].document])
        claims = _claims_of(connection, [identity])
        links = Links(claims, _conflicts(connection, claims))
        return Excerpt("mention", identity, documents, mentions, links)
    if documents := _documents(connection, [identity]):
        mentions = _mentions(connection, "document", [identity])
        claims = _claims_of(connection, [mention.id for mention in mentions])
        copies = _copies(connection, identity)
        others = {name for copy in copies for name in (copy.document, copy.original)} - {identity}
        documents += _documents(connection, sorted(others))
        return Excerpt("document", identity, documents, mentions, Links(claims, copies=copies))
    return None


def _of_claim(connection: Connection, claim: Claim) -> Excerpt:
    mentions = _mentions(connection, "id", claim.mentions)
    documents = _documents(connection, sorted({mention.document for mention in mentions}))
    conflicts = _conflicts(connection, [claim])
    others = {name for conflict in conflicts for name in (conflict.a, conflict.b)} - {claim.id}
    claims = (claim, *_records(connection, Claim, schema.claims, "id", sorted(others)))
    copies = tuple(copy for document in documents for copy in _copies(connection, document.id))
    links = Links(claims, conflicts, copies=tuple(dict.fromkeys(copies)))
    return Excerpt("claim", claim.id, documents, mentions, links)


def _records(
    connection: Connection, kind: type[T], table: Table, column: str, names: Sequence[str]
) -> tuple[T, ...]:
    found: list[T] = []
    for at in range(0, len(names), _MANY):
        chosen = table.c[column].in_(names[at : at + _MANY])
        query = select(table.c.record).where(chosen).order_by(table.c.n)
        found += [decode(kind, record) for record in connection.execute(query).scalars()]
    return tuple(found)


def _mentions(connection: Connection, column: str, names: Sequence[str]) -> tuple[Mention, ...]:
    """Mentions as they stand, those that a person rejected too."""
    table = schema.mentions
    found: list[Mention] = []
    for at in range(0, len(names), _MANY):
        chosen = table.c[column].in_(names[at : at + _MANY])
        query = select(schema.shown_record).where(chosen).order_by(table.c.n)
        found += [decode(Mention, record) for record in connection.execute(query).scalars()]
    return tuple(found)


def _documents(connection: Connection, names: Sequence[str]) -> tuple[Document, ...]:
    table = schema.documents
    found: list[Document] = []
    for at in range(0, len(names), _MANY):
        chosen = table.c.id.in_(names[at : at + _MANY])
        query = select(table.c.record, table.c.text).where(chosen).order_by(table.c.key)
        found += [document_of(row) for row in connection.execute(query)]
    return tuple(found)


def _claims_of(connection: Connection, mentions: Sequence[str]) -> tuple[Claim, ...]:
    held = schema.claim_mentions
    names: list[str] = []
    for at in range(0, len(mentions), _MANY):
        query = select(held.c.claim).where(held.c.mention.in_(mentions[at : at + _MANY]))
        names += connection.execute(query).scalars()
    return _records(connection, Claim, schema.claims, "id", sorted(set(names)))


def _where(
    connection: Connection, kind: type[T], table: Table, chosen: ColumnElement[bool]
) -> list[T]:
    query = select(table.c.record).where(chosen).order_by(table.c.n)
    return [decode(kind, record) for record in connection.execute(query).scalars()]


def _conflicts(connection: Connection, claims: Iterable[Claim]) -> tuple[Conflict, ...]:
    table = schema.conflicts
    found: dict[Conflict, None] = {}
    for claim in claims:
        chosen = or_(table.c.a == claim.id, table.c.b == claim.id)
        found |= dict.fromkeys(_where(connection, Conflict, table, chosen))
    return tuple(found)


def _copies(connection: Connection, document: str) -> tuple[Copy, ...]:
    table = schema.copies
    chosen = or_(table.c.document == document, table.c.original == document)
    return tuple(_where(connection, Copy, table, chosen))
