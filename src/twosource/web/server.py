"""Listening and running: one process, stopped by Ctrl+C."""

from __future__ import annotations

import socket
import threading
import webbrowser
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette

from twosource.ledger import Ledger


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; raises ``OSError`` where the address is taken or not ours."""
    family, kind, proto, _, address = socket.getaddrinfo(
        host or "0.0.0.0", port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, proto)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def server(app: Starlette) -> uvicorn.Server:
    """The server, not yet running; it says nothing of itself and believes no proxy."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=2,
        )
    )


def warm(ledger: Ledger) -> None:
    """What the first page would otherwise wait for: templates, map, towns, the questions it asks.

    A ledger that cannot be read now is the first visitor's to see.
    """
    from twosource.ledger import LedgerError, queries
    from twosource.publishing.atlas import countries
    from twosource.publishing.towns import towns
    from twosource.web.templating import environment

    for name in environment().list_templates(extensions=["j2"]):
        environment().get_template(name)
    countries()
    towns((0.0, 0.0, 1.0, 1.0))
    with suppress(LedgerError), ledger.view() as connection:
        queries.overview(connection)
        queries.claims(connection)
        queries.facets(connection)


def run(app: Starlette, listener: socket.socket, opened: str | None = None) -> None:
    """Serve until somebody stops it; ``opened`` is an address to show in the browser."""
    if opened:
        threading.Timer(0.4, webbrowser.open, (opened,)).start()
    threading.Thread(target=warm, args=(app.state.ledger,), daemon=True).start()
    with suppress(KeyboardInterrupt):  # the way it is meant to end
        server(app).run(sockets=[listener])
