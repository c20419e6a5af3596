"""Teaching a shipped tagger a person's own annotations; PyTorch is needed from here on."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import torch

from twosource.learning.lessons import Lesson
from twosource.learning.loop import begin, follow
from twosource.learning.plan import Plan, Step
from twosource.learning.restoring import restored
from twosource.learning.rows import Row, row
from twosource.learning.shipping import network
from twosource.reading.tagger.folder import Files
from twosource.reading.tagger.session import load_files

UNTOLD = 0.3  # how often the rules' hints are hidden, so that the tagger still works alone


def tuned(
    files: Files, lessons: Sequence[Lesson], plan: Plan, tell: Callable[[Step, int], None]
) -> bytes:
    """The bytes of a network that learnt from the lessons; same seed, same bytes on one machine.

    ``tell`` is called after each step with the number of all steps. Raises `ModelError` where the
    model cannot be trained on.
    """
    torch.manual_seed(plan.seed)
    torch.use_deterministic_algorithms(True)
    tokenizer = load_files(files.mapping()).tokenizer

    def rows(_: int, rng: random.Random) -> list[Row]:
        return [
            row(tokenizer, each.document, each.hints if rng.random() >= UNTOLD else None)
            for each in lessons
        ]

    pieces = [len(each.pieces) for each in rows(0, random.Random(plan.seed))]
    total = plan.steps(len(lessons), sum(pieces) / len(pieces))
    course = begin(restored(files.network), plan.rate, total)
    follow(course, plan, rows, lambda step: tell(step, max(total, step.number)))
    return network(course.model)
