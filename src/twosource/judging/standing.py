"""Which judgements stand, in which order they hold, and where two people disagree.

All of it depends on the *set* of judgements alone: two ledgers that exchanged theirs agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.judging.judgement import Judgement, JudgementKind

_STANCE = frozenset({JudgementKind.ACCEPT, JudgementKind.REJECT})
_VALUE = frozenset({JudgementKind.AMEND, JudgementKind.REATTRIBUTE})
_CLAIM = frozenset({JudgementKind.MERGE, JudgementKind.SPLIT})
CHAIN = "chain"  # the field that a re-attribution changes


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two standing judgements that cannot both hold, made without knowledge of one another.

    The later one holds until somebody who saw both decides.
    """

    earlier: Judgement
    later: Judgement


def undone(made: Sequence[Judgement]) -> frozenset[str]:
    """Ids of judgements taken back by an undo that itself stands.

    ``made`` in an order in which each undo comes after what it takes back.
    """
    gone: set[str] = set()
    for judgement in reversed(made):
        if judgement.kind is JudgementKind.UNDO and judgement.id not in gone:
            gone.update(judgement.subjects)
    return frozenset(gone)


def in_order(made: Iterable[Judgement]) -> list[Judgement]:
    """By the moment they were made: the later holds over the earlier."""
    return sorted(made, key=lambda judgement: (judgement.at, judgement.id))


def standing(made: Sequence[Judgement]) -> list[Judgement]:
    """Those that hold, earliest first: not undone, and no undo themselves."""
    gone = undone(made)
    return in_order(j for j in made if j.id not in gone and j.kind is not JudgementKind.UNDO)


def field_of(judgement: Judgement) -> str | None:
    """The field whose value it sets."""
    return CHAIN if judgement.kind is JudgementKind.REATTRIBUTE else judgement.field


def contrary(one: Judgement, other: Judgement) -> bool:
    """Can the two not both hold of a mention that both are about?"""
    kinds = {one.kind, other.kind}
    if JudgementKind.COMMENT in kinds or JudgementKind.UNDO in kinds:
        return False
    if kinds <= _CLAIM:
        return len(kinds) == 2 and len(set(one.names) & set(other.names)) > 1
    if kinds & _CLAIM:
        return False
    if kinds <= _STANCE:
        return len(kinds) == 2
    if kinds <= _VALUE:
        return field_of(one) == field_of(other) and one.value != other.value
    if JudgementKind.REJECT in kinds:
        return True
    accepted, valued = (one, other) if one.kind is JudgementKind.ACCEPT else (other, one)
    return any(
        right.field == field_of(valued) and right.value != valued.value
        for right in accepted.confirmed
        if right.mention in valued.names
    )


def _settles(judgement: Judgement, one: Judgement, other: Judgement) -> bool:
    known = set(judgement.seen)
    if judgement.kind is JudgementKind.COMMENT or not {one.id, other.id} <= known:
        return False
    return (
        judgement.kind in _STANCE or contrary(judgement, one) or contrary(judgement, other)
    ) or (judgement.kind is one.kind and field_of(judgement) == field_of(one))


def disagreements(about: Collection[Judgement]) -> list[Disagreement]:
    """Where people disagree, among the standing judgements about one mention (or several)."""
    found: list[Disagreement] = []
    for earlier, later in combinations(in_order(about), 2):
        if not set(earlier.names) & set(later.names) or not contrary(earlier, later):
            continue
        if earlier.id in later.seen or later.id in earlier.seen:
            continue
        if not any(_settles(third, earlier, later) for third in about):
            found.append(Disagreement(earlier, later))
    return found
