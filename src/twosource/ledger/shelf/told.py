"""Linked documents, their mentions, edges and copies, on the shelf in the ledger's file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, delete, func, insert, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.placing import document_of as document_from
from twosource.ledger.rows import copy_row
from twosource.ledger.shelf.postings import SqlPostings
from twosource.linking.items import Item, item
from twosource.linking.ranks import Rank, document_of, mention_rank
from twosource.linking.shelf import Edge, Sort
from twosource.model import Copy, Document, Mention

MANY = 500  # values in one question: SQLite takes no more than some thousands
_REMEMBERED = 2_000  # documents, and mentions, at hand
_documents, _mentions = schema.link_documents, schema.link_mentions
_edges, _copies = schema.link_edges, schema.link_copies


def chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    """Values by `MANY`, each once."""
    waiting = iter(dict.fromkeys(values))
    while chunk := list(islice(waiting, MANY)):
        yield chunk


def next_number(connection: Connection, table: Table) -> int:
    """A number that no row of the table has."""
    highest = connection.execute(select(func.max(table.c.n))).scalar()
    return 0 if highest is None else int(highest) + 1


class Told:
    """The first half of `twosource.linking.shelf.Shelf`: what was read, edges and copies."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.prints = SqlPostings(connection, _documents, schema.link_prints)
        self.blocks = SqlPostings(connection, _mentions, schema.link_blocks)
        self._texts: dict[Rank, Document] = {}
        self._items: dict[Rank, Item] = {}

    def empty(self) -> bool:
        """True where nothing has been linked yet."""
        return self.connection.execute(select(_documents.c.rank).limit(1)).first() is None

    def has(self, document: Rank) -> bool:
        """Is the document linked?"""
        query = select(_documents.c.rank).where(_documents.c.rank == document)
        return self.connection.execute(query).first() is not None

    def document(self, document: Rank) -> Document:
        """A linked document."""
        if document not in self._texts:
            table = schema.documents
            row = self.connection.execute(
                select(table.c.record, table.c.text)
                .join(_documents, _documents.c.document == table.c.id)
                .where(_documents.c.rank == document)
            ).one()
            _make_room(self._texts)
            self._texts[document] = document_from(row)
        return self._texts[document]

    def place(self, identity: str) -> Rank | None:
        """The rank of a linked document, by its id."""
        query = select(_documents.c.rank).where(_documents.c.document == identity)
        rank: Rank | None = self.connection.execute(query).scalar()
        return rank

    def add(self, document: Document, rank: Rank, told: Sequence[Item]) -> None:
        """A document comes in with its mentions in text order."""
        row = {"rank": rank, "document": document.id, "keys": b""}
        self.connection.execute(insert(_documents), row)
        rows = [{"rank": x.at, "mention": x.mention.id, "keys": b""} for x in told]
        if rows:
            self.connection.execute(insert(_mentions), rows)
        self._texts[rank] = document
        self._items |= {x.at: x for x in told}

    def remove(self, document: Rank) -> None:
        """A document goes, with its mentions."""
        told = self.told(document)
        for chunk in chunks(told):
            here = _mentions.c.rank.in_(chunk)
            names = select(_mentions.c.mention).where(here).scalar_subquery()
            held = schema.claim_mentions
            self.connection.execute(delete(held).where(held.c.mention.in_(names)))
            self.connection.execute(delete(_mentions).where(here))
        self.connection.execute(delete(_documents).where(_documents.c.rank == document))
        self._texts.pop(document, None)
        for rank in told:
            self._items.pop(rank, None)

    def linked(self, mentions: Iterable[Rank]) -> set[Rank]:
        """Those of the mentions that are linked."""
        return {
            row.rank for row in self._rows(select(_mentions.c.rank), _mentions.c.rank, mentions)
        }

    def told(self, document: Rank) -> Sequence[Rank]:
        """The mentions of a document in text order."""
        rank = _mentions.c.rank
        last = mention_rank(document, 256**3 - 1)
        query = select(rank).where(rank >= mention_rank(document, 0), rank <= last)
        return list(self.connection.execute(query.order_by(rank)).scalars())

    def items(self, ranks: Iterable[Rank]) -> list[Item]:
        """Linked mentions in canonical order."""
        wanted = sorted(ranks)
        query = select(_mentions.c.rank, schema.shown_record.label("record")).join(
            schema.mentions, schema.mentions.c.id == _mentions.c.mention
        )
        missing = [rank for rank in wanted if rank not in self._items]
        found = {rank: self._items[rank] for rank in wanted if rank in self._items}
        for row in self._rows(query, _mentions.c.rank, missing):
            mention = decode(Mention, row.record)
            found[row.rank] = item(row.rank, mention, self.document(document_of(row.rank)))
        _make_room(self._items)
        self._items |= found
        return [found[rank] for rank in wanted]

    def ranks(self, mentions: Iterable[str]) -> dict[str, Rank]:
        """Ranks of mentions by id; unknown ones are left out."""
        query = select(_mentions.c.mention, _mentions.c.rank)
        return {row.mention: row.rank for row in self._rows(query, _mentions.c.mention, mentions)}

    def _rows(
        self,
        query: Select[*tuple[Any, ...]],
        column: ColumnElement[Any],
        values: Iterable[str | int | bytes],
    ) -> Iterator[Row[*tuple[Any, ...]]]:
        """The rows in which the column has one of many values."""
        for chunk in chunks(values):
            yield from self.connection.execute(query.where(column.in_(chunk))).all()

    # edges -----------------------------------------------------------------------------------

    def edges(self, ranks: Iterable[Rank]) -> set[Edge]:
        """All edges at these mentions."""
        ranks = list(ranks)
        table, found = schema.link_edges, set()
        query = select(table.c.one, table.c.other, table.c.score, table.c.sort)
        for column in (table.c.one, table.c.other):
            for row in self._rows(query, column, ranks):
                found.add(Edge(row.one, row.other, row.score, Sort(row.sort)))
        return found

    def put_edges(self, edges: Iterable[Edge]) -> None:
        """Add edges."""
        rows = [(e.one, e.other, int(e.sort), e.score) for e in edges]
        if rows:
            line = "INSERT INTO link_edges (one, other, sort, score) VALUES (?, ?, ?, ?)"
            self.connection.exec_driver_sql(line, rows)

    def drop_edges(self, edges: Iterable[Edge]) -> None:
        """Take edges away."""
        rows = [(edge.one, edge.other, int(edge.sort)) for edge in edges]
        if rows:
            line = "DELETE FROM link_edges WHERE one = ? AND other = ? AND sort = ?"
            self.connection.exec_driver_sql(line, rows)

    # copies ----------------------------------------------------------------------------------

    def copies(self, documents: Iterable[Rank]) -> dict[Rank, Copy]:
        """Those of the documents that are copies."""
        query = select(_copies.c.rank, schema.copies.c.record).join(
            schema.copies, schema.copies.c.n == _copies.c.n
        )
        rows = self._rows(query, _copies.c.rank, documents)
        return {row.rank: decode(Copy, row.record) for row in rows}

    def copied_from(self, documents: Iterable[Rank]) -> set[Rank]:
        """The copies of these originals."""
        rows = self._rows(select(_copies.c.rank), _copies.c.original, documents)
        return {row.rank for row in rows}

    def put_copy(self, document: Rank, copy: Copy | None) -> None:
        """Note that a document is a copy, or none."""
        table = schema.copies
        known = self.connection.execute(select(_copies.c.n).where(_copies.c.rank == document))
        n = known.scalar()
        if n is not None:
            self.connection.execute(delete(_copies).where(_copies.c.rank == document))
            self.connection.execute(delete(table).where(table.c.n == n))
        if copy is None:
            return
        n = next_number(self.connection, table)
        self.connection.execute(insert(table), copy_row(n, copy))
        row = {"rank": document, "original": self.place(copy.original), "n": n}
        self.connection.execute(insert(_copies), row)


def _make_room(known: dict[Rank, Any]) -> None:
    if len(known) >= _REMEMBERED:
        for rank in list(islice(known, _REMEMBERED // 2)):
            del known[rank]
