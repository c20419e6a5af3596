"""Have documents or readings come in that linking has not seen?"""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.ledger import schema
from twosource.ledger.history import head

_SEEN = "linked"  # in `state`: number of the history event that linking had seen


def mark(connection: Connection, seen: int) -> None:
    """Note the event that linking started from."""
    value = str(seen)
    connection.execute(
        sqlite_insert(schema.state)
        .values(name=_SEEN, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )


def is_stale(connection: Connection) -> bool:
    """True where documents or readings came in after the last linking."""
    seen = connection.execute(
        select(schema.state.c.value).where(schema.state.c.name == _SEEN)
    ).scalar()
    return int(seen or 0) < head(connection)[0]
