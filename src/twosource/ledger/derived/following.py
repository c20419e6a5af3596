"""Rows of claims, conflicts and series that follow their links in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, func, insert, literal_column, select

from twosource.ledger import schema
from twosource.ledger.derived.claims import ClaimFacts, claim_facts, facet_values, put_rows
from twosource.ledger.derived.dropping import drop_claim, drop_conflicts, drop_series
from twosource.ledger.derived.edges import transferred
from twosource.ledger.derived.heard import heard, of_claims
from twosource.ledger.derived.putting import among, put
from twosource.ledger.derived.series import Dated, all_series, put_series
from twosource.ledger.derived.touched import Stood, Touched, note_due

_COUNT = (
    "UPDATE facet_values SET claims = (SELECT count(*) FROM claim_values v WHERE v.value = id) "
    "WHERE id = ?"
)


def follow(connection: Connection, touched: Touched) -> None:
    """Make the rows of all that was touched anew, and note whose counts are due."""
    for name in touched.claims:
        drop_claim(connection, name, touched)
    mentions = heard(connection, of_claims(touched.claims))
    facts = claim_facts(connection, mentions, touched.claims)
    made = list(facts.values())
    put_rows(connection, made)
    _put_values(connection, made, touched)
    _put_conflicts(connection, touched.claims)
    _put_series(connection, touched)
    restated = {n for n, each in facts.items() if not _stands(each).as_before(touched.stood.get(n))}
    touched.counts.add(m for m in mentions if m.claim in restated or m.id in touched.moved)
    edges = (transferred(each.claim) for each in made)
    touched.counts.edges |= {edge for edge in edges if edge is not None}
    note_due(connection, touched.counts)


def _stands(facts: ClaimFacts) -> Stood:
    return Stood(facts.row.origins == 1, facts.contested, facts.row.outlets or 0)


def _put_values(connection: Connection, made: Iterable[ClaimFacts], touched: Touched) -> None:
    held = [(value, each.n) for each in made for value in facet_values(each)]
    ids = _ids(connection, {value for value, _ in held})
    put(connection, schema.claim_values, [{"value": ids[v], "claim": n} for v, n in held])
    values = sorted(touched.values | set(ids.values()))
    if values:
        connection.exec_driver_sql(_COUNT, [(value,) for value in values])
    table = schema.facet_values
    connection.execute(delete(table).where(among(table.c.id, values), table.c.claims == 0))


def _ids(connection: Connection, wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Numbers of values, new ones for those that no claim had."""
    table = schema.facet_values
    names = {value for _, value in wanted}
    query = select(table.c.facet, table.c.value, table.c.id).where(
        among(table.c.facet, {facet for facet, _ in wanted}), among(table.c.value, names)
    )
    known = {(row.facet, row.value): int(row.id) for row in connection.execute(query)}
    top = connection.execute(select(func.coalesce(func.max(table.c.id), -1))).scalar_one()
    for facet, value in sorted(set(wanted) - known.keys()):
        top = known[facet, value] = top + 1
        row = {"id": top, "facet": facet, "value": value, "folded": value.casefold(), "claims": 0}
        connection.execute(insert(table), row)
    return {value: known[value] for value in wanted}


def _put_conflicts(connection: Connection, claims: Collection[str]) -> None:
    table, a, b = schema.conflicts, schema.claim_rows.alias(), schema.claim_rows.alias()
    there = (
        select(table.c.n, table.c.type, (a.c.mentions + b.c.mentions).label("mentions"))
        .join(a, a.c.claim == table.c.a)
        .join(b, b.c.claim == table.c.b)
        .where(among(table.c.a, claims) | among(table.c.b, claims))
    )
    rows = [dict(row._mapping) for row in connection.execute(there)]
    drop_conflicts(connection, [row["n"] for row in rows])
    put(connection, schema.conflict_rows, rows)


def _put_series(connection: Connection, touched: Touched) -> None:
    drop_series(connection, touched.series)
    found = list(all_series(connection, touched.series))
    points = [point for _, series in found for point in series.points]
    put_series(connection, found, dates(connection, {point.claim for point in points}))
    touched.counts.asserters |= {point.origin for point in points if point.origin}


def dates(connection: Connection, claims: Collection[str]) -> dict[str, Dated]:
    """What the place of these claims in series depends on, from their rows."""
    row, line = schema.claim_rows.c, schema.claim_lines.c
    total = func.json_extract(line.record, literal_column("'$.figure.cumulative'"))
    query = select(row.claim, row.n, row.published, total.label("total"))
    query = query.join(schema.claim_lines, line.n == row.n).where(among(row.claim, claims))
    return {
        claim: Dated(n, published, bool(total))
        for claim, n, published, total in connection.execute(query)
    }
