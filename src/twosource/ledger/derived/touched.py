"""What a change of links or mentions touches among the rows that pages are answered from.

Rows of claims, conflicts and series follow in the transaction that changes them. Counts by source
and edge follow with the next linking; until then the ledger notes whose are due. To note too many
costs time and changes nothing, since they are counted anew and not added up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.codec import decode, encode
from twosource.ledger import schema
from twosource.ledger.derived.edges import Edge
from twosource.ledger.derived.heard import Heard, heard
from twosource.ledger.derived.putting import among

_DUE = "counts"  # in `state`: the sources and edges to be counted anew


@dataclass(slots=True)
class Counts:
    """Whose counts are due: root asserters by name, outlets by key, edges that claims are."""

    asserters: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    edges: set[Edge] = field(default_factory=set)

    def add(self, mentions: Iterable[Heard]) -> None:
        """Those that these mentions count for as asserter or outlet."""
        for mention in mentions:
            if mention.asserter:
                self.asserters.add(mention.asserter)
            if mention.outlet is not None:
                self.outlets.add(mention.outlet)


class Stood(NamedTuple):
    """What of a claim the counts of those who carry it depend on."""

    alone: bool  # one origin
    contested: bool
    outlets: int

    def as_before(self, before: Stood | None) -> bool:
        """Can no count of theirs be another? One outlet alone may be another one than before."""
        return self == before and self.outlets != 1


@dataclass(slots=True)
class Touched:
    """Claims and mentions by id, series and facet values by number, and whose counts are due."""

    claims: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)  # mentions that are no longer of one claim
    stood: dict[str, Stood] = field(default_factory=dict)  # how claims stood before
    series: set[int] = field(default_factory=set)
    values: set[int] = field(default_factory=set)
    counts: Counts = field(default_factory=Counts)


def due(connection: Connection) -> Counts:
    """What was noted since the last linking."""
    query = select(schema.state.c.value).where(schema.state.c.name == _DUE)
    value = connection.execute(query).scalar()
    return Counts() if value is None else decode(Counts, value)


def note_due(connection: Connection, counts: Counts) -> None:
    """Note what is due, beside what was noted before."""
    noted = due(connection)
    noted.asserters |= counts.asserters
    noted.outlets |= counts.outlets
    noted.edges |= counts.edges
    value = encode(noted)
    connection.execute(
        sqlite_insert(schema.state)
        .values(name=_DUE, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )


def note_counted(connection: Connection) -> None:
    """All has been counted."""
    connection.execute(delete(schema.state).where(schema.state.c.name == _DUE))


def note_documents(connection: Connection, documents: Collection[str]) -> None:
    """These documents came, are about to go, or their mentions are about to read otherwise."""
    mentions = heard(connection, among(schema.mentions.c.document, documents), standing=False)
    rows, counts = schema.document_rows.c, Counts()
    counts.add(mentions)
    query = select(rows.outlet).where(among(rows.document, documents), rows.outlet.is_not(None))
    counts.outlets |= set(connection.execute(query).scalars())
    note_due(connection, counts)
