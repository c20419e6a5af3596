"""Storing and getting documents with their readings."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.codec import decode, encode
from twosource.ledger import judged, schema, shelf
from twosource.ledger.derived import documents as derived
from twosource.ledger.history import Event, append, digest
from twosource.ledger.placing import content_digest, document_of, moved, place
from twosource.model import Document, Mention, Reading

_documents, _mentions, _readings = schema.documents, schema.mentions, schema.readings


class Stored(StrEnum):
    """What storing a reading did."""

    NEW = "new"
    UPDATED = "updated"  # a new version of a known publication
    UNCHANGED = "unchanged"
    REREAD = "reread"  # a known version, read anew


@dataclass(frozen=True, slots=True)
class ReadBy:
    """What made a reading: the software's version and the reader's name."""

    software: str
    reader: str


def store(connection: Connection, reading: Reading, data: bytes | None, by: ReadBy) -> Stored:
    """Store one reading inside the caller's write transaction."""
    placed = place(connection, reading.document)
    came, reading = reading.document, moved(reading, placed.document)
    document = placed.document
    if not placed.known:
        _add(connection, document, data, replaces=placed.current)
        _put_mentions(connection, reading, by)
        return Stored.NEW if placed.current is None else Stored.UPDATED
    restored = document.id != placed.current and came.path == document.path
    if restored:
        restore(connection, document)
    if read_by(connection, document.id) == by and not _differs(connection, reading):
        return Stored.UPDATED if restored else Stored.UNCHANGED
    _put_mentions(connection, reading, by)
    return Stored.UPDATED if restored else Stored.REREAD


def read_by(connection: Connection, document: str) -> ReadBy | None:
    """What made the stored reading of a document, ``None`` where there is none."""
    made = connection.execute(
        select(_readings.c.software, _readings.c.reader).where(_readings.c.document == document)
    ).first()
    return None if made is None else ReadBy(made.software, made.reader)


def restore(connection: Connection, document: Document) -> None:
    """Make an older version current again: its publisher took the edit back."""
    present = connection.execute(
        select(_documents.c.id).where(_documents.c.key == document.key, _documents.c.current)
    ).scalar()
    if present is not None:
        _step_down(connection, present)
    connection.execute(
        update(_documents).where(_documents.c.id == document.id).values(current=True)
    )
    derived.set_current(connection, document.id, True)
    shelf.mark_due(connection, document.id)
    append(connection, Event.CURRENT, document.id, digest(document.key))


def _step_down(connection: Connection, identity: str) -> None:
    connection.execute(update(_documents).where(_documents.c.id == identity).values(current=False))
    derived.set_current(connection, identity, False)
    shelf.take_out(connection, identity)


def archive(connection: Connection, sha256: str, data: bytes) -> None:
    """Keep bytes under their SHA-256; known bytes are not written twice."""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"these bytes do not have the SHA-256 {sha256}")
    done = connection.execute(
        sqlite_insert(schema.archive)
        .values(sha256=sha256, size=len(data), data=data)
        .on_conflict_do_nothing()
    )
    if done.rowcount:
        append(connection, Event.ARCHIVED, sha256, sha256)


def _add(
    connection: Connection, document: Document, data: bytes | None, replaces: str | None
) -> None:
    if data is not None:
        archive(connection, document.sha256, data)
    if replaces is not None:
        _step_down(connection, replaces)
    versions = connection.execute(
        select(func.max(_documents.c.version)).where(_documents.c.key == document.key)
    ).scalar()
    record = encode(replace(document, text=""))
    made = connection.execute(
        insert(_documents).values(
            id=document.id,
            key=document.key,
            version=(versions or 0) + 1,
            current=True,
            sha256=document.sha256,
            digest=content_digest(document),
            path=document.path,
            url=document.url,
            publisher=document.publisher,
            published_at=document.published_at,
            title=document.title,
            language=document.language,
            text=document.text,
            record=record,
        )
    )
    event, came = append(connection, Event.DOCUMENT, document.id, digest(record, document.text))
    assert made.inserted_primary_key is not None
    derived.add(connection, made.inserted_primary_key[0], document, event, came)


def distinct(reading: Reading) -> tuple[Mention, ...]:
    """The mentions, each id once: two with one id would be one row in every export."""
    return tuple({m.id: m for m in reversed(reading.mentions)}.values())[::-1]


def reading_digest(software: str, reader: str, notes: str, records: list[str]) -> str:
    """The digest of a reading that stands in the history."""
    return digest(software, reader, notes, *records)


def _records(connection: Connection, document: str) -> list[str]:
    return list(
        connection.execute(
            select(_mentions.c.record)
            .where(_mentions.c.document == document)
            .order_by(_mentions.c.n)
        ).scalars()
    )


def _differs(connection: Connection, reading: Reading) -> bool:
    return _records(connection, reading.document.id) != [encode(m) for m in distinct(reading)]


def _put_mentions(connection: Connection, reading: Reading, by: ReadBy) -> None:
    document = reading.document
    _drop_mentions(connection, document.id)
    rows = [_row(document, mention) for mention in distinct(reading)]
    if rows:
        connection.execute(insert(_mentions), rows)
    derived.set_mentions(connection, document.id, len(rows))
    shelf.mark_due(connection, document.id)
    notes = encode(reading.notes)
    connection.execute(delete(_readings).where(_readings.c.document == document.id))
    connection.execute(
        insert(_readings).values(
            document=document.id, software=by.software, reader=by.reader, notes=notes
        )
    )
    records = [str(row["record"]) for row in rows]
    append(
        connection,
        Event.READING,
        document.id,
        reading_digest(by.software, by.reader, notes, records),
    )
    judged.refresh(connection, document.key)  # what people decided outlasts the reading


def _drop_mentions(connection: Connection, document: str) -> None:
    there = connection.execute(
        select(_mentions.c.id).where(_mentions.c.document == document).limit(1)
    ).first()
    if there is not None:
        shelf.take_out(connection, document)  # links point to these mentions
        connection.execute(delete(_mentions).where(_mentions.c.document == document))


def _row(document: Document, mention: Mention) -> dict[str, str | None]:
    return {
        "id": mention.id,
        "document": document.id,
        **judged.mention_row(mention, document.text),
        "record": encode(mention),
    }


def current_documents(connection: Connection) -> Iterator[Document]:
    """The newest version of each publication, by key."""
    rows = connection.execute(
        select(_documents.c.record, _documents.c.text)
        .where(_documents.c.current)
        .order_by(_documents.c.key)
    )
    return map(document_of, rows)


def current_mentions(connection: Connection, *, rejected: bool = False) -> Iterator[Mention]:
    """The mentions of the current documents as they stand, by document key, in text order.

    Those that a person rejected are left out (or, with ``rejected``, only those given).
    """
    rows = connection.execute(
        select(schema.shown_record)
        .join(_documents, _documents.c.id == _mentions.c.document)
        .where(_documents.c.current, _mentions.c.rejected == rejected)
        .order_by(_documents.c.key, _mentions.c.n)
    )
    return (decode(Mention, record) for record in rows.scalars())


def current_readings(connection: Connection) -> list[Reading]:
    """What linking sees: each current document with its mentions."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in current_mentions(connection):
        mentions[mention.document].append(mention)
    notes = {
        row.document: decode(tuple[str, ...], row.notes)
        for row in connection.execute(select(_readings.c.document, _readings.c.notes))
    }
    return [
        Reading(document, tuple(mentions[document.id]), notes.get(document.id, ()))
        for document in current_documents(connection)
    ]
