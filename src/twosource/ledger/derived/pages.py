"""Whether the rows that pages are answered from must be computed anew as a whole."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.ledger.schema import state

_OLD = "pages"  # in `state`, while the rows are older than the links


def note_old(connection: Connection) -> None:
    """The rows must be computed anew."""
    connection.execute(sqlite_insert(state).values(name=_OLD, value="").on_conflict_do_nothing())


def are_old(connection: Connection) -> bool:
    """True where the rows must be computed anew."""
    return connection.execute(select(state.c.name).where(state.c.name == _OLD)).first() is not None


def note_new(connection: Connection) -> None:
    """The rows have been computed anew."""
    connection.execute(delete(state).where(state.c.name == _OLD))
