"""What the application holds while it runs: the open ledger, the settings, the keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from starlette.requests import HTTPConnection

from twosource.ledger import Ledger
from twosource.web.security.keys import Keys
from twosource.web.settings import Settings


def ledger(request: HTTPConnection) -> Ledger:
    """The ledger that is served."""
    found = request.app.state.ledger
    assert isinstance(found, Ledger)
    return found


def settings(request: HTTPConnection) -> Settings:
    """How this server behaves."""
    found = request.app.state.settings
    assert isinstance(found, Settings)
    return found


def keys(request: HTTPConnection) -> Keys:
    """The keys of this server's sessions."""
    found = request.app.state.keys
    assert isinstance(found, Keys)
    return found


@contextmanager
def reading(request: HTTPConnection) -> Iterator[Connection]:
    """One unchanging view of the ledger for one request, whatever is written meanwhile."""
    with ledger(request).view() as connection:
        yield connection
