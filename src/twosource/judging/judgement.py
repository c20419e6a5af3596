"""A judgement: one decision of one person, with the words it was made on.

Claims are computed anew with every reading and may get other ids, so judgements name *mentions*.
A mention keeps its id as long as it stands on the same characters of the same version; for other
versions and other readers the judgement carries the mention's words (`Anchored`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.anchors import Anchor

ACTOR = "actor:"  # begins a subject that is an actor, by its canonical name


class JudgementKind(StrEnum):
    """What was decided about the subjects."""

    ACCEPT = "accept"  # what was read is right as it stands
    REJECT = "reject"  # this is no statement: it leaves claims and counts
    AMEND = "amend"  # ``field`` gets ``value``
    MERGE = "merge"  # the subjects (mentions) state one claim
    SPLIT = "split"  # they do not; with ``others``: the subjects' claim is not the others'
    REATTRIBUTE = "reattribute"  # ``value`` is the asserter, empty where nobody is credited
    COMMENT = "comment"
    UNDO = "undo"  # of the judgement that is the subject


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a judged mention stood: its version, and its words with what stands around them."""

    mention: str
    document: str
    key: str
    sha256: str
    content: tuple[Anchor, ...]
    cue: tuple[Anchor, ...] = ()
    source: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One value of one mention that a person accepted, as `fields` stores it."""

    mention: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: what about which subjects, by whom, when (UTC, ISO 8601) and why.

    ``seen`` are the judgements about its subjects that were known to the person who judged: what
    another one decided meanwhile shows as a disagreement, not as a loss. ``confirmed`` are the
    values that an acceptance found right.
    """

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    who: str
    at: str
    reason: str
    field: str | None = None
    value: str | None = None
    others: tuple[str, ...] = ()
    anchors: tuple[Anchored, ...] = ()
    seen: tuple[str, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All it is about, each once: subjects, then others."""
        return tuple(dict.fromkeys((*self.subjects, *self.others)))
