"""Windows over a long row of word pieces: each piece is judged where it has most context."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from twosource.reading.tagger.pieces import Ints, Pieces

CLS, SEP, PAD = 101, 102, 0  # ids in the vocabulary of BERT, uncased


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


def layout(count: int, length: int, stride: int) -> tuple[tuple[int, int], ...]:
    """Ranges of pieces; neighbours overlap by ``length - 2 - stride``."""
    room = length - 2
    if count <= room:
        return ((0, count),)
    starts = [*range(0, count - room, stride), count - room]
    return tuple((start, start + room) for start in starts)


def owner(count: int, ranges: tuple[tuple[int, int], ...]) -> Ints:
    """For every piece the index of the window in which it stands most centrally."""
    best = np.full(count, -1, dtype=np.int64)
    margin = np.full(count, -1, dtype=np.int64)
    for index, (start, end) in enumerate(ranges):
        at = np.arange(start, end)
        here = np.minimum(
            np.where(start == 0, count, at - start), np.where(end == count, count, end - 1 - at)
        )
        better = here > margin[start:end]
        best[start:end][better] = index
        margin[start:end][better] = here[better]
    return best


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
