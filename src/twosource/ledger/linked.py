"""The links: computed views over all mentions, replaced as a whole in one transaction."""

from __future__ import annotations

from sqlalchemy import Connection, Table, insert, select

from twosource.codec import decode, encode
from twosource.ledger import schema
from twosource.ledger.derived import refill_links
from twosource.ledger.stale import is_stale as is_stale
from twosource.ledger.stale import mark
from twosource.ledger.storing import clear_links
from twosource.model import Claim, Conflict, Copy, Links, Series


def replace_links(connection: Connection, links: Links, seen: int) -> None:
    """Put the links in place of what stood there; ``seen`` is the event linking started from."""
    clear_links(connection)
    known = set(connection.execute(select(schema.mentions.c.id)).scalars())
    _put(connection, schema.claims, [_claim(n, claim) for n, claim in enumerate(links.claims)])
    _put(
        connection,
        schema.claim_mentions,
        [
            {"claim": claim.id, "mention": mention}
            for claim in links.claims
            for mention in dict.fromkeys(claim.mentions)
            if mention in known
        ],
    )
    _put(
        connection,
        schema.origins,
        [
            {
                "claim": claim.id,
                "n": n,
                "actor": origin.actor,
                "evidence": origin.evidence.value,
                "counted": origin.counted,
            }
            for claim in links.claims
            for n, origin in enumerate(claim.origins)
        ],
    )
    _put(
        connection,
        schema.conflicts,
        [
            {"n": n, "a": c.a, "b": c.b, "type": c.type.value, "record": encode(c)}
            for n, c in enumerate(links.conflicts)
        ],
    )
    _put(
        connection,
        schema.series,
        [
            {"n": n, "measure": s.measure.value, "group": s.group, "record": encode(s)}
            for n, s in enumerate(links.series)
        ],
    )
    _put(
        connection,
        schema.copies,
        [
            {
                "n": n,
                "document": c.document,
                "original": c.original,
                "reuse": c.reuse,
                "record": encode(c),
            }
            for n, c in enumerate(links.copies)
        ],
    )
    refill_links(connection)
    mark(connection, seen)


def _claim(n: int, claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "n": n,
        "kind": claim.kind.value,
        "summary": claim.summary,
        "status": claim.status.value,
        "independent_origins": claim.independent_origins,
        "record": encode(claim),
    }


def _put(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def get_links(connection: Connection) -> Links:
    """The links as linking gave them."""

    def records(table: Table) -> list[str]:
        return list(connection.execute(select(table.c.record).order_by(table.c.n)).scalars())

    return Links(
        claims=tuple(decode(Claim, record) for record in records(schema.claims)),
        conflicts=tuple(decode(Conflict, record) for record in records(schema.conflicts)),
        series=tuple(decode(Series, record) for record in records(schema.series)),
        copies=tuple(decode(Copy, record) for record in records(schema.copies)),
    )
