"""One narrow row for each stored document version, kept up as documents come in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import (
    Connection,
    Executable,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.ledger import schema
from twosource.ledger.derived.pages import note_old
from twosource.ledger.history import Event
from twosource.ledger.placing import document_of
from twosource.model import Document
from twosource.outlets import outlet, outlet_key
from twosource.titles import shown_title

_rows, _outlets = schema.document_rows, schema.outlets


_ADD = insert(_rows)
_CURRENT = update(_rows).where(_rows.c.document == bindparam("of")).values(current=bindparam("to"))
_COUNT = update(_rows).where(_rows.c.document == bindparam("of")).values(mentions=bindparam("to"))


def _fullest() -> Executable:
    """Keep the fullest name that an outlet goes by; of equally long ones the first by letters."""
    made = sqlite_insert(_outlets)
    longer = func.length(made.excluded.name) > func.length(_outlets.c.name)
    same = func.length(made.excluded.name) == func.length(_outlets.c.name)
    return made.on_conflict_do_update(
        index_elements=["key"],
        set_={"name": made.excluded.name},
        where=longer | (same & (made.excluded.name < _outlets.c.name)),
    )


_NAME = _fullest()
_KNOWN = select(_outlets.c.name).where(_outlets.c.key == bindparam("of"))


def add(connection: Connection, n: int, document: Document, event: int, came: datetime) -> None:
    """Make the row of a version that was just stored as the current one."""
    connection.execute(_ADD, _row(n, document, True, event, came, 0))
    _name_outlet(connection, document)


def set_current(connection: Connection, document: str, current: bool) -> None:
    """Follow a version that steps down or stands again."""
    connection.execute(_CURRENT, {"of": document, "to": current})


def set_mentions(connection: Connection, document: str, count: int) -> None:
    """Follow a reading."""
    connection.execute(_COUNT, {"of": document, "to": count})


def refill_documents(connection: Connection) -> None:
    """Make all rows anew from the documents and the history."""
    connection.execute(delete(_rows))
    connection.execute(delete(_outlets))
    for document, row in _all(connection):
        connection.execute(_ADD, row)
        _name_outlet(connection, document)


def _all(connection: Connection) -> Iterator[tuple[Document, dict[str, object]]]:
    documents, history, mentions = schema.documents, schema.history, schema.mentions
    many = (
        select(mentions.c.document, func.count().label("count"))
        .where(~mentions.c.rejected)
        .group_by(mentions.c.document)
        .subquery()
    )
    found = connection.execute(
        select(
            documents.c.n,
            documents.c.record,
            documents.c.text,
            documents.c.current,
            func.min(history.c.n).label("event"),
            func.min(history.c.at, type_=schema.UtcTime()).label("came"),
            func.max(many.c.count).label("mentions"),
        )
        .join(
            history,
            (history.c.subject == documents.c.id) & (history.c.event == Event.DOCUMENT.value),
        )
        .outerjoin(many, many.c.document == documents.c.id)
        .group_by(documents.c.n)
    )
    for one in found:
        document = document_of(one)
        came, count = one.came, one.mentions or 0
        yield document, _row(one.n, document, one.current, one.event, came, count)


def _row(
    n: int, document: Document, current: bool, event: int, came: datetime, mentions: int
) -> dict[str, object]:
    name = outlet(document)
    return {
        "n": n,
        "document": document.id,
        "current": current,
        "outlet": None if name is None else outlet_key(name),
        "published": document.published_at or "",
        "title": shown_title(document),
        "event": event,
        "came": came,
        "mentions": mentions,
    }


def _name_outlet(connection: Connection, document: Document) -> None:
    name = outlet(document)
    if name is None:
        return
    key = outlet_key(name)
    known = connection.execute(_KNOWN, {"of": key}).scalar()
    connection.execute(_NAME, {"key": key, "name": name})
    if known is not None and connection.execute(_KNOWN, {"of": key}).scalar() != known:
        note_old(connection)  # what counts by the name it had
