"""Who relays whom, and who is said to give whom what."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.ledger.queries import Edge, EdgeKind
from twosource.publishing.views.network import Tie, sankey
from twosource.web import params
from twosource.web.place import Place
from twosource.web.state import reading
from twosource.web.templating import page

LISTED = 300


def tie(edge: Edge) -> Tie:
    """The words or the thing go from left to right: of a relay ``b``'s words through ``a``."""
    if edge.kind is EdgeKind.RELAY:
        return Tie(edge.b, edge.a, edge.mentions)
    return Tie(edge.a, edge.b, edge.mentions, edge.what)


def show(request: Request) -> Response:
    """The page."""
    place = Place.of(request, ("kind", "about"))
    kind = params.choice(request.query_params, "kind", EdgeKind, EdgeKind.RELAY)
    about = params.text(request.query_params, "about")
    with reading(request) as connection:
        found = queries.network(connection, kind, about=about or None, most=LISTED)
    return page(
        request,
        "network.html.j2",
        "network",
        place=place,
        kind=kind,
        about=about,
        found=found,
        ties=[tie(edge) for edge in found.edges],
        drawn=sankey([tie(edge) for edge in found.edges]),
        known=any(n.name == about and (n.outlet or n.asserter) for n in found.nodes),
    )


routes = (Route("/network", show),)
