"""Mentions into claims: copies, then values and wording, then replies; people decide over all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.linking.clusters import Clusters, Past
from twosource.linking.edges import is_reply, why
from twosource.linking.items import Item
from twosource.linking.ranks import Rank
from twosource.linking.shelf import Edge, Sort

Pairs = Iterable[tuple[Rank, Rank]]


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one claim in canonical order, and why they are one."""

    members: tuple[Item, ...]
    why: tuple[str, ...]
    changed: bool  # may it differ from what it was before?


class _Grouping:
    """The mentions at hand while they grow together."""

    def __init__(self, found: Mapping[Rank, Item], split: Pairs, past: Past) -> None:
        self.found = found
        self.clusters = Clusters(found, split, past)
        self._replies = frozenset(at for at, item in found.items() if is_reply(item))

    def join(self, edge: Edge) -> None:
        if self.clusters.one(edge.one, edge.other):
            return  # nearly all edges of a hot claim
        one, other = self.found[edge.one], self.found[edge.other]
        wording = edge.sort is Sort.WORDS
        self.clusters.join(edge.one, edge.other, lambda: why(edge, one, other), wording=wording)

    def join_all(self, edges: Iterable[Edge]) -> None:
        for edge in sorted(edges, key=_strength):
            self.join(edge)

    def reply(self, at: Rank) -> bool:
        return at in self._replies

    def placed(self, reply: Rank) -> bool:
        """Does it stand in a claim that somebody states?"""
        return not self.clusters.within(reply, self._replies)

    def join_replies(self, edges: Sequence[Edge]) -> None:
        """Each reply joins what it answers best; then replies alike join one another."""
        among = [e for e in edges if self.reply(e.one) and self.reply(e.other)]
        across = [e for e in edges if self.reply(e.one) != self.reply(e.other)]
        self.join_all(e for e in among if e.sort is Sort.COPIED)
        for edge in sorted(across, key=_strength):
            if self.placed(edge.other if self.reply(edge.other) else edge.one):
                self.clusters.leave(edge.one, edge.other)
            else:
                self.join(edge)
        for edge in sorted(among, key=_strength):
            if self.placed(edge.one) and self.placed(edge.other):
                self.clusters.leave(edge.one, edge.other)
            else:
                self.join(edge)


def _strength(edge: Edge) -> tuple[float, Rank, Rank, Sort]:
    return -edge.score, edge.one, edge.other, edge.sort


def group(
    found: Sequence[Item],
    edges: Sequence[Edge],
    split: Pairs = (),
    together: Pairs = (),
    past: Past | None = None,
) -> tuple[tuple[Group, ...], frozenset[Rank]]:
    """All claims in canonical order of their earliest mention.

    ``split`` and ``together`` are pairs that people have judged; a split wins over everything, a
    merge over everything but a split. With a ``past``, second: mentions outside whose claims must
    be looked at too, before the first is what looking at everything would give.
    """
    past = past or Past()
    at_hand = {item.at: item for item in found}
    work = _Grouping(at_hand, split, past)
    for one, other in sorted(together):
        work.clusters.join(one, other, lambda: "joined by a person", wording=False, force=True)
    replying = [edge for edge in edges if work.reply(edge.one) or work.reply(edge.other)]
    plain = [edge for edge in edges if not (work.reply(edge.one) or work.reply(edge.other))]
    work.join_all(plain)
    work.join_replies(replying)
    clusters = work.clusters
    roots = sorted({clusters.root(at) for at in at_hand if at not in past.outside})
    groups = tuple(
        Group(
            tuple(at_hand[at] for at in clusters.members(root)),
            clusters.why(root),
            clusters.changed(root),
        )
        for root in roots
    )
    return groups, frozenset(clusters.wanted)
