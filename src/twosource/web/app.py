"""The application: routes, what guards them, and the ledger that they read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from twosource.ledger import Ledger, LedgerError
from twosource.web import api, assets, entrance, pages, review
from twosource.web.api.problem import problem
from twosource.web.security.forgery import Forgery
from twosource.web.security.headers import Headers
from twosource.web.security.hosts import Hosts
from twosource.web.security.keys import Keys
from twosource.web.security.sessions import Sessions
from twosource.web.settings import Settings
from twosource.web.templating import page

MEANS = {
    404: "There is no such page.",
    405: "This page cannot be asked that.",
    400: "The address asks for something that does not exist.",
}


def create(ledger: str | Path, settings: Settings | None = None) -> Starlette:
    """The application over the ledger file; raises `LedgerError` where it cannot be opened."""
    opened = Ledger(ledger, create=False)
    chosen = settings or Settings(title=Path(ledger).stem)
    keys = Keys()

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        opened.close()

    app = Starlette(
        routes=[
            *pages.routes,
            *review.routes,
            Mount("/api", routes=list(api.routes)),
            *entrance.routes,
            Route("/static/{name}", assets.serve),
        ],
        middleware=[
            Middleware(Headers),
            Middleware(Hosts, names=chosen.names),
            Middleware(Sessions, settings=chosen, keys=keys),
            Middleware(Forgery, keys=keys),
        ],
        exception_handlers={HTTPException: _refused, LedgerError: _unreadable},
        lifespan=lifespan,
    )
    app.state.ledger = opened
    app.state.settings = chosen
    app.state.keys = keys
    app.state.patience = entrance.Patience()
    return app


def _answer(request: Request, status: int, line: str, headers: Mapping[str, str]) -> Response:
    if request.url.path.startswith("/api/"):
        return problem(status, line, headers)
    answer = page(request, "error.html.j2", status=status, code=status, line=line)
    answer.headers.update(headers)
    return answer


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = MEANS.get(error.status_code, "")
    own = error.detail if error.detail and not _is_phrase(error) else said
    return _answer(request, error.status_code, own or error.detail, error.headers or {})


def _is_phrase(error: HTTPException) -> bool:
    return error.detail == HTTPException(error.status_code).detail


def _unreadable(request: Request, error: Exception) -> Response:
    return _answer(request, 503, str(error), {})
