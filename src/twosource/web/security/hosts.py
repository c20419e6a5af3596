"""Only requests that name this server are answered.

A page on the web can make its own name lead to 127.0.0.1 and then read what it likes from a server
here ("DNS rebinding"). The browser still says which name it asked for, and that is checked: an
address, ``localhost``, or a name that was given on the command line.
"""

from __future__ import annotations

from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


def host_name(host: str) -> str:
    """The name in a Host header, without port, brackets and closing point."""
    host = host.strip().casefold()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].rstrip(".")


def is_address(name: str) -> bool:
    """True for an IP address, which no name server can rebind."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


class Hosts:
    """Refuses requests for other hosts."""

    def __init__(self, app: ASGIApp, names: tuple[str, ...]) -> None:
        self.app = app
        self.names = frozenset({"localhost", *(host_name(name) for name in names)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "http":
            given = Headers(scope=scope).getlist("host")
            name = host_name(given[0]) if len(given) == 1 else ""
            if name not in self.names and not is_address(name):
                refusal = PlainTextResponse(
                    "This server does not answer to that name; "
                    "start it with --name NAME to allow one.\n",
                    421,
                )
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)
