"""Figures for one measure, group, place and time whose ranges exclude one another."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.linking import names, when
from twosource.linking.items import Item
from twosource.linking.values import days_between, places_apart, places_shared, ranges_exclude
from twosource.linking.weighed import Weighed, one_origin
from twosource.linking.words import stems
from twosource.model import Claim, Figure, Measure

ONE_TIME = 0.75  # shared part of two periods from which they are one time
_EARLIER = frozenset({"from", "against", "than", "versus"})  # "up from eleven": of before
_PUTS = frozenset({"number", "figure", "count", "toll", "total", "estimate"})

Subject = tuple[str, ...]


def subjects(weighed: Weighed) -> Iterator[Subject]:
    """What a figure counts, as block keys; none where the text does not fix it."""
    figure = weighed.claim.figure
    if figure is None:
        return
    head = (figure.measure.value, figure.unit)
    if figure.group:
        yield (*head, " ".join(sorted(names.parts(figure.group))))
    elif figure.measure is Measure.OTHER:
        for place in weighed.claim.places[:1]:
            yield (*head, "at", names.fold(place.name))
        for item in weighed.affirming:
            yield (*head, "in", item.document.id)


def figures_conflict(a: Weighed, b: Weighed) -> str:
    """Why two figures cannot both be true; ``""`` where they can."""
    x, y = a.claim.figure, b.claim.figure
    if x is None or y is None or not ranges_exclude(x, y):
        return ""
    if x.cumulative is not None and y.cumulative is not None and x.cumulative != y.cumulative:
        return ""
    if not _one_time(a.claim, b.claim) or not _one_place(a, b) or one_origin(a, b):
        return ""
    if x.measure is Measure.OTHER and not _one_thing(a, b):
        return ""
    return f"{_told(x)} against {_told(y)}, {x.measure.value}, {x.group or 'same matter'}, one time"


def _one_time(a: Claim, b: Claim) -> bool:
    """One day or period; of two counts of all so far, one day up to which they count."""
    if a.time is None or b.time is None:
        return False
    gap = days_between(a.time.end, b.time.end)
    if gap is None or gap > 1:
        return False
    running = a.figure is not None and b.figure is not None
    running = running and bool(
        a.figure and b.figure and a.figure.cumulative and b.figure.cumulative
    )
    return running or when.overlap(a.time, b.time) >= ONE_TIME


def _one_place(a: Weighed, b: Weighed) -> bool:
    """Do the two count in one place? "The number at 84,000" has none of its own."""
    p, q = a.claim.places, b.claim.places
    if _only_puts(a, b) or _only_puts(b, a):
        return True
    return not places_apart(p, q) and (not p or not q or places_shared(p, q))


def _only_puts(a: Weighed, b: Weighed) -> bool:
    """Does the one only put another number on what the other counted in the same text?"""
    there = {item.document.id for item in b.affirming}
    return not a.own_places and all(
        item.document.id in there and not _PUTS.isdisjoint(item.tokens) for item in a.affirming
    )


def _one_thing(a: Weighed, b: Weighed) -> bool:
    """Do two counts of no known measure count one thing: a shared word, or one after the other?

    "seven transports by noon … ten by the same hour": the second has no noun of its own.
    """
    spots = {s for w in (a, b) for p in w.claim.places for s in stems(p.name)}
    return any(_counted_alike(x, y, spots) for x in a.members for y in b.members)


def _counted_alike(a: Item, b: Item, spots: set[str]) -> bool:
    x, y = ({stem for stem in item.bag if not stem.startswith("#")} for item in (a, b))
    if (x & y) - spots:
        return True
    elliptic = a.document.id == b.document.id and min(len(x), len(y)) <= 1
    return elliptic and _EARLIER.isdisjoint(a.tokens + b.tokens)


def _told(figure: Figure) -> str:
    low = "?" if figure.low is None else f"{figure.low:,g}"
    high = "?" if figure.high is None else f"{figure.high:,g}"
    return low if low == high else f"{low} to {high}"
