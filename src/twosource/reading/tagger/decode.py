"""From scores of word pieces to attributions: runs, then the cue and the source of each content."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from twosource.model import Attribution, Span, Spans
from twosource.reading.tagger.credits import Credits
from twosource.reading.tagger.hooks import Cues, Hook
from twosource.reading.tagger.pieces import Pieces
from twosource.reading.tagger.runs import ROLES, Run, Scores, gap, runs

AROUND = 40  # word pieces between two pieces of one content that stand around their cue
CUE_APART = 60  # word pieces from a cue to a piece of content behind it
SCORED = (0.0, 0.43, 0.54, 0.63, 0.69, 0.82, 0.87, 0.91, 0.95, 0.975, 0.99, 1.0)  # mean probability
RIGHT = (0.0, 0.25, 0.48, 0.60, 0.70, 0.75, 0.78, 0.85, 0.91, 0.93, 0.97, 0.995)  # share right
BESIDE = 15  # word pieces between two pieces of one content on the same side of their cue


def _chars(pieces: Pieces, run: Run) -> Span:
    return int(pieces.spans[run.first, 0]), int(pieces.spans[run.last, 1])


def _spans(pieces: Pieces, members: list[Run]) -> Spans:
    return tuple(_chars(pieces, run) for run in sorted(members, key=lambda r: r.first))


def _one(a: Run, b: Run, cue: Run) -> bool:
    """Are two contents of one cue, the first before the second, pieces of one content?"""
    if a.last < cue.first < b.first:
        return gap(a, b) <= AROUND and gap(b, cue) <= CUE_APART
    return gap(a, b) <= BESIDE


def _contents(contents: list[Run], hooks: list[Hook | None]) -> list[list[int]]:
    """Which contents are pieces of one: they hang on the same cue, around it or close together.

    A content far from the cue it chose most likely belongs to a cue that was not found.
    """
    groups: list[list[int]] = []
    hung: dict[Run, list[list[int]]] = defaultdict(list)
    for i, hook in enumerate(hooks):
        mine = hung[hook.cue] if hook else []
        for group in mine:
            if hook and _one(contents[group[-1]], contents[i], hook.cue):
                group.append(i)
                break
        else:
            groups.append([i])
            mine.append(groups[-1])
    return groups


def _joined(members: list[Run]) -> list[Run]:
    """Runs that touch as one."""
    out: list[Run] = []
    for run in members:
        if out and run.first - out[-1].last <= 1:
            last = out.pop()
            run = Run(run.role, last.first, run.last, min(last.score, run.score))
        out.append(run)
    return out


def _calibrated(parts: list[Run]) -> float:
    """How often attributions whose words were labelled as surely as these are right."""
    return float(np.interp(np.mean([run.score for run in parts]), SCORED, RIGHT))


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
        members = _joined([contents[i] for i in group])
        named = credit.of(hook.cue, members) if hook else None
        source = [named] if named else []
        built.append(
            Attribution(
                content=_spans(pieces, members),
                cue=_spans(pieces, cue),
                source=_spans(pieces, source),
                score=_calibrated([*members, *cue, *source]),
                rule="tagger",
            )
        )
    return tuple(sorted(built, key=lambda a: a.content[0]))
