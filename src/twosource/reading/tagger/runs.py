"""From scores of word pieces to runs: whole words, and labels that may follow one another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.reading.tagger.pieces import Ints, Pieces

Floats = NDArray[np.float32]

ROLES = ("content", "source", "cue")  # label 0 is outside; then begin and inside of each role
CONTENT, SOURCE, CUE = range(3)
STARTS = (1.2, -0.6, -0.6)  # what a new run of each role costs, in log probability
ONWARD = (0.0, 0.0, 0.4)  # what each further word of a run earns: cues come out too short
AGAIN = 1.5  # what it costs to begin a run right after another one of its role
NEVER = -1e9  # a log probability of nothing


@dataclass(frozen=True, slots=True)
class View:
    """The links of one window: projections of its pieces, from ``first`` on, ``width`` each.

    Those of two windows do not compare: a piece's projection depends on all the window shows.
    """

    first: int
    tails: Floats
    heads: Floats
    trust: Floats  # of each piece, by its context in the window

    @property
    def end(self) -> int:
        """The piece behind the last."""
        return self.first + len(self.heads)


@dataclass(frozen=True, slots=True)
class Scores:
    """Encoder output: labels of every piece, ``n x 7``, and the links of overlapping windows."""

    labels: Floats
    views: tuple[View, ...]
    bond: float = 0.0  # added to a link between pieces of one relation of the rules


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words with one role: ``first``/``last`` are pieces, both inside."""

    role: int
    first: int
    last: int
    score: float


def log_softmax(scores: Floats) -> Floats:
    """Over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), np.float32)


def _allowed() -> NDArray[np.float32]:
    """Inside may only follow begin or inside of its own role."""
    moves = np.zeros((7, 7), dtype=np.float32)
    for role in range(3):
        begin, inside = 1 + 2 * role, 2 + 2 * role
        moves[:, inside] = NEVER
        moves[[begin, inside], inside] = ONWARD[role]
        moves[:, begin] -= STARTS[role]
        moves[[begin, inside], begin] -= AGAIN
    return moves


def best_path(scores: Floats) -> Ints:
    """The most likely legal labels (Viterbi); ``scores`` are log probabilities ``n x 7``."""
    count = len(scores)
    if not count:
        return np.zeros(0, dtype=np.int64)
    moves, back = _allowed(), np.zeros((count, 7), dtype=np.int64)
    state = scores[0].copy()
    state[[2, 4, 6]] = NEVER
    for i in range(1, count):
        step = state[:, None] + moves
        back[i] = step.argmax(axis=0)
        state = step.max(axis=0) + scores[i]
    path = np.zeros(count, dtype=np.int64)
    path[-1] = int(state.argmax())
    for i in range(count - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def runs(pieces: Pieces, labels: Floats) -> list[Run]:
    """Stretches of words with one role, in text order."""
    heads = np.flatnonzero(pieces.starts_word)
    if not len(heads):
        return []
    logs = log_softmax(labels)
    sizes = np.diff(np.append(heads, len(pieces)))
    words = np.asarray(np.add.reduceat(logs, heads, axis=0) / sizes[:, None], np.float32)
    path = best_path(words)
    found: list[Run] = []
    at = 0
    while at < len(path):
        label = int(path[at])
        if not label:
            at += 1
            continue
        role, end = (label - 1) // 2, at + 1
        while end < len(path) and path[end] == 2 + 2 * role:
            end += 1
        chance = float(np.exp(words[np.arange(at, end), path[at:end]].mean()))
        last = int(heads[end]) - 1 if end < len(heads) else len(pieces) - 1
        found.append(Run(role, int(heads[at]), last, chance))
        at = end
    return found


def gap(a: Run, b: Run) -> int:
    """Word pieces between two runs."""
    return max(0, a.first - b.last - 1, b.first - a.last - 1)


def word_at(pieces: Pieces, at: int) -> tuple[int, int]:
    """First and last piece of the word that begins at a piece."""
    last = at
    while last + 1 < len(pieces) and not pieces.starts_word[last + 1]:
        last += 1
    return at, last
