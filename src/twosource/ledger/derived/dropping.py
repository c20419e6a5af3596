"""Rows taken away before the claim, conflict or series that they rest on goes or changes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from twosource.ledger.derived.touched import Stood, Touched
from twosource.model import Status

_OF_CLAIM = (
    ("series_claims", "claim"),
    ("claim_values", "claim"),
    ("claim_places", "claim"),
    ("claim_lines", "n"),
    ("claim_rows", "n"),
)


def drop_claim(connection: Connection, claim: str, touched: Touched) -> None:
    """Take away the rows of a claim."""
    run = connection.exec_driver_sql
    query = "SELECT n, origins, status, outlets FROM claim_rows WHERE claim = ?"
    row = run(query, (claim,)).first()
    if row is None:
        return
    n, origins, status, outlets = row
    touched.stood[claim] = Stood(origins == 1, status == Status.CONTESTED, outlets)
    touched.values |= set(run("SELECT value FROM claim_values WHERE claim = ?", (n,)).scalars())
    touched.series |= set(run("SELECT series FROM series_claims WHERE claim = ?", (n,)).scalars())
    for table, column in _OF_CLAIM:
        run(f"DELETE FROM {table} WHERE {column} = ?", (n,))


def drop_conflicts(connection: Connection, numbers: Iterable[int]) -> None:
    """Take away the rows of conflicts."""
    for n in numbers:
        connection.exec_driver_sql("DELETE FROM conflict_rows WHERE n = ?", (n,))


def drop_series(connection: Connection, numbers: Iterable[int]) -> None:
    """Take away the rows of series."""
    for n in numbers:
        connection.exec_driver_sql("DELETE FROM series_claims WHERE series = ?", (n,))
        connection.exec_driver_sql("DELETE FROM series_rows WHERE n = ?", (n,))
