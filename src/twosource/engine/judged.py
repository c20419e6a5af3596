"""What people judged to be one claim or two, as linking wants it: pairs of mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.ledger import Judgement, JudgementKind

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of mention ids kept apart, and pairs put together."""

    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()


def judged(standing: Sequence[Judgement]) -> Judged:
    """Every pair of the subjects of each split and merge; of two about one pair the later holds.

    ``standing`` are the judgements that nobody took back, oldest first.
    """
    last: dict[Pair, JudgementKind] = {}
    for judgement in standing:
        if judgement.kind in (JudgementKind.SPLIT, JudgementKind.MERGE):
            for one, other in combinations(sorted(set(judgement.subjects)), 2):
                last[one, other] = judgement.kind
    return Judged(
        tuple(sorted(pair for pair, kind in last.items() if kind is JudgementKind.SPLIT)),
        tuple(sorted(pair for pair, kind in last.items() if kind is JudgementKind.MERGE)),
    )
