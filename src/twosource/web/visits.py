"""When a reader was here before: kept by the browser, so that nobody is followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from twosource.web.security.sessions import cookie, cookie_name
from twosource.web.state import settings

PAUSE = timedelta(minutes=30)  # a longer one ends a visit
KEPT = 400 * 24 * 3600  # seconds; browsers keep nothing longer


@dataclass(frozen=True, slots=True)
class Visit:
    """``before``: when the last visit ended, ``None`` on the first; ``now``: this moment."""

    before: datetime | None
    now: datetime


def _moment(text: str) -> datetime | None:
    try:
        when = datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return when


def _name(request: Request) -> str:
    return f"{cookie_name(request.scope)}-seen"


def visit(request: Request, now: datetime | None = None) -> Visit:
    """What the browser remembers."""
    here = now or datetime.now(UTC)
    before, _, last = request.cookies.get(_name(request), "").partition(".")
    latest = _moment(last)
    if latest is None or latest > here:
        return Visit(None, here)
    return Visit(latest if here - latest > PAUSE else _moment(before), here)


def remember(request: Request, answer: Response, made: Visit) -> None:
    """Let the browser remember this visit."""
    before = int(made.before.timestamp()) if made.before else ""
    value = f"{before}.{int(made.now.timestamp())}"
    line = cookie(request.scope, _name(request), value, settings(request))
    answer.headers.append("set-cookie", f"{line}; Max-Age={KEPT}")
