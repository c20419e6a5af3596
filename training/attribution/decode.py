"""From scores of word pieces to attributions: whole words, legal runs, then links to cues."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.attribution.pieces import Ints, Pieces
from twosource.model import Attribution, Span, Spans

Floats = NDArray[np.float32]

ROLES = ("content", "source", "cue")  # label 0 is outside; then begin and inside of each role
REACH = 400  # word pieces: a span is never linked to a cue further away
NEAR = 0.1  # what a word piece of distance costs a link, in log probability
PIECES_APART, CUE_APART = 40, 60  # word pieces between pieces of one content, and to its cue
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Scores:
    """Encoder output for every piece: labels ``n x 7``, link projections ``n x width`` each."""

    labels: Floats
    tails: Floats
    heads: Floats


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


def _links(scores: Scores, spans: list[Run], cues: list[Run]) -> Floats:
    """Log probability that each span hangs on each cue, among the cues within reach."""
    if not spans or not cues:
        return np.zeros((len(spans), len(cues)), dtype=np.float32)
    heads = scores.heads[[cue.first for cue in cues]]
    at = np.array([cue.first for cue in cues])
    out = np.full((len(spans), len(cues)), _NEVER, dtype=np.float32)
    for i, run in enumerate(spans):
        near = np.flatnonzero(
            np.maximum(run.first - at, at - run.last) <= REACH  # negative where the cue is inside
        )
        if len(near):
            tails = scores.tails[run.first : run.last + 1]
            raw = tails @ heads[near].T / np.float32(scores.tails.shape[1] ** 0.5)
            out[i, near] = log_softmax(raw.astype(np.float32)).mean(axis=0)
    return out


def _chars(pieces: Pieces, run: Run) -> Span:
    return int(pieces.spans[run.first, 0]), int(pieces.spans[run.last, 1])


def _spans(pieces: Pieces, members: list[Run]) -> Spans:
    return tuple(_chars(pieces, run) for run in sorted(members, key=lambda r: r.first))


def _gap(a: Run, b: Run) -> int:
    return max(0, a.first - b.last - 1, b.first - a.last - 1)


def _hooks(scores: Scores, spans: list[Run], cues: list[Run]) -> list[int]:
    """For every span the cue it hangs on, -1 where none is within reach; near ones weigh more."""
    links = _links(scores, spans, cues)
    hooks: list[int] = []
    for i, run in enumerate(spans):
        values = [float(links[i, j]) - NEAR * _gap(run, cue) for j, cue in enumerate(cues)]
        best = int(np.argmax(values)) if values else -1
        hooks.append(best if best >= 0 and links[i, best] > _NEVER / 2 else -1)
    return hooks


def _contents(contents: list[Run], hooks: list[int], cues: list[Run]) -> list[list[int]]:
    """Which contents are pieces of one: they hang on the same cue and stand close together.

    A content far from the cue it chose most likely belongs to a cue that was not found.
    """
    groups: list[list[int]] = []
    for i, hook in enumerate(hooks):
        for group in groups:
            if hook >= 0 and hooks[group[0]] == hook:
                close = _gap(contents[group[-1]], contents[i]) <= PIECES_APART
                if close and _gap(contents[i], cues[hook]) <= CUE_APART:
                    group.append(i)
                    break
        else:
            groups.append([i])
    return groups


def attributions(pieces: Pieces, scores: Scores) -> tuple[Attribution, ...]:
    """All attributions in text order of their contents; ``quote`` is left to the caller."""
    found = runs(pieces, scores.labels)
    contents, sources, cues = ([run for run in found if run.role == role] for role in range(3))
    hooks, named = _hooks(scores, contents, cues), _hooks(scores, sources, cues)
    built: list[Attribution] = []
    for group in _contents(contents, hooks, cues):
        hook = hooks[group[0]]
        cue = [cues[hook]] if hook >= 0 else []
        near = [s for s, h in zip(sources, named, strict=True) if h == hook >= 0]
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
