"""Who judges: kept by the browser, by default the account that the server runs under."""

from __future__ import annotations

import contextlib
import getpass
import os
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.judging import sound
from twosource.judging.sound import Unfit
from twosource.web.addresses import local
from twosource.web.security.sessions import cookie, cookie_name
from twosource.web.state import settings
from twosource.web.visits import KEPT

WHO = "TWOSOURCE_WHO"


def _cookie(request: Request) -> str:
    return f"{cookie_name(request.scope)}-who"


def person(request: Request) -> str:
    """The name that judgements of this browser carry; ``""`` where nobody gave one.

    On a server that others reach, the account says nothing about who sits at the browser.
    """
    given = unquote(request.cookies.get(_cookie(request), ""))
    try:
        return sound.name(given)
    except Unfit:
        pass
    if settings(request).secret is not None:
        return ""
    try:
        return os.environ.get(WHO) or getpass.getuser()
    except (OSError, KeyError):
        return ""


def remember(request: Request, answer: Response, who: str) -> None:
    """Let the browser keep the name."""
    line = cookie(request.scope, _cookie(request), quote(who, safe=""), settings(request))
    answer.headers.append("set-cookie", f"{line}; Max-Age={KEPT}")


async def name(request: Request) -> Response:
    """The form with the name, sent."""
    form = await request.form()
    given, back = form.get("who"), form.get("back")
    answer = RedirectResponse(local(back if isinstance(back, str) else "/review"), 303)
    with contextlib.suppress(Unfit):  # the name stays as it was, and the page shows it
        remember(request, answer, sound.name(" ".join(str(given or "").split())))
    return answer
