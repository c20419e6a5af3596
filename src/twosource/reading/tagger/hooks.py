"""Which cue a span hangs on: the links of all its words, the labels' view, and the distance."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np

from twosource.reading.tagger.pieces import Ints, Pieces
from twosource.reading.tagger.runs import (
    CUE,
    NEVER,
    Floats,
    Run,
    Scores,
    View,
    log_softmax,
    word_at,
)

TRUSTED = 31  # trust from which a window has its say about a span, besides the most trusted one
NEAR = 0.05  # what a word piece of distance costs a link, in log probability
WEIGHT = 1.0  # how much the labels' word that a cue begins there counts beside the links'
INSIDE = -4.0  # a cue hardly ever stands inside what hangs on it
ASKED = 512  # word pieces of one span that are asked for its cue: bounds memory
FAINT = -12.0  # a hook less likely than this is none


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


def _views(scores: Scores, run: Run) -> list[tuple[float, View]]:
    """The windows that are asked about a span, each with how far it is trusted there."""
    begun = bisect_right(scores.views, run.last, key=lambda view: view.first)
    over = bisect_right(scores.views, run.first, key=lambda view: view.end)
    seen: list[tuple[float, View]] = []
    for view in scores.views[over:begun]:
        out = max(0, view.first - run.first) + max(0, run.last + 1 - view.end)
        ends = view.trust[[run.first - view.first, run.last - view.first]] if not out else None
        seen.append((-float(out) if ends is None else float(ends.min()), view))
    most = max(seen, key=lambda each: each[0])
    return [each for each in seen if each is most or each[0] >= TRUSTED]


def _links(scores: Scores, pieces: Pieces, view: View, told: Ints) -> Floats:
    """Mean log probabilities that the ``told`` pieces hang on each piece of a window."""
    told = told[(told >= view.first) & (told < view.end)]
    raw = view.tails[told - view.first] @ view.heads.T
    raw /= np.float32(view.tails.shape[1] ** 0.5)
    mine, theirs = pieces.group[told], pieces.group[view.first : view.end]
    raw += np.float32(scores.bond) * ((mine[:, None] == theirs[None]) & (mine[:, None] > 0))
    return np.asarray(log_softmax(raw.astype(np.float32)).mean(axis=0), np.float32)


def pointed(scores: Scores, pieces: Pieces, run: Run) -> tuple[int, Floats]:
    """First piece in reach of a span, and the log probabilities of hanging on each from there.

    In reach is what a window shows together with the span; where several do, their mean counts.
    """
    told, views = _told(run), _views(scores, run)
    first = min(view.first for _, view in views)
    total = np.zeros((2, max(view.end for _, view in views) - first), np.float32)
    for trust, view in views:
        weight = np.float32(max(1.0, trust))
        here = total[:, view.first - first : view.end - first]
        here += weight * np.stack([_links(scores, pieces, view, told), np.ones(here.shape[1])])
    chances = np.full(total.shape[1], NEVER, np.float32)
    np.divide(total[0], total[1], out=chances, where=total[1] > 0)
    return first, chances


class Cues:
    """The cues of a text: those that the labels show, and weaker ones that spans point to."""

    def __init__(self, pieces: Pieces, scores: Scores, shown: list[Run]) -> None:
        self._pieces, self._scores = pieces, scores
        self._logs = log_softmax(scores.labels)
        self._at = {at: cue for cue in shown for at in range(cue.first, cue.last + 1)}

    def hook(self, run: Run) -> Hook | None:
        """The likeliest cue of a span; nothing where no piece in reach could be one."""
        first, chances = pointed(self._scores, self._pieces, run)
        values = chances + WEIGHT * _beginning(self._logs)[first : first + len(chances)]
        at = np.arange(first, first + len(chances))
        values -= NEAR * np.maximum(0, np.maximum(run.first - at, at - run.last))
        values[self._pieces.starts_word[at] == 0] = NEVER
        values[(at >= run.first) & (at <= run.last)] += INSIDE
        best = int(values.argmax())
        if values[best] <= FAINT:
            return None
        return Hook(self._at.get(first + best) or self._new(first + best), float(values[best]))

    def _new(self, at: int) -> Run:
        """A cue of one word that the labels alone did not show."""
        _, last = word_at(self._pieces, at)
        cue = Run(CUE, at, last, float(np.exp(self._logs[at, 1 + 2 * CUE])))
        for piece in range(at, last + 1):
            self._at[piece] = cue
        return cue
