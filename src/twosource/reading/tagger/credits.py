"""Whom a cue credits: a source that hangs on it, one it shares, or a faint one beside it."""

from __future__ import annotations

import numpy as np

from twosource.reading.tagger.hooks import NEAR, Cues, pointed
from twosource.reading.tagger.pieces import Pieces
from twosource.reading.tagger.runs import SOURCE, Run, Scores, gap, log_softmax, word_at

SHARING = 60  # word pieces: a source that hangs on another cue is shared within this distance
SHARED = -5.0  # log probability of the link, less its length, from which a source is shared
DOUBTFUL = -2.8  # log probability of being a source here from which a faint word is one
FAINTEST = 0.02  # probability of being part of a source below which a word is not looked at
GOES_ON = 0.25  # probability of being part of a source from which a word continues it


class Credits:
    """The sources of a text, and which of them each cue credits."""

    def __init__(self, pieces: Pieces, scores: Scores, sources: list[Run], cues: Cues) -> None:
        self._pieces, self._scores, self._sources = pieces, scores, sources
        self._chances = np.exp(log_softmax(scores.labels))
        self._hooks = [cues.hook(source) for source in sources]

    def of(self, cue: Run, contents: list[Run]) -> Run | None:
        """The source of a cue, nothing where none is likely."""
        own = [s for s, h in zip(self._sources, self._hooks, strict=True) if h and h.cue == cue]
        if own:
            return min(own, key=lambda source: gap(source, cue))
        return (
            self._beside(cue, contents) or self._shared(cue, contents) or self._faint(cue, contents)
        )

    def _beside(self, cue: Run, contents: list[Run]) -> Run | None:
        """A source right before a cue, even where a later cue has it ("He accused … and said")."""
        before = (s for s in self._sources if s.last + 1 == cue.first)
        return next((s for s in before if not _inside(s, contents)), None)

    def _link(self, run: Run, cue: Run) -> float:
        first, chances = pointed(self._scores, self._pieces, run)
        at = cue.first - first
        return float(chances[at]) if 0 <= at < len(chances) else -np.inf

    def _shared(self, cue: Run, contents: list[Run]) -> Run | None:
        """A source of another cue nearby ("He described … and has said that …")."""
        near = [s for s in self._sources if gap(s, cue) <= SHARING and not _inside(s, contents)]
        if not near:
            return None
        chances = [self._link(source, cue) - NEAR * gap(source, cue) for source in near]
        best = int(np.argmax(chances))
        return near[best] if chances[best] >= SHARED else None

    def _faint(self, cue: Run, contents: list[Run]) -> Run | None:
        """A word that the labels alone did not show as a source."""
        starts = self._pieces.starts_word
        words = [
            Run(SOURCE, *word_at(self._pieces, at), 0.0)
            for at in range(max(0, cue.first - SHARING), min(len(starts), cue.last + SHARING))
            if starts[at] and self._source(at) >= FAINTEST
        ]
        words = [w for w in words if not _inside(w, [*contents, cue])]
        if not words:
            return None
        values = [np.log(self._source(w.first)) + self._link(w, cue) for w in words]
        best = int(np.argmax(values))
        return self._grown(words[best]) if values[best] >= DOUBTFUL else None

    def _source(self, at: int) -> float:
        return float(self._chances[at, 1 + 2 * SOURCE : 3 + 2 * SOURCE].sum())

    def _grown(self, word: Run) -> Run:
        """The word with its neighbours that likely belong to it."""
        starts = self._pieces.starts_word

        def goes_on(at: int) -> bool:
            return 0 <= at < len(starts) and self._source(at) >= GOES_ON

        first, last = word.first, word.last
        while goes_on(first - 1):
            first -= 1
        while first > 0 and not starts[first]:
            first -= 1
        while goes_on(last + 1) or (last + 1 < len(starts) and not starts[last + 1]):
            last += 1
        return Run(SOURCE, first, last, self._source(word.first))


def _inside(run: Run, contents: list[Run]) -> bool:
    return any(c.first <= run.first <= c.last for c in contents)
