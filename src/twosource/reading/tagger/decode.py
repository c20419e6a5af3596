"""From scores of word pieces to attributions: runs, then the cue and the source of each content."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from twosource.model import Attribution, Span, Spans
from twosource.reading.tagger.credits import Credits
from twosource.reading.tagger.hooks import Cues, Hook
from twosource.reading.tagger.pieces import Pieces
from twosource.reading.tagger.runs import ROLES, Run, Scores, gap, runs

PIECES_APART, CUE_APART = 40, 60  # word pieces between pieces of one content, and to its cue


def _chars(pieces: Pieces, run: Run) -> Span:
    return int(pieces.spans[run.first, 0]), int(pieces.spans[run.last, 1])


def _spans(pieces: Pieces, members: list[Run]) -> Spans:
    return tuple(_chars(pieces, run) for run in sorted(members, key=lambda r: r.first))


def _contents(contents: list[Run], hooks: list[Hook | None]) -> list[list[int]]:
    """Which contents are pieces of one: they hang on the same cue and stand close together.

    A content far from the cue it chose most likely belongs to a cue that was not found.
    """
    groups: list[list[int]] = []
    hung: dict[Run, list[list[int]]] = defaultdict(list)
    for i, hook in enumerate(hooks):
        mine = hung[hook.cue] if hook else []
        for group in mine:
            close = gap(contents[group[-1]], contents[i]) <= PIECES_APART
            if close and hook and gap(contents[i], hook.cue) <= CUE_APART:
                group.append(i)
                break
        else:
            groups.append([i])
            mine.append(groups[-1])
    return groups


def attributions(pieces: Pieces, scores: Scores) -> tuple[Attribution, ...]:
    """All attributions in text order of their contents; ``quote`` is left to the caller."""
    found = runs(pieces, scores.labels)
    contents, sources, shown = (
        [run for run in found if run.role == role] for role in range(len(ROLES))
    )
    cues = Cues(pieces, scores, shown)
    hooks = [cues.hook(run) for run in contents]
    credit = Credits(pieces, scores, sources, cues)
    built: list[Attribution] = []
    for group in _contents(contents, hooks):
        hook = hooks[group[0]]
        cue = [hook.cue] if hook else []
        members = [contents[i] for i in group]
        named = credit.of(hook.cue, members) if hook else None
        source = [named] if named else []
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
