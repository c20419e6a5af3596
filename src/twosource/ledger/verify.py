"""Does the ledger still hold what its history says: one line for each thing that does not fit."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, Integer, cast, func, select

from twosource.ledger import guards, schema
from twosource.ledger.history import GENESIS, Event, chained, digest
from twosource.ledger.judged import differing
from twosource.ledger.storing import reading_digest

_Last = dict[tuple[str, str], str]  # (event, subject) -> digest of the newest such event


def verify(connection: Connection) -> list[str]:
    """All lines; empty where everything fits. Bytes are hashed one document at a time."""
    last: _Last = {}
    lines = [*_file(connection), *_chain(connection, last)]
    lines += _archive(connection, last)
    lines += _documents(connection, last)
    lines += _readings(connection, last)
    lines += _judgements(connection, last)
    lines += [f"mention {name}: not as it was judged" for name in differing(connection)]
    return lines


def _file(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield f"file: {row[0]}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"table {row[0]}: row {row[1]} points to nothing in {row[2]}"
    for name in sorted(guards.TRIGGERS.keys() - guards.triggers(connection)):
        yield f"trigger {name} is missing: the ledger was changed from outside"


def _chain(connection: Connection, last: _Last) -> Iterator[str]:
    before, expected = GENESIS, 1
    for row in connection.execute(select(schema.history).order_by(schema.history.c.n)):
        if row.n != expected:
            yield f"history: event {expected} is missing"
        if row.hash != chained(before, row.n, row.at, row.event, row.subject, row.digest):
            yield f"history: event {row.n} ({row.event} {row.subject}) or the one before changed"
        before, expected = row.hash, row.n + 1
        last[row.event, row.subject] = row.digest


def _compare(event: Event, found: Iterator[tuple[str, str]], last: _Last) -> Iterator[str]:
    """Each thing found against its newest event, and each event against the things found."""
    seen: set[str] = set()
    for subject, what in found:
        seen.add(subject)
        known = last.get((event.value, subject))
        if known is None:
            yield f"{_WORD[event]} {subject}: stands in the ledger, not in its history"
        elif known != what:
            yield f"{_WORD[event]} {subject}: changed since it was stored"
    for name, subject in last:
        if name == event.value and subject not in seen:
            yield f"{_WORD[event]} {subject}: stands in the history, not in the ledger"


_WORD = {
    Event.ARCHIVED: "archived bytes",
    Event.DOCUMENT: "document",
    Event.READING: "reading of document",
    Event.JUDGEMENT: "judgement",
}


def _archive(connection: Connection, last: _Last) -> Iterator[str]:
    names = list(connection.execute(select(schema.archive.c.sha256)).scalars())

    def found() -> Iterator[tuple[str, str]]:
        for name in names:
            data = connection.execute(
                select(schema.archive.c.data).where(schema.archive.c.sha256 == name)
            ).scalar_one()
            yield name, hashlib.sha256(data).hexdigest()

    yield from _compare(Event.ARCHIVED, found(), last)


def _documents(connection: Connection, last: _Last) -> Iterator[str]:
    table = schema.documents
    rows = connection.execute(select(table.c.id, table.c.record, table.c.text))
    found = ((row.id, digest(row.record, row.text)) for row in rows)
    yield from _compare(Event.DOCUMENT, found, last)
    standing = func.sum(cast(table.c.current, Integer))
    counts = select(table.c.key, standing).group_by(table.c.key).having(standing != 1)
    for key, count in connection.execute(counts):
        yield f"publication {key}: {count} current versions, not one"


def _readings(connection: Connection, last: _Last) -> Iterator[str]:
    made = list(connection.execute(select(schema.readings)))

    def found() -> Iterator[tuple[str, str]]:
        for row in made:
            records = connection.execute(
                select(schema.mentions.c.record)
                .where(schema.mentions.c.document == row.document)
                .order_by(schema.mentions.c.n)
            ).scalars()
            yield (
                row.document,
                reading_digest(row.software, row.reader, row.notes, list(records)),
            )

    yield from _compare(Event.READING, found(), last)


def _judgements(connection: Connection, last: _Last) -> Iterator[str]:
    table = schema.judgements
    rows = connection.execute(select(table.c.id, table.c.record))
    yield from _compare(Event.JUDGEMENT, ((row.id, digest(row.record)) for row in rows), last)
