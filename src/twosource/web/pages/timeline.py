"""When things were said, and when they are said to have happened."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.publishing.views.times import said_against_happened
from twosource.web import params
from twosource.web.pages.claims import LABELS
from twosource.web.pages.overview import strip_of
from twosource.web.place import Place
from twosource.web.state import reading
from twosource.web.templating import page

POINTS, LISTED = 2_000, 200


def show(request: Request) -> Response:
    """The page."""
    place = Place.of(request, params.FILTERS)
    where = params.claim_filter(request.query_params)
    with reading(request) as connection:
        found = queries.timeline(connection, where, POINTS)
    return page(
        request,
        "timeline.html.j2",
        "timeline",
        place=place,
        found=found,
        listed=found.points[-LISTED:][::-1],
        said=strip_of(found.said, found.unit, "claim"),
        happened=strip_of(found.happened, found.unit, "claim"),
        lag=said_against_happened(found.points),
        labels=LABELS,
    )


routes = (Route("/timeline", show),)
