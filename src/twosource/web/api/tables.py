"""Lists as CSV, written as every table of the software is (`twosource.publishing.csv_tables`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from sqlalchemy import Connection

from twosource.ledger import queries
from twosource.ledger.queries import ClaimRow, DocumentRow, PlaceRow
from twosource.ledger.queries.paging import MOST, Page
from twosource.publishing.csv_tables import csv_row
from twosource.publishing.phrases import figure
from twosource.web.api import asked

CLAIMS = (
    *("id", "claim", "kind", "status", "figure", "group", "time_from", "time_to", "places"),
    *("asserters", "evidence", "certainty", "documents", "outlets", "independent_origins"),
    *("denials", "conflicts", "first_published", "last_published"),
)
DOCUMENTS = (
    *("id", "key", "title", "outlet", "published_at", "came", "language", "url", "mentions"),
    *("copied_from", "reuse"),
)
PLACES = ("name", "lat", "lon", "precision", "country", "claims", "contested")


def _many(values: Iterable[str | StrEnum]) -> str:
    return " | ".join(map(str, values))


def claim_cells(row: ClaimRow) -> tuple[object, ...]:
    """A claim under the columns of `CLAIMS`."""
    return (
        *(row.id, row.summary, row.kind, row.status, figure(row.figure)),
        *((row.figure and row.figure.group) or "", row.time_from, row.time_to),
        *(_many(row.places), _many(row.asserters), _many(row.evidence), _many(row.certainty)),
        *(row.documents, row.outlets, row.origins, row.denials, row.conflicts),
        *(row.first_published, row.last_published),
    )


def claims(connection: Connection, of: asked.AllClaims) -> Iterator[bytes]:
    """All claims that the filter lets through, in its order."""
    yield heading(CLAIMS)
    for row in queries.all_claims(connection, of.where, of.sort, reverse=of.reverse):
        yield csv_row(claim_cells(row))


def documents(connection: Connection, of: asked.AllDocuments) -> Iterator[bytes]:
    """All current documents that the filter lets through."""

    def part(offset: int) -> Page[DocumentRow]:
        return queries.documents(
            connection, of.where, of.sort, reverse=of.reverse, offset=offset, limit=MOST
        )

    yield heading(DOCUMENTS)
    for row in _pages(part):
        yield csv_row(tuple(getattr(row, name) for name in DOCUMENTS))


def places(connection: Connection, of: asked.Narrowed) -> Iterator[bytes]:
    """All places of the claims that the filter lets through."""
    yield heading(PLACES)
    row: PlaceRow
    for row in queries.places(connection, of.where, most=1_000_000).places:
        yield csv_row(tuple(getattr(row, name) for name in PLACES))


def heading(columns: Iterable[str]) -> bytes:
    """The first line."""
    return (",".join(columns) + "\r\n").encode()


def _pages(part: Callable[[int], Page[DocumentRow]]) -> Iterator[DocumentRow]:
    offset = 0
    while True:
        page = part(offset)
        yield from page.rows
        if not page.more:
            return
        offset += len(page.rows)
