"""What changes something must come from a page of this server.

Every form carries the token of its session (field ``csrf``), every script sends it as
``X-CSRF-Token``; a client that shows the secret itself (``Authorization: Bearer``) needs neither,
because no browser sends that by itself. The Origin header, where there is one, must be ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import FormData, Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.web.security.keys import Keys

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST = 16 * 1024 * 1024  # bytes of one request


class TooLarge(Exception):
    """The body is larger than any of ours."""


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            break
        part = message.get("body", b"")
        size += len(part)
        if size > LARGEST:
            raise TooLarge
        parts.append(part)
        if not message.get("more_body"):
            break
    return b"".join(parts)


def replayed(body: bytes, receive: Receive) -> Receive:
    """A channel that gives the body once more and then what comes after it."""
    left: Iterator[Message] = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def again() -> Message:
        for message in left:
            return message
        return await receive()

    return again


async def _field(scope: Scope, body: bytes, receive: Receive) -> str:
    kind = Headers(scope=scope).get("content-type", "").partition(";")[0].strip().casefold()
    if kind == "application/x-www-form-urlencoded":
        return parse_qs(body.decode("latin-1")).get("csrf", [""])[0]
    if kind == "multipart/form-data":
        form: FormData = await Request(scope, replayed(body, receive)).form()
        value = form.get("csrf")
        await form.close()
        return value if isinstance(value, str) else ""
    return ""


def foreign(headers: Headers) -> bool:
    """True where a browser says that another site made it send this."""
    origin = headers.get("origin")
    if (
        origin is not None
        and urlsplit(origin).netloc.casefold() != headers.get("host", "").casefold()
    ):
        return True
    return headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


class Forgery:
    """Refuses what another site could have made a browser send."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app, self.keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http" or scope["method"] in SAFE:
            await self.app(scope, receive, send)
            return
        try:
            body = await _body(receive)
        except TooLarge:
            await PlainTextResponse("Too large.\n", 413)(scope, receive, send)
            return
        receive = replayed(body, receive)
        headers = Headers(scope=scope)
        if not scope["by_token"]:
            given = headers.get("x-csrf-token") or await _field(scope, body, receive)
            receive = replayed(body, receive)
            if foreign(headers) or not self.keys.is_form_token(scope["session_mark"], given):
                refusal = PlainTextResponse(
                    "Refused: this did not come from a page of this server, or the server was "
                    "started anew since the page was loaded. Load the page again and retry.\n",
                    403,
                )
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)
