"""The history: every event of the ledger in a hash chain.

``hash`` of an event is SHA-256 over the hash before it and the event itself, so that changing,
removing or inserting one breaks every hash after it. Cutting off the newest events leaves a chain
that holds; what they archived then stands in the ledger without an event, and whoever noted the
last hash (`twosource verify` prints it) sees that it is gone.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from twosource.ledger.schema import history

GENESIS = "0" * 64
_LAST = select(history.c.n, history.c.hash).order_by(history.c.n.desc()).limit(1)
_INSERT = insert(history)


class Event(StrEnum):
    """What happened to ``subject``."""

    ARCHIVED = "archived"  # bytes; subject: their SHA-256
    DOCUMENT = "document"  # a version was stored; subject: document id
    CURRENT = "current"  # an older version stands again; subject: document id
    READING = "reading"  # mentions of a document were stored; subject: document id
    JUDGEMENT = "judgement"  # subject: judgement id


def digest(*parts: str) -> str:
    """SHA-256 (hex) over the parts, each with its length, so that they cannot run together."""
    running = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        running.update(f"{len(data)}:".encode())
        running.update(data)
    return running.hexdigest()


def chained(before: str, n: int, at: datetime, event: str, subject: str, what: str) -> str:
    """The hash of one event, given the hash before it."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    line = json.dumps([before, n, moment, event, subject, what], ensure_ascii=True)
    return hashlib.sha256(line.encode("ascii")).hexdigest()


def append(connection: Connection, event: Event, subject: str, what: str) -> tuple[int, datetime]:
    """Add one event, return its number and moment; the caller holds the write transaction."""
    count, before = head(connection)
    n, at = count + 1, datetime.now(UTC)
    row = {
        "n": n,
        "at": at,
        "event": event.value,
        "subject": subject,
        "digest": what,
        "hash": chained(before, n, at, event.value, subject, what),
    }
    connection.execute(_INSERT, row)
    return n, at


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the newest event; ``(0, GENESIS)`` in an empty ledger."""
    last = connection.execute(_LAST).first()
    return (last.n, last.hash) if last else (0, GENESIS)
