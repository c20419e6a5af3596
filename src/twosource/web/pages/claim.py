"""One claim: its sentence, three numbers, the tree behind them, the words, what stands against."""

from __future__ import annotations

from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.ledger.queries import ClaimDetail
from twosource.model import Claim
from twosource.publishing.book import Book
from twosource.publishing.views.claims import ClaimPage, claim_page
from twosource.publishing.views.common import claim_line
from twosource.publishing.views.figures import Chart, chart
from twosource.publishing.views.judgements import history
from twosource.publishing.views.places import Map, PlaceLine, local_map
from twosource.publishing.views.tree import shortened
from twosource.web.addresses import WebAddresses
from twosource.web.state import reading
from twosource.web.templating import page

SHOWN = 40  # mentions of a claim on its page at first


def _charts(detail: ClaimDetail) -> tuple[Chart, ...]:
    known = {row.id: row.summary for row in (detail.row, *detail.rows)}
    return tuple(chart(series, at, known) for at, series in enumerate(detail.series, 1))


def _map(claim: Claim, contested: bool) -> Map | None:
    lines = [
        PlaceLine(p.name, p.precision, p.lat, p.lon, p.name, 1, int(contested))
        for p in dict.fromkeys(claim.places)
    ]
    return local_map("Where", lines)


def view(detail: ClaimDetail) -> ClaimPage:
    """What the shared templates draw."""
    book = Book(detail.documents, detail.mentions, detail.links)
    lines = {c.id: claim_line(book, c) for c in (detail.claim, *detail.others)}
    return claim_page(book, detail.claim, lines, _charts(detail))


def show(request: Request) -> Response:
    """The page; the id of a mention leads to the claim that holds it."""
    name = request.path_params.get("id") or request.query_params.get("id", "")
    with reading(request) as connection:
        detail = queries.claim(connection, name)
    if detail is None:
        raise HTTPException(404, "There is no claim of that name. Linking may have changed it.")
    if detail.claim.id != name:
        return RedirectResponse(WebAddresses().claim(detail.claim.id), 303)
    shown = view(detail)
    everything = request.query_params.get("all") == "1"
    many = len(shown.mentions)
    if not everything:
        shown = replace(shown, mentions=shown.mentions[:SHOWN], tree=shortened(shown.tree))
    return page(
        request,
        "claim.html.j2",
        "claims",
        p=shown,
        many=many,
        everything=WebAddresses().face(WebAddresses().claim(name), all="1"),
        map=_map(detail.claim, bool(shown.line.conflicts)),
        history=history(detail.judgements),
    )


routes = (Route("/claims/", show), Route("/claims/{id:path}", show))
