"""Claims that cannot both be true, with the line that says why; near-contradictions are none.

Another day, group, place or measure, a cumulative against a daily figure, and a later toll by the
same origin exclude nothing. Only claims that share a block are compared: what is counted and the
day, or the place held and the month.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from twosource.linking import names
from twosource.linking.control_conflicts import control_conflict, held
from twosource.linking.figure_conflicts import figures_conflict, subjects
from twosource.linking.items import Item
from twosource.linking.weighed import Weighed
from twosource.model import ClaimKind, Conflict, ConflictType

__all__ = ["Weighed", "conflicts_between", "denials", "keys"]

LONGEST = 120  # months of a stretch that are blocks; of a longer one the last
_DAY = timedelta(days=1)

_NO = frozenset({"no", "not", "never", "neither", "nor", "none", "nobody", "nothing", "cannot"})


def keys(weighed: Weighed) -> Iterator[tuple[str, ...]]:
    """The blocks of a claim: two claims without a common one cannot conflict."""
    if not weighed.affirming:
        return
    time = weighed.claim.time
    if time is not None:
        for subject in dict.fromkeys(subjects(weighed)):
            for day in _days(time.end):
                yield ("figure", *subject, day)
    if weighed.claim.kind is ClaimKind.CONTROL and (stretch := held(weighed)) is not None:
        for place in {names.fold(place.name) for place in weighed.claim.places}:
            for month in _months(*stretch):
                yield ("control", place, month)


def _days(end: str) -> tuple[str, ...]:
    """A day and the next: ends at most one day apart have one in common."""
    try:
        return end[:10], (date.fromisoformat(end[:10]) + _DAY).isoformat()
    except (ValueError, OverflowError):
        return (end,)


def _months(start: str, end: str) -> list[str]:
    """All months of a stretch and of the day after it."""
    try:
        first = date.fromisoformat(start[:10])
        last = date.fromisoformat(end[:10]) + _DAY
    except (ValueError, OverflowError):
        return [start[:7]]
    one, other = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    numbers = range(max(one, other - LONGEST + 1), other + 1)
    return [f"{at // 12:04d}-{at % 12 + 1:02d}" for at in numbers]


def conflicts_between(a: Weighed, b: Weighed) -> Iterator[Conflict]:
    """Why two claims cannot both be true."""
    a, b = sorted((a, b), key=lambda weighed: weighed.members[0].at)
    one, other = sorted((a.claim.id, b.claim.id))
    if why := figures_conflict(a, b):
        yield Conflict(one, other, ConflictType.FIGURE, why)
    if a.claim.kind is b.claim.kind is ClaimKind.CONTROL and (why := control_conflict(a, b)):
        yield Conflict(one, other, ConflictType.CONTROL, why)


def _negates(item: Item) -> bool:
    """Does its own content say no: "neither has asked", "had not asked"?"""
    return not _NO.isdisjoint(item.tokens)


def denials(weighed: Weighed) -> Iterator[Conflict]:
    """A claim that one side affirms and another denies."""
    affirming = weighed.affirming
    denying = [item for item in weighed.members if item.denied]
    if not affirming or not denying or all(map(_negates, (*affirming, *denying))):
        return
    yes = {item.mention.asserter or "" for item in affirming}
    deniers = sorted({item.mention.asserter or "" for item in denying} - {""})
    against = [d for d in deniers if not all(y and names.same(d, y) for y in yes)]
    if against:
        who = ", ".join(sorted(yes - {""})) or "an unattributed statement"
        claim = weighed.claim.id
        why = f"affirmed by {who}; denied by {', '.join(against)}"
        yield Conflict(claim, claim, ConflictType.DENIAL, why)
