"""Where a visitor shows the secret: by the address that was printed, or in a form."""

from __future__ import annotations

import time
from threading import Lock

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from twosource.web.addresses import local
from twosource.web.security.keys import same_secret
from twosource.web.security.sessions import cookie, cookie_name
from twosource.web.state import keys, settings
from twosource.web.templating import page

TRIES, WINDOW = 10, 60.0  # wrong secrets in so many seconds; then nobody is let try


class Patience:
    """Counts wrong secrets, so that a password cannot be guessed quickly."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wrong: list[float] = []

    def spent(self) -> bool:
        """True while too many were wrong."""
        with self._lock:
            self._wrong = [at for at in self._wrong if time.monotonic() - at < WINDOW]
            return len(self._wrong) >= TRIES

    def wrong(self) -> None:
        """One more."""
        with self._lock:
            self._wrong.append(time.monotonic())


def _enter(request: Request, given: str, wanted: str) -> Response:
    secret = settings(request).secret
    patience: Patience = request.app.state.patience
    if secret is None:
        return RedirectResponse(local(wanted), 303)
    if patience.spent():
        return page(request, "enter.html.j2", status=429, next=local(wanted), wrong="too often")
    if not same_secret(given, secret):
        patience.wrong()
        return page(request, "enter.html.j2", status=403, next=local(wanted), wrong="wrong")
    answer = RedirectResponse(local(wanted), 303)
    mark = keys(request).new_session("in")
    answer.headers.append(
        "set-cookie",
        cookie(request.scope, cookie_name(request.scope), mark, settings(request)),
    )
    return answer


def look(request: Request) -> Response:
    """The form; an address that holds the token enters at once and is left behind."""
    wanted = request.query_params.get("next", "/")
    token = request.query_params.get("token")
    if token is not None:
        return _enter(request, token, wanted)
    return page(request, "enter.html.j2", next=local(wanted), wrong="")


async def enter(request: Request) -> Response:
    """The form, sent."""
    form = await request.form()
    given, wanted = form.get("secret"), form.get("next")
    return _enter(
        request,
        given.strip() if isinstance(given, str) else "",
        wanted if isinstance(wanted, str) else "/",
    )


routes = (Route("/enter", look, methods=["GET"]), Route("/enter", enter, methods=["POST"]))
