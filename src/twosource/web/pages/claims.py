"""The table of claims: facets, words, order, rows as they come into sight, and the same as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from twosource.ledger import queries
from twosource.ledger.queries import ClaimSort, Facet
from twosource.publishing.csv_tables import csv_row
from twosource.web import params
from twosource.web.api import tables
from twosource.web.lines import claim_lines
from twosource.web.place import Place
from twosource.web.state import ledger, reading
from twosource.web.tables import Column, columns
from twosource.web.templating import page

FIRST, STEP = 60, 50  # rows in the page at first, and in each part that is fetched
KNOWN = (*params.FILTERS, "sort", "reverse", "offset")
COLUMNS = (
    Column("Claim", ClaimSort.SUMMARY, rising=True),
    Column("Status", ClaimSort.ATTENTION, other=True),
    Column("Who says so"),
    Column("Evidence"),
    Column("Where"),
    Column("When", ClaimSort.HAPPENED),
    Column("Docs", ClaimSort.DOCUMENTS, "num"),
    Column("Outlets", ClaimSort.OUTLETS, "num"),
    Column("Origins", ClaimSort.ORIGINS, "num"),
)
LABELS = {
    "status": "Status",
    "kind": "Kind",
    "evidence": "Evidence",
    "certainty": "Certainty",
    "origins": "Independent origins",
    "asserter": "Who says so",
    "outlet": "Outlet",
    "place": "Place",
    "from": "Happened from",
    "to": "Happened until",
    "said_from": "Said from",
    "said_to": "Said until",
    "outlets": "Outlets, at least",
    "documents": "Documents, at least",
    "since": "New since",
    "heard": "Heard of since",
    "document": "In document",
    "q": "Words",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One value that the list is narrowed to, and the address without it."""

    label: str
    value: str
    without: str


def _chosen(place: Place) -> tuple[Chosen, ...]:
    return tuple(
        Chosen(LABELS[name], value, str(place.drop(name, value)))
        for name, value in place.pairs
        if name in LABELS
    )


def show(request: Request) -> Response:
    """The page; asked for by a script, the part that a changed filter changes."""
    place = Place.of(request, KNOWN)
    where = params.claim_filter(request.query_params)
    sort, reverse = params.claim_order(request.query_params)
    offset, limit = params.window(request.query_params, FIRST)
    with reading(request) as connection:
        found = queries.claims(connection, where, sort, reverse=reverse, offset=offset, limit=limit)
        offered = queries.facets(connection, where)
    partial = request.headers.get("hx-request") == "true"
    answer = page(
        request,
        "claims_part.html.j2" if partial else "claims.html.j2",
        "claims",
        place=place,
        lines=claim_lines(found.rows),
        found=found,
        facets=_full(offered, place),
        columns=columns(COLUMNS, place, sort, reverse, ClaimSort.ATTENTION),
        chosen=_chosen(place),
        labels=LABELS,
        step=STEP,
    )
    answer.headers["vary"] = "HX-Request"
    if partial:
        answer.headers["hx-push-url"] = str(place)
    return answer


def _full(offered: tuple[Facet, ...], place: Place) -> tuple[Facet, ...]:
    """Facets that have something to choose."""
    return tuple(f for f in offered if f.values or any(n == f.name for n, _ in place.pairs))


def rows(request: Request) -> Response:
    """Some rows of the table, for the script that shows those in sight."""
    where = params.claim_filter(request.query_params)
    sort, reverse = params.claim_order(request.query_params)
    offset, limit = params.window(request.query_params, STEP, 200)
    with reading(request) as connection:
        found = queries.claims(connection, where, sort, reverse=reverse, offset=offset, limit=limit)
    return page(request, "claim_rows.html.j2", lines=claim_lines(found.rows), offset=offset)


def facet(request: Request) -> Response:
    """All values of one facet, to search and choose from."""
    name = request.path_params["name"]
    if name not in queries.FACETS:
        raise HTTPException(404, "Claims cannot be narrowed by that.")
    place = Place.of(request, (*KNOWN, "words"))
    where = params.claim_filter(request.query_params)
    words = params.text(request.query_params, "words")
    offset, limit = params.window(request.query_params, 100)
    with reading(request) as connection:
        found = queries.facet(connection, name, where, words, offset, limit)
    return page(
        request,
        "facet.html.j2",
        "claims",
        place=place,
        claims=place.drop("words").at("/claims"),
        facet=found,
        label=LABELS[name],
        words=words,
        offset=offset,
        limit=limit,
    )


def table(request: Request) -> Response:
    """The present view as CSV, all of it."""
    where = params.claim_filter(request.query_params)
    sort, reverse = params.claim_order(request.query_params)
    opened = ledger(request)

    def lines() -> Iterator[bytes]:
        with opened.view() as connection:
            yield tables.heading(tables.CLAIMS)
            yield from _rows(connection)

    def _rows(connection: Connection) -> Iterator[bytes]:
        part: list[bytes] = []
        for row in queries.all_claims(connection, where, sort, reverse=reverse):
            part.append(csv_row(tables.claim_cells(row)))
            if len(part) == 500:
                yield b"".join(part)
                part.clear()
        yield b"".join(part)

    return StreamingResponse(
        lines(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="claims.csv"'},
    )


routes = (
    Route("/claims", show),
    Route("/claims.csv", table),
    Route("/claims/rows", rows),
    Route("/claims/by/{name}", facet),
)
