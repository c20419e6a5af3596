"""Counts by document: of mentions, and of who passes on whom.

What each document adds is noted with it, so that one can be counted anew and all others left.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from twosource.codec import decode, encode
from twosource.ledger import schema
from twosource.ledger.derived.claims import outlet_names
from twosource.ledger.derived.edges import told_edges
from twosource.ledger.derived.heard import Heard, heard
from twosource.ledger.derived.putting import among, put

Tally = Counter[tuple[str, str]]  # by two names
_rows = schema.document_rows
_PASSED_ON = (
    "INSERT INTO edges (kind, a, b, what, mentions, documents) VALUES ('relay', ?, ?, '', ?, ?) "
    "ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions, "
    "documents = documents + excluded.documents"
)
_NO_MORE = "DELETE FROM edges WHERE kind = 'relay' AND a = ? AND b = ? AND mentions = 0"


class Added(NamedTuple):
    """What a document adds: mentions by a count's name and value, and by who passes on whom."""

    values: tuple[tuple[str, str, int], ...]
    relays: tuple[tuple[str, str, int], ...]


def refill_tallies(connection: Connection, mentions: Sequence[Heard]) -> None:
    """Count all mentions of the current documents; edges are counted elsewhere then."""
    added = _added(mentions, outlet_names(connection))
    connection.exec_driver_sql("UPDATE document_rows SET tally = '' WHERE tally != ''")
    _note(connection, added)
    _put(connection, _sum(each.values for each in added.values()))


def follow_tallies(connection: Connection, documents: Collection[str]) -> None:
    """Count the mentions of these documents anew, and leave those of all others as they are."""
    query = select(_rows.c.tally).where(among(_rows.c.document, documents), _rows.c.tally != "")
    before = [decode(Added, noted) for noted in connection.execute(query).scalars()]
    mentions = heard(connection, among(schema.mentions.c.document, documents))
    outlets = {mention.outlet for mention in mentions if mention.outlet is not None}
    after = _added(mentions, outlet_names(connection, outlets))
    nothing = {document: Added((), ()) for document in documents}
    _note(connection, nothing | after)
    table = schema.tallies.c
    total = _sum([tuple(connection.execute(select(table.name, table.value, table.count)).all())])
    total.update(_sum(each.values for each in after.values()))
    total.subtract(_sum(each.values for each in before))
    _put(connection, total)
    _pass_on(connection, [each.relays for each in before], [e.relays for e in after.values()])


def _added(mentions: Iterable[Heard], names: Mapping[str, str]) -> dict[str, Added]:
    """By document."""
    told: defaultdict[str, list[Heard]] = defaultdict(list)
    for mention in mentions:
        told[mention.document].append(mention)
    return {document: _of(own, names) for document, own in told.items()}


def _of(own: Sequence[Heard], names: Mapping[str, str]) -> Added:
    values: Tally = Counter()
    for mention in own:
        values["evidence", mention.evidence.value] += 1
        values["certainty", mention.certainty.value] += 1
    relays = Counter((a, b) for (_, a, b, _), _ in told_edges(own, {}, names))
    return Added(_lines(values), _lines(relays))


def _lines(tally: Tally) -> tuple[tuple[str, str, int], ...]:
    return tuple((one, other, many) for (one, other), many in sorted(tally.items()))


def _sum(counts: Iterable[Iterable[tuple[str, str, int]]]) -> Tally:
    total: Tally = Counter()
    for count in counts:
        for one, other, many in count:
            total[one, other] += many
    return total


def _note(connection: Connection, added: Mapping[str, Added]) -> None:
    rows = [(encode(each) if any(each) else "", document) for document, each in added.items()]
    if rows:
        line = "UPDATE document_rows SET tally = ? WHERE document = ?"
        connection.exec_driver_sql(line, rows)


def _put(connection: Connection, total: Tally) -> None:
    connection.execute(delete(schema.tallies))
    rows = [{"name": n, "value": v, "count": many} for (n, v), many in total.items() if many]
    put(connection, schema.tallies, rows)


def _pass_on(
    connection: Connection,
    before: Sequence[tuple[tuple[str, str, int], ...]],
    after: Sequence[tuple[tuple[str, str, int], ...]],
) -> None:
    """Let the edges of who passes on whom follow."""
    mentions, documents = _sum(after), Counter((a, b) for each in after for a, b, _ in each)
    mentions.subtract(_sum(before))
    documents.subtract(Counter((a, b) for each in before for a, b, _ in each))
    changed = [
        (*pair, mentions[pair], documents[pair])
        for pair in mentions
        if mentions[pair] or documents[pair]
    ]
    if changed:
        connection.exec_driver_sql(_PASSED_ON, changed)
        connection.exec_driver_sql(_NO_MORE, [(a, b) for a, b, *_ in changed])
