"""Union of mentions into claims under constraints: no chain may join what excludes one another.

Pairs are taken strongest first; two clusters grow together only if no member of the one excludes a
member of the other (checked over their distinct values), no person keeps them apart, and their
wording agrees on the whole, not only at the seam.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from twosource.linking import names
from twosource.linking.exclusion import apart
from twosource.linking.items import Item
from twosource.linking.ranks import Rank
from twosource.linking.weights import cosine

DISTINCT = 12  # distinct valued members of a cluster that are checked against another cluster's
SAMPLE = 4  # earliest members whose wording is compared
ON_THE_WHOLE = 0.3  # mean cosine between samples below which two clusters stay two

Signature = tuple[object, ...]


def _signature(item: Item) -> Signature:
    """All of a mention that `apart` looks at."""
    values = item.mention.values
    figure = values.figure
    return (
        values.kind,
        figure and (figure.measure, figure.low, figure.high, figure.unit, figure.cumulative),
        figure and names.fold(figure.group or ""),
        item.holders,
        item.bare,
        item.dates,
        names.fold(item.mention.asserter or ""),
        tuple((place.name, place.precision) for place in item.own_places),
        item.own_time and (item.own_time.start, item.own_time.end),
        values.transfer,
        item.mention.time_frame,
        item.denied,
        item.lets_go,
        item.numbers,
    )


@dataclass(frozen=True, slots=True)
class Past:
    """What stood before, where only some claims are looked at again.

    Every pair of clusters that is as it was decides as it did. So a claim need not be looked at
    before a cluster that ``changed`` meets it.
    """

    changed: frozenset[Rank] = frozenset()  # mentions that came, or of which anything changed
    claim: Mapping[Rank, str] = field(default_factory=dict)  # of each mention, before
    outside: frozenset[Rank] = frozenset()  # mentions of claims that are not looked at


class Clusters:
    """Mentions by cluster, with one line of reason per merge."""

    def __init__(
        self,
        found: Mapping[Rank, Item],
        apart: Iterable[tuple[Rank, Rank]],
        past: Past,
    ) -> None:
        """Every mention alone; ``apart`` are pairs a person has split."""
        self._found = found
        self._past = past
        self._changed = set(past.changed)  # roots of clusters that may differ from before
        self.wanted: set[Rank] = set()
        self._root = {at: at for at in found}
        self._members = {at: [at] for at in found}
        self._distinct = {at: {_signature(item): item} for at, item in found.items()}
        self._why: dict[Rank, list[str]] = {}
        self._split: dict[Rank, set[Rank]] = {}
        for one, other in apart:
            self._split.setdefault(one, set()).add(other)
            self._split.setdefault(other, set()).add(one)

    def root(self, at: Rank) -> Rank:
        """The cluster of a mention, named by its earliest mention."""
        while self._root[at] != at:
            self._root[at] = self._root[self._root[at]]
            at = self._root[at]
        return at

    def one(self, a: Rank, b: Rank) -> bool:
        """Are two mentions in one cluster?"""
        return self.root(a) == self.root(b)

    def members(self, at: Rank) -> tuple[Rank, ...]:
        """All mentions of the cluster of ``at``, in canonical order."""
        return tuple(self._members[self.root(at)])

    def within(self, at: Rank, some: Collection[Rank]) -> bool:
        """Are all mentions of the cluster of ``at`` among ``some``?"""
        return all(member in some for member in self._members[self.root(at)])

    def why(self, at: Rank) -> tuple[str, ...]:
        """One line per merge of the cluster of ``at``."""
        return tuple(self._why.get(self.root(at), ()))

    def _kept_apart(self, a: Rank, b: Rank) -> bool:
        """Has a person split any member of the one from any of the other?"""
        small, large = sorted((a, b), key=lambda at: (len(self._members[at]), at))
        inside = {x for at in self._members[small] for x in self._split.get(at, ())}
        return any(self.root(at) == large for at in inside)

    def excluded(self, one: Rank, other: Rank) -> str:
        """Why two clusters may not be one; ``""`` where they may."""
        a, b = self.root(one), self.root(other)
        if self._split and self._kept_apart(a, b):
            return "split by a person"
        left, right = self._distinct[a], self._distinct[b]
        for x, y in product(list(left.values())[:DISTINCT], list(right.values())[:DISTINCT]):
            if why := apart(x, y):
                return why
        return ""

    def _agree(self, a: Rank, b: Rank) -> bool:
        left, right = self._members[a][:SAMPLE], self._members[b][:SAMPLE]
        if len(left) == len(right) == 1:
            return True
        found = self._found
        likes = [cosine(found[x].bag, found[y].bag) for x, y in product(left, right)]
        return sum(likes) / len(likes) >= ON_THE_WHOLE

    def join(
        self,
        one: Rank,
        other: Rank,
        why: Callable[[], str],
        *,
        wording: bool,
        force: bool = False,
    ) -> None:
        """Merge two clusters unless something forbids it.

        ``wording``: the pair rests on its words alone, so the clusters must agree on the whole.
        ``force``: a person has decided; nothing but another person's split is asked.
        """
        a, b = self.root(one), self.root(other)
        if a == b:
            return
        a, b = min(a, b), max(a, b)
        if a in self._past.outside or b in self._past.outside:
            self._ask_for(a, b)
            return
        if force:
            refused = bool(self._split) and self._kept_apart(a, b)
        else:
            refused = bool(self.excluded(a, b)) or (wording and not self._agree(a, b))
        if refused:
            self.leave(one, other)
            return
        self._root[b] = a
        self._members[a].extend(self._members.pop(b))
        self._members[a].sort()
        self._distinct[a].update(self._distinct.pop(b))
        if b in self._changed:
            self._changed.add(a)
        lines = self._why.setdefault(a, [])
        lines.extend(self._why.pop(b, []))
        x, y = self._found[min(one, other)].mention.id, self._found[max(one, other)].mention.id
        lines.append(f"{x} + {y}: {why()}")

    def leave(self, one: Rank, other: Rank) -> None:
        """Two clusters stay two, though perhaps they were one before."""
        a, b = self.root(one), self.root(other)
        before = self._past.claim.get(one)
        one_claim = before is not None and before == self._past.claim.get(other)
        if one_claim and not self._changed.isdisjoint((a, b)):
            self._changed |= {a, b}

    def changed(self, at: Rank) -> bool:
        """May the cluster of ``at`` differ from what it was before?"""
        return self.root(at) in self._changed

    def _ask_for(self, a: Rank, b: Rank) -> None:
        """One of the two is another claim's: unless this side changed, it refused as before."""
        if not self._changed.isdisjoint((a, b)):
            self.wanted |= {a, b} & self._past.outside
