"""One set of values for a claim, chosen among those of its mentions; nothing is invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from twosource.linking import names
from twosource.linking.items import Item
from twosource.linking.ranks import Rank
from twosource.model import ClaimKind, Figure, Measure, Place, Values

T = TypeVar("T")
LONGEST = 300  # code points of a summary


def common(
    values: Iterable[T], key: Callable[[T], Hashable], rank: Callable[[T], float]
) -> T | None:
    """The most frequent value; of equally frequent ones the highest ``rank``, then the earliest."""
    kept: dict[Hashable, T] = {}
    count: Counter[Hashable] = Counter()
    for value in values:
        kept.setdefault(key(value), value)
        count[key(value)] += 1
    if not kept:
        return None
    order = {name: at for at, name in enumerate(kept)}
    best = min(kept, key=lambda name: (-count[name], -rank(kept[name]), order[name]))
    return kept[best]


def _full(figure: Figure) -> float:
    """How much of a figure is fixed."""
    known = (figure.low is not None) + (figure.high is not None)
    return known + 0.5 * (figure.measure is not Measure.OTHER) + 0.5 * bool(figure.group)


def _figure(values: Sequence[Values]) -> Figure | None:
    figures = [each.figure for each in values if each.figure is not None]
    whole = [f for f in figures if f.low is not None and f.high is not None] or figures
    best = common(whole, lambda f: (f.low, f.high, f.unit), _full)
    if best is None:
        return None
    measure = common(
        [f.measure for f in figures if f.measure is not Measure.OTHER], lambda m: m, lambda m: 0
    )
    group = common(
        [f.group for f in figures if f.group], lambda g: names.fold(g or ""), lambda g: 0
    )
    cumulative = next((f.cumulative for f in figures if f.cumulative is not None), None)
    return replace(
        best,
        measure=measure or best.measure,
        group=group,
        cumulative=cumulative,
        spans=(),
    )


def _places(values: Sequence[Values]) -> tuple[Place, ...]:
    best = common(
        [each.places for each in values if each.places],
        lambda places: tuple((names.fold(p.name), p.precision) for p in places),
        lambda places: sum(p.lat is not None for p in places) / len(places),
    )
    return tuple(replace(place, spans=()) for place in best or ())


def merged(members: Sequence[Item]) -> Values:
    """The values most of the affirming mentions give (all mentions where none affirms)."""
    told = [m for m in members if not m.denied and not m.points]
    told = told or [m for m in members if not m.points] or list(members)
    values = [member.mention.values for member in told]
    kinds = [v.kind for v in values if v.kind is not ClaimKind.STATEMENT]
    time = common(
        [v.time for v in values if v.time is not None], lambda t: (t.start, t.end), lambda t: 0
    )
    actors = common(
        [v.actors for v in values if v.actors],
        lambda found: frozenset(map(names.fold, found)),
        lambda found: len(found),
    )
    transfer = common(
        [v.transfer for v in values if v.transfer is not None],
        lambda t: t,
        lambda t: sum(x is not None for x in (t.giver, t.receiver, t.what, t.in_return)),
    )
    return Values(
        kind=common(kinds, lambda k: k, lambda k: 0) or ClaimKind.STATEMENT,
        figure=_figure(values),
        actors=actors or (),
        places=_places(values),
        time=replace(time, spans=()) if time else None,
        transfer=transfer,
    )


def summary(members: Sequence[Item]) -> str:
    """The claim in the words of the mention that says most of it in one sentence."""

    def rank(item: Item) -> tuple[bool, bool, float, Rank]:
        known = len(item.bag) if len(item.text) <= LONGEST else 0
        return item.denied, bool(item.points), -float(known), item.at

    text = " ".join(min(members, key=rank).text.split()).strip(" ,;:–—-\"“”„«»'‘’")
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0] + " …"
    text = re.sub(r"\s+([,.;:])", r"\1", text)
    return text[:1].upper() + text[1:]
