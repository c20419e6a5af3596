"""The rows that pages are answered from, where links change under them.

They are computed anew as a whole (`twosource.ledger.derived`), which takes longer than linking one
document. So linking only takes away what rests on links that are no more, and notes that the rest
is old; it is computed anew when the next page asks.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.ledger.schema import state

_OLD = "pages"  # in `state`, while the rows are older than the links
_OF_CLAIM = (
    ("series_claims", "claim"),
    ("claim_values", "claim"),
    ("claim_places", "claim"),
    ("claim_lines", "n"),
    ("claim_rows", "n"),
)


def note_old(connection: Connection) -> None:
    """The links are newer than the rows."""
    connection.execute(sqlite_insert(state).values(name=_OLD, value="").on_conflict_do_nothing())


def are_old(connection: Connection) -> bool:
    """True where the links are newer than the rows."""
    return connection.execute(select(state.c.name).where(state.c.name == _OLD)).first() is not None


def note_new(connection: Connection) -> None:
    """The rows have been computed anew."""
    connection.execute(delete(state).where(state.c.name == _OLD))


def drop_claim(connection: Connection, claim: str) -> None:
    """Take away the rows of a claim."""
    run = connection.exec_driver_sql
    n = run("SELECT n FROM claim_rows WHERE claim = ?", (claim,)).scalar()
    if n is not None:
        for table, column in _OF_CLAIM:
            run(f"DELETE FROM {table} WHERE {column} = ?", (n,))


def drop_conflicts(connection: Connection, numbers: Iterable[int]) -> None:
    """Take away the rows of conflicts."""
    for n in numbers:
        connection.exec_driver_sql("DELETE FROM conflict_rows WHERE n = ?", (n,))


def drop_series(connection: Connection, n: int) -> None:
    """Take away the row of a series."""
    connection.exec_driver_sql("DELETE FROM series_claims WHERE series = ?", (n,))
    connection.exec_driver_sql("DELETE FROM series_rows WHERE n = ?", (n,))
