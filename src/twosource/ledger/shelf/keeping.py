"""Links kept up to date: everything at once, or what is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.derived import pages
from twosource.ledger.derived.putting import among
from twosource.ledger.placing import document_of
from twosource.model import Mention, Reading
from twosource.version import VERSION

if TYPE_CHECKING:
    from twosource.ledger.derived.touched import Touched
    from twosource.linking import JudgedPairs, Memory

MUCH = 0.5  # share of the linked documents from which all are linked anew rather than those due
MUCH_TOUCHED = 0.5  # share of the claims from which all rows are computed anew
_MANY = 500  # values in one question: SQLite takes no more than some thousands
MANY_TAKEN = 100  # documents that went or are read again, from which linking starts anew
_KEPT = "shelf"  # in `state`: the software that made what linking remembers
_TAKEN = "taken"  # in `state`: how many documents were taken out since the last linking
_due = schema.link_due


def is_kept(connection: Connection) -> bool:
    """True where linking remembers everything that is linked, and this software made it."""
    return _state(connection, _KEPT) == VERSION


def _state(connection: Connection, name: str) -> str | None:
    query = select(schema.state.c.value).where(schema.state.c.name == name)
    return connection.execute(query).scalar()


def _put_state(connection: Connection, name: str, value: str) -> None:
    connection.execute(
        sqlite_insert(schema.state)
        .values(name=name, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )


def mark_due(connection: Connection, document: str) -> None:
    """A document came, went or reads otherwise: the next linking looks at it."""
    connection.execute(insert(_due), {"document": document})


def much(connection: Connection) -> bool:
    """Is so much due that linking everything at once is quicker, or the only way?"""
    waiting = connection.execute(select(func.count(_due.c.document.distinct()))).scalar_one()
    there = select(func.count()).select_from(schema.link_documents)
    return not is_kept(connection) or waiting > MUCH * connection.execute(there).scalar_one()


def clear_links(connection: Connection) -> None:
    """Drop everything linking computed (it is computed again from the mentions)."""
    for table in schema.LINK_TABLES:
        connection.execute(delete(table))
    connection.execute(delete(schema.state).where(schema.state.c.name.in_([_KEPT, _TAKEN])))


def take_out(connection: Connection, document: str) -> None:
    """A document's mentions are about to go: no claim, conflict or series rests on them then.

    Where many go, one after another (everything is read again), all links go: linking everything
    at once afterwards is quicker.
    """
    mark_due(connection, document)  # another process may be linking everything just now
    taken = _state(connection, _TAKEN)
    if not is_kept(connection) or int(taken or 0) >= MANY_TAKEN:
        clear_links(connection)
        return
    from twosource.ledger.derived.following import follow
    from twosource.ledger.derived.touched import note_documents
    from twosource.ledger.shelf.claims import SqlShelf
    from twosource.linking import relink

    note_documents(connection, [document])
    shelf = SqlShelf(connection)
    rank = shelf.place(document)
    if rank is not None:
        relink(shelf, gone=[rank])
        follow(connection, shelf.touched)
        _put_state(connection, _TAKEN, str(int(taken or 0) + 1))


def link_due(connection: Connection, judged: JudgedPairs) -> bool:
    """Link what is due and what that touches; ``False`` where nothing is."""
    from twosource.ledger.derived import refill_links
    from twosource.ledger.derived.touched import note_documents
    from twosource.ledger.shelf.claims import SqlShelf
    from twosource.linking import relink

    shelf = SqlShelf(connection)
    waiting = list(connection.execute(select(_due.c.document).distinct()).scalars())
    come = {reading.document.id: reading for reading in _readings(connection, waiting)}
    places = [shelf.place(name) for name in waiting if name not in come]
    gone = [rank for rank in places if rank is not None]
    if not come and not gone and judged == shelf.judged():
        connection.execute(delete(_due))
        if pages.are_old(connection):
            refill_links(connection)
        return False
    note_documents(connection, waiting)
    relink(shelf, gone, come.values(), judged)
    renew_rows(connection, shelf.touched, waiting)
    connection.execute(delete(_due))
    connection.execute(delete(schema.state).where(schema.state.c.name == _TAKEN))
    return True


def renew_rows(connection: Connection, touched: Touched, documents: list[str]) -> None:
    """Let the rows that pages are answered from follow the links."""
    from twosource.ledger.derived import refill_links
    from twosource.ledger.derived.counting import count_due
    from twosource.ledger.derived.following import follow

    held, mention = schema.claim_mentions.c, schema.mentions.c
    query = select(held.claim).join(schema.mentions, mention.id == held.mention)
    touched.claims |= set(
        connection.execute(query.where(among(mention.document, documents))).scalars()
    )
    there = connection.execute(select(func.count()).select_from(schema.claims)).scalar_one()
    if pages.are_old(connection) or len(touched.claims) > MUCH_TOUCHED * there:
        refill_links(connection)
    else:
        follow(connection, touched)
        count_due(connection, documents)


@dataclass(frozen=True, slots=True)
class Made:
    """Links of all documents; ``upto``: the newest mark of what was due when they were taken."""

    memory: Memory
    upto: int


def made_anew(connection: Connection, judged: JudgedPairs) -> Made:
    """Link all documents at once, in memory."""
    from twosource.ledger.storing import current_readings
    from twosource.linking import Memory, relink

    upto = connection.execute(select(func.coalesce(func.max(_due.c.n), 0))).scalar_one()
    memory = Memory()
    relink(memory, come=current_readings(connection), judged=judged)
    return Made(memory, int(upto))


def fill(connection: Connection, made: Made) -> None:
    """Put links that were made in memory in the place of all that stood there."""
    from twosource.ledger.shelf.claims import SqlShelf
    from twosource.ledger.shelf.filling import fill_tables

    clear_links(connection)
    fill_tables(connection, made.memory)
    SqlShelf(connection).put_judged(made.memory.judged())
    connection.execute(delete(_due).where(_due.c.n <= made.upto))
    _put_state(connection, _KEPT, VERSION)


def _readings(connection: Connection, documents: list[str]) -> Iterator[Reading]:
    """Those of the documents that are current and read, with their mentions as they stand."""
    table, told = schema.documents, schema.mentions
    for at in range(0, len(documents), _MANY):
        chunk = documents[at : at + _MANY]
        rows = connection.execute(
            select(table.c.id, table.c.record, table.c.text)
            .join(schema.readings, schema.readings.c.document == table.c.id)
            .where(table.c.id.in_(chunk), table.c.current)
        ).all()
        mentions: dict[str, list[Mention]] = {row.id: [] for row in rows}
        query = select(told.c.document, schema.shown_record.label("record")).where(
            told.c.document.in_(list(mentions)), ~told.c.rejected
        )
        for name, record in connection.execute(query.order_by(told.c.n)):
            mentions[name].append(decode(Mention, record))
        for row in rows:
            yield Reading(document_of(row), tuple(mentions[row.id]))
