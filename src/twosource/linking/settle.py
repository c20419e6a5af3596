"""Claims anew where something changed: their mentions, origins, conflicts, series and status."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.ids import stable_id
from twosource.linking import conflicts, series
from twosource.linking.claims import Group, group
from twosource.linking.clusters import Past
from twosource.linking.merged import merged, summary
from twosource.linking.origins import origins
from twosource.linking.ranks import Rank, document_of, key
from twosource.linking.shelf import JudgedPairs, Kept, Shelf
from twosource.linking.status import with_status
from twosource.linking.weighed import Weighed
from twosource.model import Claim, Conflict, Copy

RankPairs = list[tuple[Rank, Rank]]


def settle(
    shelf: Shelf,
    changed: set[Rank],
    broken: set[str],
    restated: set[Rank],
    judged: JudgedPairs,
) -> None:
    """Settle all claims that ``changed`` mentions can touch.

    ``broken``: claims that lost mentions. ``restated``: documents that are copies of another than
    before, so that the origins of their claims may be others.
    """
    left = (rank for kept in shelf.kept(broken) for rank in kept.members)
    changed = changed | shelf.linked(left)
    retold = {mention for document in restated for mention in shelf.told(document)}
    if not changed and not retold and not broken:
        return
    members, groups = _regroup(shelf, changed, retold, judged)
    names = broken | set(shelf.claims(members).values())
    before = {kept.claim.id: kept for kept in shelf.kept(names)}
    fresh: dict[str, Weighed] = {}
    standing: set[str] = set()
    for found in groups:
        name = stable_id("c", found.members[0].mention.id)
        ranks = tuple(item.at for item in found.members)
        old = before.get(name)
        as_before = old is not None and old.members == ranks and not found.changed
        if as_before and retold.isdisjoint(ranks):
            standing.add(name)
        else:
            copies = _copies(shelf, found)
            fresh[name] = Weighed(_claim(name, found, copies), found.members)
    old_claims = [kept.claim for name, kept in before.items() if name not in standing]
    _Putting(shelf, fresh).put(old_claims)


def _regroup(
    shelf: Shelf, changed: set[Rank], retold: set[Rank], judged: JudgedPairs
) -> tuple[set[Rank], tuple[Group, ...]]:
    """The mentions that had to be looked at, and their claims now."""
    apart, together = _ranked(shelf, judged.apart), _ranked(shelf, judged.together)
    hand = changed | retold
    while True:
        members = hand | _whole(shelf, hand)
        edges = shelf.edges(members)
        forced = [pair for pair in together if not members.isdisjoint(pair)]
        around = {end for edge in edges for end in edge[:2]} | {x for pair in forced for x in pair}
        at_hand = members | around
        past = Past(frozenset(changed), shelf.claims(members), frozenset(around - members))
        split = [(a, b) for a, b in apart if a in at_hand and b in at_hand]
        groups, wanted = group(shelf.items(at_hand), list(edges), split, forced, past)
        if not wanted:
            return members, groups
        hand = members | wanted


def _whole(shelf: Shelf, mentions: set[Rank]) -> set[Rank]:
    """All mentions of the claims of some."""
    names = set(shelf.claims(mentions).values())
    return shelf.linked(rank for kept in shelf.kept(names) for rank in kept.members)


def _ranked(shelf: Shelf, pairs: Iterable[tuple[str, str]]) -> RankPairs:
    """JudgedPairs pairs as ranks, earlier first; pairs with an unknown mention are left out."""
    pairs = list(pairs)
    ranks = shelf.ranks({name for pair in pairs for name in pair})
    known = [(ranks[a], ranks[b]) for a, b in pairs if a in ranks and b in ranks and a != b]
    return sorted({(min(pair), max(pair)) for pair in known})


def _copies(shelf: Shelf, found: Group) -> dict[str, Copy]:
    """By document id, the copies among the documents of a group."""
    documents = {document_of(item.at) for item in found.members}
    return {copy.document: copy for copy in shelf.copies(documents).values()}


def _claim(name: str, found: Group, copies: dict[str, Copy]) -> Claim:
    values = merged(found.members)
    vouching = origins(found.members, copies)
    return Claim(
        id=name,
        kind=values.kind,
        summary=summary(found.members),
        mentions=tuple(item.mention.id for item in found.members),
        figure=values.figure,
        actors=values.actors,
        places=values.places,
        time=values.time,
        transfer=values.transfer,
        origins=vouching,
        independent_origins=sum(origin.counted for origin in vouching),
        why=found.why,
    )


class _Putting:
    """Claims go onto the shelf with all that hangs on them."""

    def __init__(self, shelf: Shelf, fresh: dict[str, Weighed]) -> None:
        self.shelf = shelf
        self.known = dict(fresh)
        self.fresh = fresh

    def put(self, old: list[Claim]) -> None:
        """Put the fresh claims in the place of the old ones."""
        shelf, fresh = self.shelf, self.fresh
        names = {claim.id for claim in old}
        lost = shelf.conflicts(names)
        shelf.drop_conflicts(lost)
        shelf.drop_claims(names - fresh.keys())
        quantities = {series.quantity(claim) for claim in old}
        quantities |= {series.quantity(weighed.claim) for weighed in fresh.values()}
        keys = {name: _keys(weighed) for name, weighed in fresh.items()}
        shelf.put_claims((_kept(weighed), keys[name]) for name, weighed in fresh.items())
        found = self._conflicts(keys)
        shelf.put_conflicts(found)
        touched = {side for conflict in lost | found for side in (conflict.a, conflict.b)}
        self._restate(fresh.keys() | touched)
        for quantity in sorted(quantities - {None}, key=str):
            if quantity is not None:
                self._series(quantity)

    def _conflicts(self, keys: dict[str, tuple[int, ...]]) -> set[Conflict]:
        """All conflicts of the fresh claims, among themselves and with those that stand."""
        found = {c for weighed in self.fresh.values() for c in conflicts.denials(weighed)}
        for name, mine in keys.items():
            others = self.shelf.under(mine)
            self._load(others)
            for other in others:
                if other != name and (other not in self.fresh or name < other):
                    found.update(conflicts.conflicts_between(self.known[name], self.known[other]))
        return found

    def _load(self, names: Iterable[str]) -> None:
        for kept in self.shelf.kept([name for name in names if name not in self.known]):
            items = tuple(self.shelf.items(kept.members))
            self.known[kept.claim.id] = Weighed(kept.claim, items)

    def _restate(self, names: set[str]) -> None:
        """Say where claims stand, now that their conflicts are known."""
        there = {kept.claim.id for kept in self.shelf.kept(names)}
        self._load(there)
        contested = {
            side for conflict in self.shelf.conflicts(there) for side in (conflict.a, conflict.b)
        }
        changed: list[Weighed] = []
        for name in sorted(there):
            weighed = self.known[name]
            claim = with_status(weighed.claim, contested=name in contested)
            if claim != weighed.claim:
                self.known[name] = Weighed(claim, weighed.members)
                changed.append(self.known[name])
        self.shelf.put_claims((_kept(weighed), _keys(weighed)) for weighed in changed)

    def _series(self, quantity: series.Quantity) -> None:
        name = key("series", *quantity)
        told: list[tuple[Claim, str | None]] = []
        for kept in self.shelf.kept(self.shelf.under([name])):
            day = None
            if kept.claim.time is None:
                days = (item.day for item in self.shelf.items(kept.members))
                day = next((day for day in days if day), None)
            told.append((kept.claim, day))
        self.shelf.put_series(name, series.series_of(told))


def _kept(weighed: Weighed) -> Kept:
    return Kept(weighed.claim, tuple(item.at for item in weighed.members))


def _keys(weighed: Weighed) -> tuple[int, ...]:
    """Blocks of a claim: for conflicts and, where it counts something, its series."""
    found = [key(*parts) for parts in conflicts.keys(weighed)]
    if (quantity := series.quantity(weighed.claim)) is not None:
        found.append(key("series", *quantity))
    return tuple(dict.fromkeys(found))
