"""The front page."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.web.templating import page


def show(request: Request) -> Response:
    """What came in, what is contested, what rests on one voice."""
    return page(request, "overview.html.j2", "overview")


routes = (Route("/", show),)
