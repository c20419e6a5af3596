"""What changed between two versions of a text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_AROUND = 300  # code points of unchanged text kept on each side of a change
LONGEST = 40_000  # words of a text beyond which lines are compared instead


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: ``kept``, ``gone`` (old only), ``new``, ``skipped`` (kept, not shown)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The new text with what it took out and put in; counts are of words."""

    pieces: tuple[Piece, ...]
    gone: int
    new: int

    @property
    def same(self) -> bool:
        """True where the two texts do not differ."""
        return not self.gone and not self.new


def _words(text: str) -> list[str]:
    found = _WORD.findall(text)
    return found if len(found) <= LONGEST else text.splitlines(keepends=True)


def _count(text: str) -> int:
    return len(text.split())


def changes(old: str, new: str) -> Changes:
    """Compare two texts (Myers' insertions and deletions over words)."""
    before, after = _words(old), _words(new)
    pieces: list[Piece] = []
    for step in Indel.opcodes(before, after):
        gone = "".join(before[step.src_start : step.src_end])
        came = "".join(after[step.dest_start : step.dest_end])
        if step.tag == "equal":
            pieces.append(Piece("kept", came))
        else:
            pieces += [Piece(kind, text) for kind, text in (("gone", gone), ("new", came)) if text]
    joined = _joined(pieces)
    return Changes(
        tuple(_shortened(joined)),
        sum(_count(p.text) for p in joined if p.kind == "gone"),
        sum(_count(p.text) for p in joined if p.kind == "new"),
    )


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Changes that only a blank parts are one change: words, not letters, are what people read."""
    out: list[Piece] = []
    gone = new = ""
    for at, piece in enumerate(pieces):
        if piece.kind == "gone":
            gone += piece.text
        elif piece.kind == "new":
            new += piece.text
        elif (
            piece.text.isspace()
            and (gone or new)
            and at + 1 < len(pieces)
            and "\n" not in piece.text
        ):
            gone, new = gone + piece.text, new + piece.text
        else:
            out += [Piece(k, t) for k, t in (("gone", gone), ("new", new)) if t]
            gone = new = ""
            out.append(piece)
    return out + [Piece(k, t) for k, t in (("gone", gone), ("new", new)) if t]


def _shortened(pieces: list[Piece]) -> list[Piece]:
    """Leave out the middle of long stretches that did not change."""
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        text = piece.text
        if piece.kind != "kept" or len(text) <= 3 * _AROUND or len(pieces) == 1:
            out.append(piece)
            continue
        head = text[: text.rfind(" ", 0, _AROUND) + 1] if at else ""
        rest = text[len(head) :]
        tail = rest[rest.find(" ", len(rest) - _AROUND) :] if at + 1 < len(pieces) else ""
        middle = rest[: len(rest) - len(tail)]
        kinds = (("kept", head), ("skipped", middle), ("kept", tail))
        out += [Piece(kind, part) for kind, part in kinds if part]
    return out
