"""Two parties said to hold one place at one time."""

from __future__ import annotations

from twosource.linking import names
from twosource.linking.values import days_between, same_place
from twosource.linking.weighed import Weighed
from twosource.linking.when import days_apart
from twosource.model import Claim, TimeFrame

FRESH = 3  # days after the first report within which a repetition still tells of the day before it


def control_conflict(a: Weighed, b: Weighed) -> str:
    """Why two claims to a place cannot both be true; ``""`` where they can."""
    shared = [p.name for p in a.claim.places for q in b.claim.places if same_place(p, q)]
    x, y = _holders(a), _holders(b)
    if not shared or not x or not y or _lets_go(a) or _lets_go(b):
        return ""
    if any(names.within(one, other) for one in x for other in y):
        return ""
    if not _meet(held(a), held(b)):
        return ""
    return f"{x[0]} and {y[0]} both hold {shared[0]} at one time"


def _holders(weighed: Weighed) -> tuple[str, ...]:
    told = (holder for item in weighed.affirming for holder in item.holders)
    return tuple(dict.fromkeys(told))


def _lets_go(weighed: Weighed) -> bool:
    """Is it about somebody no longer holding the place?"""
    told = weighed.affirming
    return bool(told) and all(item.lets_go for item in told)


def held(weighed: Weighed) -> tuple[str, str] | None:
    """First and last day for which it is said; a report without a day speaks of its own."""
    claim: Claim = weighed.claim
    if claim.time is not None:
        return claim.time.start, claim.time.end
    days = sorted(
        item.day
        for item in weighed.affirming
        if item.day and item.mention.time_frame is not TimeFrame.FUTURE
    )
    if not days:
        return None
    near = [day for day in days if (days_apart(day, days[0]) or 0) <= FRESH]
    return near[0], near[-1]


def _meet(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    """Do two stretches of days overlap, or follow one another within a day?"""
    if a is None or b is None:
        return False
    if a[0] <= b[1] and b[0] <= a[1]:
        return True
    gaps = [days_between(a[1], b[0]), days_between(b[1], a[0])]
    return min((gap for gap in gaps if gap is not None), default=2) <= 1
