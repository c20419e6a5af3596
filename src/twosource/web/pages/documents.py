"""The list of documents: found by words, outlet and day."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.ledger.queries import DocumentFilter, DocumentSort
from twosource.web import params
from twosource.web.place import Place
from twosource.web.state import reading
from twosource.web.tables import Column, columns
from twosource.web.templating import page

KNOWN = ("q", "outlet", "said_from", "said_to", "since", "sort", "reverse", "offset")
COLUMNS = (
    Column("Published", DocumentSort.PUBLISHED),
    Column("Document", DocumentSort.TITLE, rising=True),
    Column("Publisher", DocumentSort.OUTLET, rising=True),
    Column("Statements", DocumentSort.MENTIONS, "num"),
    Column("Taken from"),
)


def show(request: Request) -> Response:
    """The page."""
    query = request.query_params
    place = Place.of(request, KNOWN)
    where = DocumentFilter(
        outlet=params.texts(query, "outlet"),
        published_from=params.day(query, "said_from"),
        published_to=params.day(query, "said_to"),
        since=params.moment(query, "since"),
        text=params.text(query, "q"),
    )
    sort = params.choice(query, "sort", DocumentSort, DocumentSort.PUBLISHED)
    reverse = params.flag(query, "reverse")
    offset, limit = params.window(query, 50)
    with reading(request) as connection:
        found = queries.documents(
            connection, where, sort, reverse=reverse, offset=offset, limit=limit
        )
        originals = queries.documents_named(
            connection, dict.fromkeys(row.copied_from for row in found.rows if row.copied_from)
        )
    return page(
        request,
        "documents.html.j2",
        "documents",
        place=place,
        found=found,
        originals={row.id: row.outlet or row.title for row in originals},
        columns=columns(COLUMNS, place, sort, reverse, DocumentSort.PUBLISHED),
    )


routes = (Route("/documents", show),)
