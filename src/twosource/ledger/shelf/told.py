"""Linked documents, their mentions, edges and copies, on the shelf in the ledger's file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.derived.touched import Touched
from twosource.ledger.rows import copy_row
from twosource.ledger.shelf.asking import Ask
from twosource.ledger.shelf.postings import SqlPostings
from twosource.linking.items import Item, item
from twosource.linking.ranks import Rank, document_of, mention_rank
from twosource.linking.shelf import Edge, Sort
from twosource.model import Copy, Document, Mention

_SORTS = tuple(Sort)
_REMEMBERED = 2_000  # documents, and mentions, at hand

_DOCUMENT = (
    "SELECT d.record, d.text FROM documents d JOIN link_documents l ON l.document = d.id "
    "WHERE l.rank = ?"
)
_ITEMS = (
    "SELECT l.rank, coalesce(m.judged, m.record) FROM link_mentions l "
    "JOIN mentions m ON m.id = l.mention WHERE l.rank IN "
)
_COPIES = "SELECT l.rank, c.record FROM link_copies l JOIN copies c ON c.n = l.n WHERE l.rank IN "
_EDGES = "SELECT one, other, score, sort FROM link_edges WHERE {} IN "
_UNHELD = (
    "DELETE FROM claim_mentions WHERE mention IN "
    "(SELECT mention FROM link_mentions WHERE rank BETWEEN ? AND ?)"
)


def next_number(connection: Connection, table: Table) -> int:
    """A number that no row of the table has."""
    highest = connection.execute(select(func.max(table.c.n))).scalar()
    return 0 if highest is None else int(highest) + 1


class Told:
    """The first half of `twosource.linking.shelf.Shelf`: what was read, edges and copies."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.ask = Ask(connection)
        self.touched = Touched()
        self.prints = SqlPostings(connection, schema.link_documents, schema.link_prints)
        self.blocks = SqlPostings(connection, schema.link_mentions, schema.link_blocks)
        self._texts: dict[Rank, Document] = {}
        self._items: dict[Rank, Item] = {}
        self._places: dict[str, Rank] = {}

    def empty(self) -> bool:
        """True where nothing has been linked yet."""
        return self.ask.first("SELECT 1 FROM link_documents LIMIT 1", ()) is None

    def has(self, document: Rank) -> bool:
        """Is the document linked?"""
        query = "SELECT 1 FROM link_documents WHERE rank = ?"
        return self.ask.first(query, (document,)) is not None

    def document(self, document: Rank) -> Document:
        """A linked document."""
        if document not in self._texts:
            _make_room(self._texts)
            found = self.ask.first(_DOCUMENT, (document,))
            assert found is not None
            record, text = found
            self._texts[document] = replace(decode(Document, record), text=text)
        return self._texts[document]

    def place(self, identity: str) -> Rank | None:
        """The rank of a linked document, by its id."""
        if identity not in self._places:
            query = "SELECT rank FROM link_documents WHERE document = ?"
            rank = self.ask.value(bytes, query, (identity,))
            if rank is None:
                return None
            self._places[identity] = rank
        return self._places[identity]

    def add(self, document: Document, rank: Rank, told: Sequence[Item]) -> None:
        """A document comes in with its mentions in text order."""
        line = "INSERT INTO link_documents (rank, document, keys) VALUES (?, ?, x'')"
        self.ask.rows(line, (rank, document.id))
        rows = [(x.at, x.mention.id) for x in told]
        if rows:
            line = "INSERT INTO link_mentions (rank, mention, keys) VALUES (?, ?, x'')"
            self.ask.many(line, rows)
        self._texts[rank] = document
        self._items |= {x.at: x for x in told}

    def remove(self, document: Rank) -> None:
        """A document goes, with its mentions."""
        for rank in self.told(document):
            self._items.pop(rank, None)
        self._places.pop(self.document(document).id, None)
        del self._texts[document]
        self.ask.rows(_UNHELD, _stretch(document))
        self.ask.rows("DELETE FROM link_mentions WHERE rank BETWEEN ? AND ?", _stretch(document))
        self.ask.rows("DELETE FROM link_documents WHERE rank = ?", (document,))

    def linked(self, mentions: Iterable[Rank]) -> set[Rank]:
        """Those of the mentions that are linked."""
        rows = self.ask.among("SELECT rank FROM link_mentions WHERE rank IN ", mentions)
        return {row[0] for row in rows}

    def told(self, document: Rank) -> Sequence[Rank]:
        """The mentions of a document in text order."""
        query = "SELECT rank FROM link_mentions WHERE rank BETWEEN ? AND ? ORDER BY rank"
        return [row[0] for row in self.ask.rows(query, _stretch(document))]

    def items(self, ranks: Iterable[Rank]) -> list[Item]:
        """Linked mentions in canonical order."""
        wanted = sorted(ranks)
        found = {rank: self._items[rank] for rank in wanted if rank in self._items}
        for rank, record in self.ask.among(_ITEMS, (rank for rank in wanted if rank not in found)):
            found[rank] = item(rank, decode(Mention, record), self.document(document_of(rank)))
        _make_room(self._items)
        self._items |= found
        return [found[rank] for rank in wanted]

    def ranks(self, mentions: Iterable[str]) -> dict[str, Rank]:
        """Ranks of mentions by id; unknown ones are left out."""
        query = "SELECT mention, rank FROM link_mentions WHERE mention IN "
        return dict(self.ask.among(query, mentions))

    # edges -----------------------------------------------------------------------------------

    def edges(self, ranks: Iterable[Rank]) -> set[Edge]:
        """All edges at these mentions."""
        ranks = list(ranks)
        return {
            Edge(one, other, score, _SORTS[sort])
            for side in ("one", "other")
            for one, other, score, sort in self.ask.among(_EDGES.format(side), ranks)
        }

    def put_edges(self, edges: Iterable[Edge]) -> None:
        """Add edges."""
        rows = [(e.one, e.other, int(e.sort), e.score) for e in edges]
        if rows:
            line = "INSERT INTO link_edges (one, other, sort, score) VALUES (?, ?, ?, ?)"
            self.ask.many(line, rows)

    def drop_edges(self, edges: Iterable[Edge]) -> None:
        """Take edges away."""
        rows = [(edge.one, edge.other, int(edge.sort)) for edge in edges]
        if rows:
            self.ask.many("DELETE FROM link_edges WHERE one = ? AND other = ? AND sort = ?", rows)

    # copies ----------------------------------------------------------------------------------

    def copies(self, documents: Iterable[Rank]) -> dict[Rank, Copy]:
        """Those of the documents that are copies."""
        return {rank: decode(Copy, record) for rank, record in self.ask.among(_COPIES, documents)}

    def originals(self, documents: Iterable[Rank]) -> set[Rank]:
        """Whose copies the documents are, those that are."""
        rows = self.ask.among("SELECT original FROM link_copies WHERE rank IN ", documents)
        return {row[0] for row in rows}

    def copied_from(self, documents: Iterable[Rank]) -> set[Rank]:
        """The copies of these originals."""
        rows = self.ask.among("SELECT rank FROM link_copies WHERE original IN ", documents)
        return {row[0] for row in rows}

    def _touch_outlet(self, document: Rank) -> None:
        query = (
            "SELECT r.outlet FROM link_documents l JOIN document_rows r ON r.document = l.document "
            "WHERE l.rank = ? AND r.outlet IS NOT NULL"
        )
        self.touched.counts.outlets |= {row[0] for row in self.ask.rows(query, (document,))}

    def put_copy(self, document: Rank, copy: Copy | None) -> None:
        """Note that a document is a copy, or none."""
        self._touch_outlet(document)
        n = self.ask.value(int, "SELECT n FROM link_copies WHERE rank = ?", (document,))
        if n is not None:
            self.ask.rows("DELETE FROM link_copies WHERE rank = ?", (document,))
            self.ask.rows("DELETE FROM copies WHERE n = ?", (n,))
        if copy is None:
            return
        n = next_number(self.connection, schema.copies)
        self.connection.execute(insert(schema.copies), copy_row(n, copy))
        line = "INSERT INTO link_copies (rank, original, n) VALUES (?, ?, ?)"
        self.ask.rows(line, (document, self.place(copy.original), n))


def _stretch(document: Rank) -> tuple[Rank, Rank]:
    """Between which ranks its mentions lie."""
    return mention_rank(document, 0), mention_rank(document, 256**3 - 1)


def _make_room(known: dict[Rank, Any]) -> None:
    if len(known) >= _REMEMBERED:
        for rank in list(islice(known, _REMEMBERED // 2)):
            del known[rank]
