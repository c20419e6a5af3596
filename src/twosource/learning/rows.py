"""Annotated texts as rows of word pieces with labels and links, and batches of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from twosource.learning.annotated import ROLES, Annotated
from twosource.model import Attribution
from twosource.reading.tagger.pieces import Hints, Ints, Pieces, cut, hinted, inside
from twosource.reading.tagger.windows import CLS, SEP

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
IGNORED = -100  # as PyTorch's cross entropy has it: nothing to learn here
SHORTEST = 4  # word pieces: a shorter stretch teaches nothing


@dataclass(frozen=True, slots=True)
class Row:
    """One text as pieces; ``link`` is the piece its attribution hangs on, or `IGNORED`."""

    pieces: Pieces
    labels: Ints
    link: Ints


def row(tokenizer: Tokenizer, document: Annotated, told: Hints | None = None) -> Row:
    """Label every piece; all pieces of one attribution link to its first cue piece.

    ``told``: what the rules found, ``None`` to teach the tagger alone.
    """
    pieces = cut(tokenizer, document.text)
    if told is not None:
        pieces = hinted(pieces, told)
    labels = np.zeros(len(pieces), dtype=np.int64)
    link = np.full(len(pieces), IGNORED, dtype=np.int64)
    for attribution in document.attributions:
        hook = _hook(pieces, attribution)
        for number, role in enumerate(ROLES):
            for span in getattr(attribution, role):
                for k, at in enumerate(inside(pieces, span)):
                    labels[at] = 1 + 2 * number + int(k > 0)
                    link[at] = hook
    if document.known is not None:
        unknown = np.ones(len(pieces), dtype=bool)
        for span in document.known:
            touched = inside(pieces, span)
            unknown[touched.start : touched.stop] = False
        labels[unknown] = link[unknown] = IGNORED
    return Row(pieces, labels, link)


def _hook(pieces: Pieces, attribution: Attribution) -> int:
    anchor = attribution.cue or attribution.content
    touched = inside(pieces, anchor[0]) if anchor else range(0)
    return touched[0] if touched else IGNORED


def stretches(rows: Sequence[Row], room: int, rng: random.Random) -> Iterator[tuple[Row, int, int]]:
    """Cut rows into stretches of ``room`` pieces, from another offset each time, shuffled."""
    cuts: list[tuple[Row, int, int]] = []
    for item in rows:
        count = len(item.pieces)
        first = rng.randrange(room // 2, room + 1) if count > room else room
        edges = [0, *range(first, count, room), count]
        cuts += [(item, a, b) for a, b in pairwise(edges) if b - a > SHORTEST]
    rng.shuffle(cuts)
    yield from cuts


FIELDS = ("ids", "mask", "case", "quote", "breaks", "hint", "group")  # then labels and links


def batches(
    rows: Sequence[Row], room: int, size: int, rng: random.Random
) -> Iterator[NDArray[np.int64]]:
    """Padded batches, ``9 x stretches x length``: the network's `FIELDS`, labels and links."""
    cuts = list(stretches(rows, room, rng))
    for at in range(0, len(cuts), size):
        part = cuts[at : at + size]
        width = max(b - a for _, a, b in part) + 2
        out = np.zeros((len(FIELDS) + 2, len(part), width), dtype=np.int64)
        out[len(FIELDS) :] = IGNORED
        for i, (item, a, b) in enumerate(part):
            n, inner = b - a, slice(1, b - a + 1)
            out[0, i, 0], out[0, i, n + 1], out[1, i, : n + 2] = CLS, SEP, 1
            out[0, i, inner] = item.pieces.ids[a:b]
            for k, name in enumerate(FIELDS[2:], 2):
                out[k, i, inner] = getattr(item.pieces, name)[a:b]
            out[7, i, inner] = item.labels[a:b]
            hook = item.link[a:b]
            out[8, i, inner] = np.where((hook >= a) & (hook < b), hook - a + 1, IGNORED)
        yield out
