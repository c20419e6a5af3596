"""Where a document belongs: known, an edit of a known one, or new; and under which id.

A file may name its documents itself. Such an id or key can be taken: by an earlier version of the
same publication, or by another publication that happens to count from "1" as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from twosource.codec import decode, encode
from twosource.ids import stable_id
from twosource.ledger.history import digest
from twosource.ledger.schema import documents
from twosource.model import Document, Reading


@dataclass(frozen=True, slots=True)
class Placed:
    """The document under the id and key that it has in this ledger.

    ``known``: this version is stored. ``current``: the id of the version of the same publication
    that stands now, ``None`` where there is none.
    """

    document: Document
    known: bool
    current: str | None


def content_digest(document: Document) -> str:
    """The same for the same text and metadata, whatever name, file or place they came with."""
    bare = replace(document, id="", key="", sha256="", path=None)
    return digest(encode(bare))


def place(connection: Connection, document: Document) -> Placed:
    """Find the place of a document; see `Placed`."""
    content = content_digest(document)
    current = _current(connection, document.key)
    if current is not None and document.url and current.url and document.url != current.url:
        # two addresses under one given name are two publications
        document = replace(document, key=document.url)
        current = _current(connection, document.key)
    version = connection.execute(
        select(documents.c.record, documents.c.text)
        .where(documents.c.key == document.key, documents.c.digest == content)
        .order_by(documents.c.current.desc())
    ).first()
    standing = None if current is None else current.id
    if version is not None:
        return Placed(document_of(version), known=True, current=standing)
    taken = connection.execute(select(documents.c.n).where(documents.c.id == document.id)).first()
    if taken is not None:
        mark = stable_id("", document.key, content).removeprefix("-")
        document = replace(document, id=f"{document.id}@{mark}")
    return Placed(document, known=False, current=standing)


def _current(connection: Connection, key: str) -> Row[Any, Any] | None:
    return connection.execute(
        select(documents.c.id, documents.c.url).where(documents.c.key == key, documents.c.current)
    ).first()


def document_of(row: Row[*tuple[Any, ...]]) -> Document:
    """The Document of a row with ``record`` and ``text``."""
    return replace(decode(Document, row.record), text=row.text)


def moved(reading: Reading, document: Document) -> Reading:
    """The reading of the document as placed; its mentions follow it to its id."""
    if reading.document.id == document.id:
        return replace(reading, document=document)
    mentions = tuple(
        replace(m, id=stable_id("m", document.id, m.id), document=document.id)
        for m in reading.mentions
    )
    return replace(reading, document=document, mentions=mentions)
