"""How figures moved: series by origin, with ranges and revisions."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.model import Measure
from twosource.publishing.views.figures import chart
from twosource.web import params
from twosource.web.place import Place
from twosource.web.state import reading
from twosource.web.templating import page

SHOWN = 8  # series on one page


def show(request: Request) -> Response:
    """The page."""
    place = Place.of(request, ("measure", "q", "offset"))
    given = params.choices(request.query_params, "measure", Measure)
    words = params.text(request.query_params, "q")
    offset, limit = params.window(request.query_params, SHOWN, 50)
    with reading(request) as connection:
        found = queries.figures(
            connection,
            measure=given[-1] if given else None,
            text=words,
            offset=offset,
            limit=limit,
        )
        details = [queries.series(connection, row.n) for row in found.rows]
    charts = [
        chart(d.series, d.row.n, {claim.id: claim.summary for claim in d.claims})
        for d in details
        if d
    ]
    return page(
        request,
        "figures.html.j2",
        "figures",
        place=place,
        found=found,
        charts=charts,
        measures=[("", "all"), *((m.value, m.value) for m in Measure)],
    )


routes = (Route("/figures", show),)
