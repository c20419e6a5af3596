"""Windows over a long row of word pieces, and how far each is trusted: by context on both sides."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from twosource.reading.tagger.pieces import Ints, Pieces
from twosource.reading.tagger.runs import Floats

CLS, SEP, PAD = 101, 102, 0  # ids in the vocabulary of BERT, uncased
AMPLE = 64  # word pieces: more context than this makes no piece more trusted


@dataclass(frozen=True, slots=True)
class Batch:
    """Encoder input, each of shape ``windows x length``; ``mask`` is 1 on real pieces."""

    ids: Ints
    mask: Ints
    case: Ints
    quote: Ints
    breaks: Ints
    hint: Ints

    def fields(self) -> dict[str, Ints]:
        """By the names of the network's inputs."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


def layout(count: int, length: int, overlap: int) -> tuple[tuple[int, int], ...]:
    """Ranges of pieces, as few as there must be and no longer than they need be.

    They are of one size, spread evenly, and neighbours share ``overlap`` pieces (or one less).
    """
    room = length - 2
    if count <= room:
        return ((0, count),)
    number = -(-(count - overlap) // (room - overlap))
    size = -(-(count + (number - 1) * overlap) // number)
    starts = [step * (count - size) // (number - 1) for step in range(number)]
    return tuple((start, start + size) for start in starts)


def trust(count: int, start: int, end: int) -> Floats:
    """For every piece of a window how much its word counts beside other windows'.

    It grows with the pieces to the nearer edge of the window; where the text ends is no edge.
    """
    at = np.arange(start, end)
    before = at - start if start else np.full_like(at, AMPLE)
    after = end - 1 - at if end < count else np.full_like(at, AMPLE)
    return np.asarray(1 + np.minimum(np.minimum(before, after), AMPLE), np.float32)


def batch(pieces: Pieces, ranges: tuple[tuple[int, int], ...]) -> Batch:
    """Lay ``ranges`` of ``pieces`` out as rows, padded to the longest."""
    width = max(end - start for start, end in ranges) + 2
    ids = np.full((len(ranges), width), PAD, dtype=np.int64)
    mask, case, quote, breaks = (np.zeros((len(ranges), width), dtype=np.int64) for _ in range(4))
    hint = np.zeros_like(ids)
    for row, (start, end) in enumerate(ranges):
        n = end - start
        ids[row, 0], ids[row, n + 1] = CLS, SEP
        ids[row, 1 : n + 1] = pieces.ids[start:end]
        mask[row, : n + 2] = 1
        case[row, 1 : n + 1] = pieces.case[start:end]
        quote[row, 1 : n + 1] = pieces.quote[start:end]
        breaks[row, 1 : n + 1] = pieces.breaks[start:end]
        hint[row, 1 : n + 1] = pieces.hint[start:end]
    return Batch(ids, mask, case, quote, breaks, hint)
