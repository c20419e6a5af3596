"""Counts by source, by edge and over all, where links changed: anew for those that are due."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, and_, case, delete, func, or_, select, tuple_

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.derived.claims import claim_facts, outlet_names
from twosource.ledger.derived.edges import Edge, edge_rows, transferred
from twosource.ledger.derived.following import dates
from twosource.ledger.derived.heard import Heard, heard, of_claims, of_outlets
from twosource.ledger.derived.putting import among, put
from twosource.ledger.derived.series import all_series, revised_claims
from twosource.ledger.derived.sources import Standing, asserters, outlets, stored
from twosource.ledger.derived.tallies import follow_tallies
from twosource.ledger.derived.touched import Counts, due, note_counted
from twosource.ledger.queries.rows import Role
from twosource.model import Claim, Polarity, Status


def count_due(connection: Connection, documents: Collection[str]) -> None:
    """Count anew what is due; ``documents``: those whose mentions may be others than they were."""
    counts = due(connection)
    _count_sources(connection, counts)
    _count_edges(connection, counts.edges)
    follow_tallies(connection, documents)
    note_counted(connection)


def _count_sources(connection: Connection, counts: Counts) -> None:
    table = schema.sources
    called = outlet_names(connection, counts.outlets).values()
    own = and_(table.c.role == Role.ASSERTER.value, among(table.c.name, counts.asserters))
    theirs = and_(table.c.role == Role.OUTLET.value, among(table.c.name, called))
    connection.execute(delete(table).where(or_(own, theirs)))
    said = heard(connection, among(schema.mentions.c.asserter, counts.asserters))
    stood = heard(connection, of_outlets(counts.outlets))
    standing = _standing(connection, [*said, *stood])
    revised = _revised(connection, counts.asserters)
    rows = [
        *asserters(said, standing, revised),
        *outlets(connection, stood, standing, counts.outlets),
    ]
    put(connection, table, stored(rows))


def _standing(connection: Connection, mentions: Iterable[Heard]) -> dict[str, Standing]:
    """How the claims of these mentions stand, from their rows."""
    row, wanted = schema.claim_rows.c, {m.claim for m in mentions if m.claim is not None}
    query = select(row.claim, row.origins, row.status, row.outlets)
    rows = connection.execute(query.where(among(row.claim, wanted))).all()
    alone = _carriers(connection, {claim for claim, _, _, many in rows if many == 1})
    return {
        claim: Standing(origins, status == Status.CONTESTED.value, alone.get(claim))
        for claim, origins, status, _ in rows
    }


def _carriers(connection: Connection, claims: Collection[str]) -> dict[str, str]:
    """The outlet of claims that one alone carries: it affirms them, or nobody does."""
    held, mention, row = schema.claim_mentions.c, schema.mentions.c, schema.document_rows.c
    affirming = case((mention.polarity != Polarity.DENIED.value, row.outlet))
    query = (
        select(held.claim, func.coalesce(func.min(affirming), func.min(row.outlet)))
        .join(schema.mentions, mention.id == held.mention)
        .join(schema.document_rows, row.document == mention.document)
        .where(among(held.claim, claims), schema.row_stands, ~mention.rejected)
        .group_by(held.claim)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _revised(connection: Connection, names: Collection[str]) -> frozenset[tuple[str, str]]:
    origin, row, stands = schema.origins.c, schema.claim_rows.c, schema.series_claims.c
    query = (
        select(stands.series)
        .distinct()
        .join(schema.claim_rows, row.n == stands.claim)
        .join(schema.origins, origin.claim == row.claim)
        .where(among(origin.actor, names))
    )
    found = list(all_series(connection, connection.execute(query).scalars().all()))
    wanted = {p.claim for _, series in found for p in series.points if p.origin in names}
    return revised_claims(found, dates(connection, wanted))


def _count_edges(connection: Connection, due: Collection[Edge]) -> None:
    """Edges that claims are; who passes on whom is counted by document."""
    table = schema.edges
    for edge in due:
        key = tuple_(table.c.kind, table.c.a, table.c.b, table.c.what)
        connection.execute(delete(table).where(key == edge))
    facts = {}
    if due:
        claim = schema.claims.c
        records = connection.execute(
            select(claim.record).where(claim.record.contains('"transfer":{'))
        ).scalars()
        found = (decode(Claim, record) for record in records)
        names = {each.id for each in found if transferred(each) in due}
        own = heard(connection, of_claims(names))
        facts = claim_facts(connection, own, names)
    rows = edge_rows(connection, (), facts)
    wanted = [r for r in rows if (r["kind"], r["a"], r["b"], r["what"]) in due]
    put(connection, table, wanted)
