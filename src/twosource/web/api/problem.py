"""What went wrong, as RFC 9457 has it (``application/problem+json``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

import msgspec
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """``title`` is the same for all problems of one ``status``; ``detail`` is about this one."""

    status: int
    title: str
    detail: str
    type: str = "about:blank"


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that says in one line what is wrong."""
    said = Problem(status, HTTPStatus(status).phrase, detail)
    return Response(msgspec.json.encode(said), status, headers, media_type=MEDIA_TYPE)
