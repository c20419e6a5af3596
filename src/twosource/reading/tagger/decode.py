"""From scores of word pieces to attributions: whole words, legal runs, then links to cues."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.model import Attribution, Span, Spans
from twosource.reading.tagger.pieces import Ints, Pieces

Floats = NDArray[np.float32]

ROLES = ("content", "source", "cue")  # label 0 is outside; then begin and inside of each role
CUE = 2
REACH = 300  # word pieces: a span is never linked to a cue further away
NEAR = 0.02  # what a word piece of distance costs a link, in log probability
WEIGHT = 0.5  # how much the labels' word that a cue begins there counts beside the links'
INSIDE = -4.0  # a cue hardly ever stands inside what hangs on it
ASKED = 512  # word pieces of one span that are asked for its cue: bounds memory
FAINT = -12.0  # a hook less likely than this is none
PIECES_APART, CUE_APART = 40, 60  # word pieces between pieces of one content, and to its cue
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Scores:
    """Encoder output for every piece: labels ``n x 7``, link projections ``n x width`` each."""

    labels: Floats
    tails: Floats
    heads: Floats
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
        moves[:, inside] = _NEVER
        moves[[begin, inside], inside] = 0
    return moves


def best_path(scores: Floats) -> Ints:
    """The most likely legal labels (Viterbi); ``scores`` are log probabilities ``n x 7``."""
    count = len(scores)
    if not count:
        return np.zeros(0, dtype=np.int64)
    moves, back = _allowed(), np.zeros((count, 7), dtype=np.int64)
    state = scores[0].copy()
    state[[2, 4, 6]] = _NEVER
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


@dataclass(frozen=True, slots=True)
class Hook:
    """The cue that a span hangs on, and how likely that is (a mean log probability)."""

    cue: Run
    chance: float


def _beginning(logs: Floats) -> Floats:
    """Log probability that a cue begins at each piece."""
    return np.asarray(logs[:, 1 + 2 * CUE], np.float32)


def _told(run: Run) -> Ints:
    """The pieces of a span that are asked where it hangs: all, or the ends of a very long one."""
    asked = np.arange(run.first, run.last + 1)
    return asked if len(asked) <= ASKED else np.delete(asked, np.s_[ASKED // 2 : -ASKED // 2])


def _pointed(scores: Scores, pieces: Pieces, run: Run) -> tuple[int, Floats]:
    """First piece in reach of a span, and the log probabilities of hanging on each from there."""
    first = max(0, run.first - REACH)
    end = min(len(scores.heads), run.last + 1 + REACH)
    told = _told(run)
    raw = scores.tails[told] @ scores.heads[first:end].T
    raw /= np.float32(scores.tails.shape[1] ** 0.5)
    mine = pieces.group[told]
    raw += np.float32(scores.bond) * (
        (mine[:, None] == pieces.group[None, first:end]) & (mine[:, None] > 0)
    )
    return first, np.asarray(log_softmax(raw.astype(np.float32)).mean(axis=0), np.float32)


class Cues:
    """The cues of a text: those that the labels show, and weaker ones that spans point to."""

    def __init__(self, pieces: Pieces, scores: Scores, shown: list[Run]) -> None:
        self._pieces, self._scores = pieces, scores
        self._logs = log_softmax(scores.labels)
        self._at = {at: cue for cue in shown for at in range(cue.first, cue.last + 1)}

    def hook(self, run: Run) -> Hook | None:
        """The likeliest cue of a span; nothing where no piece in reach could be one."""
        first, chances = _pointed(self._scores, self._pieces, run)
        values = chances + WEIGHT * _beginning(self._logs)[first : first + len(chances)]
        at = np.arange(first, first + len(chances))
        values -= NEAR * np.maximum(0, np.maximum(run.first - at, at - run.last))
        values[self._pieces.starts_word[at] == 0] = _NEVER
        values[run.first - first : run.last + 1 - first] += INSIDE
        best = int(values.argmax())
        if values[best] <= FAINT:
            return None
        return Hook(self._at.get(first + best) or self._new(first + best), float(values[best]))

    def _new(self, at: int) -> Run:
        """A cue of one word that the labels alone did not show."""
        last, starts = at, self._pieces.starts_word
        while last + 1 < len(starts) and not starts[last + 1]:
            last += 1
        cue = Run(CUE, at, last, float(np.exp(self._logs[at, 1 + 2 * CUE])))
        for piece in range(at, last + 1):
            self._at[piece] = cue
        return cue


def _chars(pieces: Pieces, run: Run) -> Span:
    return int(pieces.spans[run.first, 0]), int(pieces.spans[run.last, 1])


def _spans(pieces: Pieces, members: list[Run]) -> Spans:
    return tuple(_chars(pieces, run) for run in sorted(members, key=lambda r: r.first))


def _gap(a: Run, b: Run) -> int:
    return max(0, a.first - b.last - 1, b.first - a.last - 1)


def _contents(contents: list[Run], hooks: list[Hook | None]) -> list[list[int]]:
    """Which contents are pieces of one: they hang on the same cue and stand close together.

    A content far from the cue it chose most likely belongs to a cue that was not found.
    """
    groups: list[list[int]] = []
    hung: dict[Run, list[list[int]]] = defaultdict(list)
    for i, hook in enumerate(hooks):
        mine = hung[hook.cue] if hook else []
        for group in mine:
            close = _gap(contents[group[-1]], contents[i]) <= PIECES_APART
            if close and hook and _gap(contents[i], hook.cue) <= CUE_APART:
                group.append(i)
                break
        else:
            groups.append([i])
            mine.append(groups[-1])
    return groups


def attributions(pieces: Pieces, scores: Scores) -> tuple[Attribution, ...]:
    """All attributions in text order of their contents; ``quote`` is left to the caller."""
    found = runs(pieces, scores.labels)
    contents, sources, shown = ([run for run in found if run.role == role] for role in range(3))
    cues = Cues(pieces, scores, shown)
    hooks = [cues.hook(run) for run in contents]
    named = [cues.hook(run) for run in sources]
    built: list[Attribution] = []
    for group in _contents(contents, hooks):
        hook = hooks[group[0]]
        cue = [hook.cue] if hook else []
        near = [s for s, h in zip(sources, named, strict=True) if hook and h and h.cue == hook.cue]
        source = [min(near, key=lambda s: _gap(s, cue[0]))] if near else []
        members = [contents[i] for i in group]
        built.append(
            Attribution(
                content=_spans(pieces, members),
                cue=_spans(pieces, cue),
                source=_spans(pieces, source),
                score=float(np.mean([run.score for run in (*members, *cue, *source)])),
                rule="tagger",
            )
        )
    return tuple(sorted(built, key=lambda a: a.content[0]))
