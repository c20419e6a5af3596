"""Claims that cannot both be true, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.ledger.queries import ConflictRow
from twosource.model import ConflictType
from twosource.publishing.views.common import ClaimLine
from twosource.web import params
from twosource.web.lines import claim_line
from twosource.web.place import Place
from twosource.web.state import reading
from twosource.web.templating import page


@dataclass(frozen=True, slots=True)
class Sides:
    """A conflict with both sides as lines."""

    row: ConflictRow
    a: ClaimLine
    b: ClaimLine


def show(request: Request) -> Response:
    """The page."""
    place = Place.of(request, ("type", "offset"))
    given = params.choices(request.query_params, "type", ConflictType)
    offset, limit = params.window(request.query_params, 20)
    with reading(request) as connection:
        types = queries.conflict_types(connection)
        found = queries.conflicts(
            connection, given[-1] if given else None, offset=offset, limit=limit
        )
    return page(
        request,
        "conflicts.html.j2",
        "conflicts",
        place=place,
        types=types,
        found=found,
        sides=[Sides(row, claim_line(row.a), claim_line(row.b)) for row in found.rows],
    )


routes = (Route("/conflicts", show),)
