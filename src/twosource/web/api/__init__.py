"""The ledger for programs: JSON below ``/api``, described by ``/api/openapi.json``."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from twosource.web.api.endpoint import JSON
from twosource.web.api.endpoints import ENDPOINTS


def openapi(request: Request) -> Response:
    """The OpenAPI document."""
    from twosource.web.api.openapi import document

    return Response(document(), media_type=JSON)


routes: tuple[BaseRoute, ...] = (
    *(endpoint.route() for endpoint in ENDPOINTS if not endpoint.in_path),
    *(endpoint.route() for endpoint in ENDPOINTS if endpoint.in_path),
    Route("/openapi.json", openapi),
)
