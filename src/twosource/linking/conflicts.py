"""Claims that cannot both be true, with the line that says why; near-contradictions are none.

Another day, group, place or measure, a cumulative against a daily figure, and a later toll by the
same origin exclude nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.linking import names, when
from twosource.linking.items import Item
from twosource.linking.values import (
    days_between,
    places_apart,
    places_shared,
    ranges_exclude,
    same_place,
)
from twosource.linking.words import stems
from twosource.model import Claim, ClaimKind, Conflict, ConflictType, Figure, Measure, TimeRange

ONE_TIME = 0.75  # shared part of two periods from which they are one time
HOT = 200  # claims of one block compared pair by pair; beyond, neighbours in time only
NEIGHBOURS = 20
_EARLIER = frozenset({"from", "against", "than", "versus"})  # "up from eleven": of before


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with its mentions, as conflicts look at it."""

    claim: Claim
    members: tuple[Item, ...]

    @property
    def asserters(self) -> frozenset[str]:
        """Names of those who affirm it."""
        return frozenset(i.mention.asserter or "" for i in self.members if not i.denied) - {""}


def _one_origin(a: Weighed, b: Weighed) -> bool:
    """A series of one source, not a contradiction of two."""
    return any(names.same(x, y) for x in a.asserters for y in b.asserters)


def _one_time(a: TimeRange | None, b: TimeRange | None) -> bool:
    if a is None or b is None:
        return False
    gap = days_between(a.end, b.end)
    return gap is not None and gap <= 1 and when.overlap(a, b) >= ONE_TIME


def _figure_why(a: Weighed, b: Weighed) -> str:
    x, y = a.claim.figure, b.claim.figure
    if x is None or y is None or not ranges_exclude(x, y):
        return ""
    if not _one_time(a.claim.time, b.claim.time):
        return ""
    if x.cumulative is not None and y.cumulative is not None and x.cumulative != y.cumulative:
        return ""
    p, q = a.claim.places, b.claim.places
    if places_apart(p, q) or (p and q and not places_shared(p, q)) or _one_origin(a, b):
        return ""
    if x.measure is Measure.OTHER and not _one_thing(a, b):
        return ""
    return f"{_told(x)} against {_told(y)}, {x.measure.value}, {x.group or 'same matter'}, one time"


def _one_thing(a: Weighed, b: Weighed) -> bool:
    """Do two counts of no known measure count one thing: a shared word, or one after the other?

    "seven transports by noon … ten by the same hour": the second has no noun of its own.
    """
    for one in a.members:
        for other in b.members:
            x, y = (
                {stem for stem in item.bag if not stem.startswith("#")} for item in (one, other)
            )
            spots = {s for w in (a, b) for p in w.claim.places for s in stems(p.name)}
            if (x & y) - spots:
                return True
            if (
                one.document.id == other.document.id
                and min(len(x), len(y)) <= 1
                and _EARLIER.isdisjoint(one.tokens + other.tokens)
            ):
                return True
    return False


def _told(figure: Figure) -> str:
    low = "?" if figure.low is None else f"{figure.low:,g}"
    high = "?" if figure.high is None else f"{figure.high:,g}"
    return low if low == high else f"{low} to {high}"


def _subject(claim: Claim) -> tuple[str, ...] | None:
    """What a figure counts, as a block key; ``None`` where the text does not fix it."""
    figure = claim.figure
    if figure is None:
        return None
    head = (figure.measure.value, figure.unit)
    if figure.group:
        return (*head, " ".join(sorted(names.parts(figure.group))))
    if figure.measure is Measure.OTHER and claim.places:
        return (*head, "at", names.fold(claim.places[0].name))
    return None


def _lets_go(weighed: Weighed) -> bool:
    """Is it about somebody no longer holding the place?"""
    told = [item for item in weighed.members if not item.denied]
    return bool(told) and all(item.lets_go for item in told)


def _control_why(a: Weighed, b: Weighed) -> str:
    x, y = a.claim, b.claim
    shared = [p.name for p in x.places for q in y.places if same_place(p, q)]
    if not shared or not x.actors or not y.actors or x.time is None or y.time is None:
        return ""
    if when.overlap(x.time, y.time) <= 0 or _lets_go(a) or _lets_go(b):
        return ""
    if any(names.within(one, other) for one in x.actors for other in y.actors):
        return ""
    return f"{x.actors[0]} and {y.actors[0]} both hold {shared[0]} at one time"


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
        affirming = [i for i in weighed.members if not i.denied]
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
    figures: Mapping[tuple[str, ...], list[Weighed]] = defaultdict(list)
    held: Mapping[str, list[Weighed]] = defaultdict(list)
    for weighed in all_claims:
        if not any(not item.denied for item in weighed.members):
            continue
        if (subject := _subject(weighed.claim)) is not None:
            figures[subject].append(weighed)
        if weighed.claim.kind is ClaimKind.CONTROL:
            for place in {names.fold(place.name) for place in weighed.claim.places}:
                held[place].append(weighed)
    found = set(_denials(all_claims))
    for block in figures.values():
        for a, b in _met(block):
            if why := _figure_why(a, b):
                found.add(_conflict(a, b, ConflictType.FIGURE, why))
    for block in held.values():
        for a, b in _met(block):
            if why := _control_why(a, b):
                found.add(_conflict(a, b, ConflictType.CONTROL, why))
    return tuple(sorted(found, key=lambda c: (c.a, c.b, c.type.value, c.why)))
