"""Conflicts by how much is said on both sides."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from twosource.ledger import schema
from twosource.ledger.derived.claims import ClaimFacts
from twosource.ledger.derived.putting import put


def put_conflicts(connection: Connection, facts: Mapping[str, ClaimFacts]) -> None:
    """Store a row for each conflict whose sides are both there."""
    table = schema.conflicts
    rows = [
        {
            "n": n,
            "type": type,
            "mentions": facts[a].row.mentions + facts[b].row.mentions,
        }
        for n, a, b, type in connection.execute(
            select(table.c.n, table.c.a, table.c.b, table.c.type).order_by(table.c.n)
        )
        if a in facts and b in facts
    ]
    put(connection, schema.conflict_rows, rows)
