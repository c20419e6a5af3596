"""Mentions into claims: copies, then values and wording, then replies; people decide over all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.linking.blocks import candidates
from twosource.linking.clusters import Clusters
from twosource.linking.decide import SAME, likeness
from twosource.linking.exclusion import apart
from twosource.linking.items import Item
from twosource.linking.replies import replies
from twosource.linking.weights import cosine
from twosource.model import Copy

COPIED = 0.5  # cosine between two contents of aligned sentences from which they are one statement
_COPIED = "copied passage"

Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions of one claim in canonical order, and why they are one."""

    members: tuple[Item, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    score: float
    one: int
    other: int
    why: str
    wording: bool


def _inside(item: Item, start: int, end: int) -> bool:
    content = item.mention.content
    return bool(content) and start <= content[0][0] and content[-1][1] <= end


def _copied(found: Sequence[Item], copies: Sequence[Copy]) -> Iterator[_Edge]:
    """Statements in aligned passages of a copy and its original."""
    by_document: dict[str, list[Item]] = {}
    for item in found:
        by_document.setdefault(item.document.id, []).append(item)
    for copy in copies:
        for passage in copy.passages:
            here = [x for x in by_document.get(copy.document, ()) if _inside(x, *passage.here)]
            there = [x for x in by_document.get(copy.original, ()) if _inside(x, *passage.there)]
            for x in here:
                for y in there:
                    like = cosine(x.bag, y.bag)
                    if x.denied == y.denied and like >= COPIED and not apart(x, y):
                        one, other = min(x.at, y.at), max(x.at, y.at)
                        yield _Edge(1.0 + like, one, other, _COPIED, False)


def _alike(found: Sequence[Item]) -> Iterator[_Edge]:
    for one, other in candidates(found):
        a, b = found[one], found[other]
        if apart(a, b):
            continue
        verdict = likeness(a, b)
        if verdict.score >= SAME:
            yield _Edge(verdict.score, one, other, verdict.why, not verdict.valued)


def _indexed(pairs: Pairs, place: Mapping[str, int]) -> list[tuple[int, int]]:
    """Judged pairs as indices, earlier first; pairs with an unknown mention are left out."""
    known = [(place[a], place[b]) for a, b in pairs if a in place and b in place]
    return sorted({(min(pair), max(pair)) for pair in known if pair[0] != pair[1]})


def _join_all(edges: Iterable[_Edge], clusters: Clusters) -> None:
    for edge in sorted(edges, key=lambda e: (-round(e.score, 6), e.one, e.other)):
        clusters.join(edge.one, edge.other, edge.why, wording=edge.wording)


def group(
    found: Sequence[Item],
    copies: Sequence[Copy] = (),
    split: Pairs = (),
    together: Pairs = (),
) -> tuple[Group, ...]:
    """All claims in canonical order of their earliest mention.

    ``split`` and ``together`` are pairs of mention ids that people have judged; a split wins over
    everything, a merge over everything but a split.
    """
    place = {item.mention.id: item.at for item in found}
    clusters = Clusters(found, _indexed(split, place))
    for one, other in _indexed(together, place):
        clusters.join(one, other, "joined by a person", wording=False, force=True)
    edges = [*_copied(found, copies), *_alike(found)]
    plain = [e for e in edges if not _replying(e, found)]
    _join_all(plain, clusters)
    _join_replies(found, [e for e in edges if _replying(e, found)], clusters)
    roots = sorted({clusters.root(item.at) for item in found})
    return tuple(
        Group(tuple(found[at] for at in clusters.members(root)), clusters.why(root))
        for root in roots
    )


def _join_replies(
    found: Sequence[Item],
    edges: Sequence[_Edge],
    clusters: Clusters,
) -> None:
    """Each reply joins what it answers best; then replies alike join one another.

    A copied reply answers what it answers where it was copied from.
    """
    among = [e for e in edges if _replies(found[e.one]) and _replies(found[e.other])]
    across = [e for e in edges if _replies(found[e.one]) != _replies(found[e.other])]
    copied = [e for e in among if e.why == _COPIED]
    _join_all(copied, clusters)
    known = replies(found)
    settled = {r.mention for r in known}
    taken = {e.other for e in copied if e.one in settled}
    answers = [
        _Edge(r.score, r.target, r.mention, r.why, False) for r in known if r.mention not in taken
    ]

    def placed(reply: int) -> bool:
        return any(not _replies(found[at]) for at in clusters.members(reply))

    for edge in sorted(answers + across, key=lambda e: (-round(e.score, 6), e.one, e.other)):
        if not placed(edge.other if _replies(found[edge.other]) else edge.one):
            clusters.join(edge.one, edge.other, edge.why, wording=edge.wording)
    _join_all((e for e in among if not (placed(e.one) and placed(e.other))), clusters)


def _replying(edge: _Edge, found: Sequence[Item]) -> bool:
    return _replies(found[edge.one]) or _replies(found[edge.other])


def _replies(item: Item) -> bool:
    return item.denied or bool(item.points)
