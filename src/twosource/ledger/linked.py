"""The links: computed views over all mentions."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, insert, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.derived import refill_links
from twosource.ledger.rows import Row, claim_row, conflict_row, copy_row, origin_rows, series_row
from twosource.ledger.shelf import clear_links
from twosource.ledger.stale import is_stale as is_stale
from twosource.ledger.stale import mark
from twosource.model import Claim, Conflict, Copy, Links, Series


def replace_links(connection: Connection, links: Links, seen: int) -> None:
    """Put links made elsewhere in place of what stood there; the next linking starts anew.

    ``seen`` is the event of the history that their making started from.
    """
    clear_links(connection)
    known = set(connection.execute(select(schema.mentions.c.id)).scalars())
    _put(connection, schema.claims, [claim_row(n, c) for n, c in enumerate(links.claims)])
    held: list[Row] = [
        {"claim": claim.id, "mention": mention}
        for claim in links.claims
        for mention in dict.fromkeys(claim.mentions)
        if mention in known
    ]
    _put(connection, schema.claim_mentions, held)
    _put(connection, schema.origins, [row for c in links.claims for row in origin_rows(c)])
    _put(connection, schema.conflicts, [conflict_row(n, c) for n, c in enumerate(links.conflicts)])
    _put(connection, schema.series, [series_row(n, s) for n, s in enumerate(links.series)])
    _put(connection, schema.copies, [copy_row(n, c) for n, c in enumerate(links.copies)])
    refill_links(connection)
    mark(connection, seen)


def _put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))


def get_links(connection: Connection) -> Links:
    """The links as linking gave them, in canonical order."""
    claims, copies = schema.claims, schema.copies
    conflicts, series = schema.conflicts.c, schema.series.c
    kept, copied = schema.link_claims, schema.link_copies
    by_rank = (
        select(claims.c.record)
        .outerjoin(kept, kept.c.claim == claims.c.id)
        .order_by(kept.c.members, claims.c.n)
    )
    by_document = (
        select(copies.c.record)
        .outerjoin(copied, copied.c.n == copies.c.n)
        .order_by(copied.c.rank, copies.c.n)
    )
    by_sides = select(conflicts.record).order_by(conflicts.a, conflicts.b, conflicts.type)
    by_quantity = select(series.record).order_by(series.measure, series.group)
    run = connection.execute
    return Links(
        claims=tuple(decode(Claim, record) for record in run(by_rank).scalars()),
        conflicts=tuple(decode(Conflict, record) for record in run(by_sides).scalars()),
        series=tuple(decode(Series, record) for record in run(by_quantity).scalars()),
        copies=tuple(decode(Copy, record) for record in run(by_document).scalars()),
    )
