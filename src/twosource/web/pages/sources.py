"""Asserters and outlets: what each said, how often alone, revised or contradicted. No score."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.grounding.identifiers import identity
from twosource.ledger import queries
from twosource.ledger.queries import Role, SourceSort
from twosource.web import params
from twosource.web.lines import claim_lines
from twosource.web.place import Place
from twosource.web.state import reading
from twosource.web.tables import Column, columns
from twosource.web.templating import page

KNOWN = ("role", "q", "sort", "reverse", "offset", "name")
COLUMNS = (
    Column("Source", SourceSort.NAME, rising=True),
    Column("Evidence"),
    Column("Mentions", SourceSort.MENTIONS, "num"),
    Column("Claims", SourceSort.CLAIMS, "num"),
    Column("Alone", SourceSort.ALONE, "num"),
    Column("Contested", SourceSort.CONTESTED, "num"),
    Column("Revised", SourceSort.REVISED, "num"),
    Column("Denies", None, "num"),
)


def show(request: Request) -> Response:
    """The list; with ``name`` one of them."""
    if name := params.text(request.query_params, "name"):
        return _one(request, name)
    query = request.query_params
    place = Place.of(request, KNOWN)
    role = params.choice(query, "role", Role, Role.ASSERTER)
    sort = params.choice(query, "sort", SourceSort, SourceSort.CLAIMS)
    reverse = params.flag(query, "reverse")
    offset, limit = params.window(query, 50)
    with reading(request) as connection:
        found = queries.sources(
            connection,
            role,
            text=params.text(query, "q"),
            sort=sort,
            reverse=reverse,
            offset=offset,
            limit=limit,
        )
    return page(
        request,
        "sources.html.j2",
        "sources",
        place=place,
        role=role,
        found=found,
        columns=columns(COLUMNS, place, sort, reverse, SourceSort.CLAIMS),
    )


def _one(request: Request, name: str) -> Response:
    given = params.choices(request.query_params, "role", Role)
    with reading(request) as connection:
        found = queries.source(connection, name, given[-1] if given else None)
    if found is None:
        raise HTTPException(404, "There is no source of that name.")
    return page(
        request,
        "source.html.j2",
        "sources",
        found=found,
        identity=identity(found.row.name),
        lines=claim_lines(found.claims.rows),
        most=max((s.count for s in found.evidence), default=1),
    )


routes = (Route("/sources", show),)
