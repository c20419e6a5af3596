"""Sessions: every visitor has a signed mark; where a secret is asked for, it says who showed it."""

from __future__ import annotations

from http.cookies import SimpleCookie
from urllib.parse import quote

from markupsafe import escape
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.api.problem import problem
from twosource.web.security.keys import Keys, same_secret
from twosource.web.settings import Settings

OPEN = ("/enter", "/static/")  # answered before the secret was shown


def cookie_name(scope: Scope) -> str:
    """Cookies know no ports, so that two servers here need two names."""
    server = scope.get("server") or ("", 0)
    return f"twosource-{server[1]}"


def cookie(scope: Scope, name: str, value: str, settings: Settings) -> str:
    """A Set-Cookie header that no other site can make a browser send."""
    secure = "; Secure" if settings.secure else ""
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}"


def _given(scope: Scope) -> str:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(Headers(scope=scope).get("cookie", ""))
    except Exception:  # a broken cookie of somebody else's is no cookie
        return ""
    morsel = jar.get(cookie_name(scope))
    return morsel.value if morsel else ""


def _asked(scope: Scope) -> str:
    """Path and query as they were asked for; a path here, whatever it looks like."""
    query = scope["query_string"].decode("latin-1")
    path = "/" + quote(scope["path"].lstrip("/\\"), safe="/")
    return path + (f"?{query}" if query else "")


def bearer(scope: Scope) -> str:
    """The token of ``Authorization: Bearer TOKEN``."""
    scheme, _, value = Headers(scope=scope).get("authorization", "").partition(" ")
    return value.strip() if scheme.casefold() == "bearer" else ""


def from_elsewhere(scope: Scope) -> bool:
    """True where a link of another site led here: the browser then holds our cookie back."""
    headers = Headers(scope=scope)
    return (
        scope["method"] == "GET"
        and headers.get("sec-fetch-site") == "cross-site"
        and headers.get("sec-fetch-mode") == "navigate"
    )


class Sessions:
    """Sets ``scope["session_mark"]`` and ``scope["by_token"]``; sends others to the entrance.

    Whoever follows a link of another site to a page here is let ask once more, from here: else the
    page would be given to a new session, and the one of the reader's other pages be lost.
    """

    def __init__(self, app: ASGIApp, settings: Settings, keys: Keys) -> None:
        self.app, self.settings, self.keys = app, settings, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, refuse it, or send the visitor to the entrance."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        secret = self.settings.secret
        token = bearer(scope)
        scope["by_token"] = bool(secret and token and same_secret(token, secret))
        mark = _given(scope)
        level = self.keys.level(mark)
        fresh = not level
        if fresh and from_elsewhere(scope) and not scope["path"].startswith("/static/"):
            await self._again(scope, receive, send)
            return
        if fresh:
            mark = self.keys.new_session("out" if secret else "in")
        scope["session_mark"] = mark
        inside = level == "in" or scope["by_token"] or not secret
        if not inside and not scope["path"].startswith(OPEN):
            await self._refuse(scope, receive, send)
            return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                mine = cookie_name(scope) + "="
                if not any(c.startswith(mine) for c in headers.getlist("set-cookie")):
                    headers.append(
                        "set-cookie", cookie(scope, cookie_name(scope), mark, self.settings)
                    )
            await send(message)

        elsewhere = Headers(scope=scope).get("sec-fetch-site") == "cross-site"
        static = scope["path"].startswith("/static/")
        keep = fresh and not scope["by_token"] and not elsewhere and not static
        await self.app(scope, receive, with_cookie if keep else send)

    async def _again(self, scope: Scope, receive: Receive, send: Send) -> None:
        page = '<!doctype html><title>…</title><meta http-equiv="refresh" content="0;url={}">'
        await HTMLResponse(page.format(escape(_asked(scope))))(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path.startswith("/api/") or scope["method"] not in ("GET", "HEAD"):
            line = "Not signed in: send 'Authorization: Bearer TOKEN'."
            answer = problem(401, line, {"www-authenticate": "Bearer"})
            await answer(scope, receive, send)
            return
        wanted = quote(_asked(scope), safe="")
        await RedirectResponse(f"/enter?next={wanted}", 303)(scope, receive, send)
