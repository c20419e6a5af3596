"""JSON Lines: a document a line, with its text and its attributions as lists of spans.

``{"doc": NAME, "text": TEXT, "attributions": [{"source": [[s, e], …], "cue": …, "content": …}]}``;
a role that is absent or null is not there; offsets are code points.
"""

from __future__ import annotations

import gzip
import zlib

import msgspec

from twosource.learning.annotated import Annotated, FormatError, attribution, in_order, spans

GZIP = b"\x1f\x8b"
_Pairs = list[tuple[int, int]]


class _Relation(msgspec.Struct):
    content: _Pairs | None = None
    source: _Pairs | None = None
    cue: _Pairs | None = None


class _Line(msgspec.Struct):
    text: str
    attributions: list[_Relation]
    doc: str | None = None


def read(data: bytes, name: str) -> list[Annotated]:
    """All documents of a file; ``name`` stands for those without one of their own."""
    try:
        plain = gzip.decompress(data) if data.startswith(GZIP) else data
    except (OSError, EOFError, zlib.error) as error:
        raise FormatError(f"is not a whole gzip file ({error})") from error
    found: list[Annotated] = []
    for number, line in enumerate(plain.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(_document(line, f"{name}:{number}"))
        except (msgspec.DecodeError, UnicodeDecodeError, FormatError) as error:
            raise FormatError(f"line {number}: {' '.join(str(error).split())}") from error
    return found


def _document(line: bytes, name: str) -> Annotated:
    read = msgspec.json.decode(line, type=_Line)
    size = len(read.text)
    marked = (
        attribution(
            spans(relation.content or (), size),
            spans(relation.source or (), size),
            spans(relation.cue or (), size),
        )
        for relation in read.attributions
    )
    return Annotated(read.doc or name, read.text, in_order(marked))
