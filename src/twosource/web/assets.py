"""The bundled files, in memory: a request can only name one of them, never a path."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its bytes, what they are, and the mark of its content."""

    name: str
    data: bytes
    packed: bytes
    kind: str
    mark: str


@cache
def assets() -> dict[str, Asset]:
    """All files by name; those of the wrong kind are not served."""
    found = {}
    for entry in files("twosource.web").joinpath("static").iterdir():
        kind = TYPES.get(entry.name.rpartition(".")[2])
        if kind and entry.is_file():
            data = entry.read_bytes()
            mark = hashlib.sha256(data).hexdigest()[:12]
            packed = b"" if kind.startswith("font") else gzip.compress(data, mtime=0)
            found[entry.name] = Asset(entry.name, data, packed, kind, mark)
    return found


def address(name: str) -> str:
    """Where a page finds the file; the address changes with the content."""
    return f"/static/{name}?v={assets()[name].mark}"


def serve(request: Request) -> Response:
    """Answer ``/static/NAME``."""
    asset = assets().get(request.path_params["name"])
    if asset is None:
        return PlainTextResponse("No such file.\n", 404)
    headers = {"etag": f'"{asset.mark}"', "vary": "accept-encoding"}
    fixed = request.query_params.get("v") == asset.mark
    headers["cache-control"] = "public, max-age=31536000, immutable" if fixed else "no-cache"
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    if asset.packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        return Response(asset.packed, media_type=asset.kind, headers=headers)
    return Response(asset.data, media_type=asset.kind, headers=headers)
