"""Claims that cannot both be true, with the line that says why; near-contradictions are none.

Another day, group, place or measure, a cumulative against a daily figure, and a later toll by the
same origin exclude nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from twosource.linking import names
from twosource.linking.control_conflicts import control_conflict
from twosource.linking.figure_conflicts import Subject, figures_conflict, subjects
from twosource.linking.weighed import Weighed
from twosource.model import ClaimKind, Conflict, ConflictType

__all__ = ["Weighed", "find_conflicts"]

HOT = 200  # claims of one block compared pair by pair; beyond, neighbours in time only
NEIGHBOURS = 20


def _met(block: Sequence[Weighed]) -> Iterator[tuple[Weighed, Weighed]]:
    if len(block) <= HOT:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda w: (w.claim.time.end if w.claim.time else "", w.claim.id))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            yield one, other


def _conflict(a: Weighed, b: Weighed, kind: ConflictType, why: str) -> Conflict:
    one, other = sorted((a.claim.id, b.claim.id))
    return Conflict(one, other, kind, why)


def _denials(all_claims: Sequence[Weighed]) -> Iterator[Conflict]:
    for weighed in all_claims:
        affirming = weighed.affirming
        denying = [i for i in weighed.members if i.denied]
        if not affirming or not denying:
            continue
        yes = {i.mention.asserter or "" for i in affirming}
        deniers = sorted({i.mention.asserter or "" for i in denying} - {""})
        against = [d for d in deniers if not all(y and names.same(d, y) for y in yes)]
        if against:
            who = ", ".join(sorted(yes - {""})) or "an unattributed statement"
            claim = weighed.claim.id
            why = f"affirmed by {who}; denied by {', '.join(against)}"
            yield Conflict(claim, claim, ConflictType.DENIAL, why)


def find_conflicts(all_claims: Sequence[Weighed]) -> tuple[Conflict, ...]:
    """All conflicts, sorted by the ids of their claims."""
    figures: Mapping[Subject, list[Weighed]] = defaultdict(list)
    held: Mapping[str, list[Weighed]] = defaultdict(list)
    for weighed in all_claims:
        if not weighed.affirming:
            continue
        for subject in dict.fromkeys(subjects(weighed)):
            figures[subject].append(weighed)
        if weighed.claim.kind is ClaimKind.CONTROL:
            for place in {names.fold(place.name) for place in weighed.claim.places}:
                held[place].append(weighed)
    found = set(_denials(all_claims))
    for block in figures.values():
        for a, b in _met(block):
            if why := figures_conflict(a, b):
                found.add(_conflict(a, b, ConflictType.FIGURE, why))
    for block in held.values():
        for a, b in _met(block):
            if why := control_conflict(a, b):
                found.add(_conflict(a, b, ConflictType.CONTROL, why))
    return tuple(sorted(found, key=lambda c: (c.a, c.b, c.type.value, c.why)))
