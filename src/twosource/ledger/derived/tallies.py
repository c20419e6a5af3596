"""Counts over all mentions, and what each document adds, so that one can be counted anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, delete, func, select

from twosource.codec import decode, encode
from twosource.ledger import schema
from twosource.ledger.derived.heard import Heard
from twosource.ledger.derived.putting import among, put

Tally = Counter[tuple[str, str]]  # by the count's name and the value
_Noted = tuple[tuple[str, str, int], ...]
_rows = schema.document_rows


def refill_tallies(connection: Connection, mentions: Sequence[Heard]) -> None:
    """Count all mentions of the current documents."""
    own: defaultdict[str, Tally] = defaultdict(Counter)
    total: Tally = Counter()
    for mention in mentions:
        values = (("evidence", mention.evidence.value), ("certainty", mention.certainty.value))
        own[mention.document].update(values)
        total.update(values)
    connection.exec_driver_sql("UPDATE document_rows SET tally = '' WHERE tally != ''")
    _note(connection, own)
    _put(connection, total)


def follow_tallies(connection: Connection, documents: Collection[str]) -> None:
    """Count the mentions of these documents anew, and leave those of all others as they are."""
    counts, mention = schema.tallies.c, schema.mentions.c
    total: Tally = Counter()
    for name, value, many in connection.execute(select(counts.name, counts.value, counts.count)):
        total[name, value] += many
    query = select(_rows.c.tally).where(among(_rows.c.document, documents), _rows.c.tally != "")
    for noted in connection.execute(query).scalars():
        for name, value, many in decode(_Noted, noted):
            total[name, value] -= many
    query = (
        select(mention.document, mention.evidence, mention.certainty, func.count())
        .join(_rows, _rows.c.document == mention.document)
        .where(among(mention.document, documents), schema.row_stands, ~mention.rejected)
        .group_by(mention.document, mention.evidence, mention.certainty)
    )
    own: dict[str, Tally] = {document: Counter() for document in documents}
    for document, evidence, certainty, many in connection.execute(query):
        for named in (("evidence", evidence), ("certainty", certainty)):
            own[document][named] += many
            total[named] += many
    _note(connection, own)
    _put(connection, total)


def _note(connection: Connection, own: Mapping[str, Tally]) -> None:
    """Note what each document adds."""
    rows = [
        (encode([(*named, many) for named, many in sorted(tally.items())]) if tally else "", name)
        for name, tally in own.items()
    ]
    if rows:
        line = "UPDATE document_rows SET tally = ? WHERE document = ?"
        connection.exec_driver_sql(line, rows)


def _put(connection: Connection, total: Tally) -> None:
    connection.execute(delete(schema.tallies))
    rows = [
        {"name": name, "value": value, "count": many}
        for (name, value), many in sorted(total.items())
        if many
    ]
    put(connection, schema.tallies, rows)
