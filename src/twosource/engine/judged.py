"""What people judged to be one claim or two, as linking wants it: pairs of mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from twosource.judging.identities import of_actors
from twosource.ledger import Judgement, JudgementKind

Pair = tuple[str, str]
MANY = 40  # mentions of one merge from which neighbours are joined instead of all pairs


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of mention ids kept apart, and pairs put together."""

    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()


def judged(standing: Sequence[Judgement]) -> Judged:
    """Every pair of the subjects of each split and merge; of two about one pair the later holds.

    A split with ``others`` parts the subjects from these, and leaves each side whole. ``standing``
    are the judgements that nobody took back, earliest first.
    """
    last: dict[Pair, JudgementKind] = {}
    for judgement in standing:
        if judgement.kind in (JudgementKind.SPLIT, JudgementKind.MERGE) and not of_actors(
            judgement
        ):
            if judgement.kind is JudgementKind.MERGE and len(judgement.names) > MANY:
                _forget_splits(last, frozenset(judgement.names))
            for pair in _pairs(judgement):
                last[pair] = judgement.kind
    return Judged(
        tuple(sorted(pair for pair, kind in last.items() if kind is JudgementKind.SPLIT)),
        tuple(sorted(pair for pair, kind in last.items() if kind is JudgementKind.MERGE)),
    )


def _pairs(judgement: Judgement) -> Iterator[Pair]:
    names = sorted(set(judgement.names))
    if judgement.kind is JudgementKind.MERGE:
        yield from combinations(names, 2) if len(names) <= MANY else pairwise(names)
    elif judgement.others:
        sides = set(judgement.subjects), set(judgement.others) - set(judgement.subjects)
        for one, other in product(*sides):
            yield min(one, other), max(one, other)
    else:
        yield from combinations(names, 2)


def _forget_splits(last: dict[Pair, JudgementKind], names: frozenset[str]) -> None:
    gone = [
        pair
        for pair, kind in last.items()
        if kind is JudgementKind.SPLIT and names.issuperset(pair)
    ]
    for pair in gone:
        del last[pair]
