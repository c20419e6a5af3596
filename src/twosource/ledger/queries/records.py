"""Whole records by name: what a page of one claim or document is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Table, and_, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.placing import document_of
from twosource.model import Document, Mention

T = TypeVar("T")
N = TypeVar("N", str, int)
_MANY = 500  # names in one question: SQLite takes no more than some thousands


def parts(names: Iterable[N]) -> Iterator[Sequence[N]]:
    """The names in portions that one question can hold."""
    wanted = list(names)
    for at in range(0, len(wanted), _MANY):
        yield wanted[at : at + _MANY]


def where(
    connection: Connection, kind: type[T], table: Table, chosen: ColumnElement[bool]
) -> tuple[T, ...]:
    """The records of a table for which something holds, in its order."""
    query = select(table.c.record)
    if table is schema.mentions:  # as people left them
        query, chosen = select(schema.shown_record), and_(chosen, ~table.c.rejected)
    query = query.where(chosen).order_by(table.c.n)
    return tuple(decode(kind, record) for record in connection.execute(query).scalars())


def by_name(
    connection: Connection, kind: type[T], table: Table, column: str, names: Iterable[str]
) -> tuple[T, ...]:
    """The records whose column holds one of the names."""
    return tuple(
        record
        for part in parts(names)
        for record in where(connection, kind, table, table.c[column].in_(part))
    )


def mentions(connection: Connection, names: Iterable[str]) -> tuple[Mention, ...]:
    """These mentions, as far as they are there."""
    return by_name(connection, Mention, schema.mentions, "id", names)


def mentions_of_document(connection: Connection, document: str) -> tuple[Mention, ...]:
    """The mentions of one document version, in text order."""
    table = schema.mentions
    return where(connection, Mention, table, table.c.document == document)


def documents(connection: Connection, names: Iterable[str]) -> tuple[Document, ...]:
    """These document versions with their texts, as far as they are there."""
    table = schema.documents
    found: list[Document] = []
    for part in parts(names):
        query = select(table.c.record, table.c.text).where(table.c.id.in_(part)).order_by(table.c.n)
        found += map(document_of, connection.execute(query))
    return tuple(found)
