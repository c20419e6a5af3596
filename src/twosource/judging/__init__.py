"""What people decide about what the machine read, and what follows from it: pure functions.

A judgement is never changed and never deleted; what a mention looks like to a reader is computed
from the machine's mention and the judgements that stand, so the same set of judgements gives the
same ledger in whatever order they came in.
"""

from twosource.judging.apply import Change, Judged, judged
from twosource.judging.attach import anchored, attach
from twosource.judging.judgement import Anchored, Confirmed, Judgement, JudgementKind
from twosource.judging.standing import Disagreement, disagreements, standing, undone

__all__ = [
    "Anchored",
    "Change",
    "Confirmed",
    "Disagreement",
    "Judged",
    "Judgement",
    "JudgementKind",
    "anchored",
    "attach",
    "disagreements",
    "judged",
    "standing",
    "undone",
]
