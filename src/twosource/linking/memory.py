"""A shelf in this process: for linking everything at once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twosource.linking.items import Item
from twosource.linking.ranks import Rank
from twosource.linking.shelf import Edge, JudgedPairs, Kept, Reach
from twosource.model import Conflict, Copy, Document, Links, Series

FEW = 32  # members of a block that are kept as a tuple


class MemoryPostings:
    """`twosource.linking.shelf.Postings` as sorted sequences.

    Small blocks are tuples and a block of one is the tuple of its member, for all its blocks: there
    are very many of them, and garbage collection walks lists but passes by tuples of bytes.
    """

    def __init__(self) -> None:
        self._members: dict[int, tuple[Rank, ...] | list[Rank]] = {}
        self._keys: dict[Rank, tuple[int, ...]] = {}

    def put(self, rank: Rank, keys: Sequence[int]) -> None:
        """Let it fall into blocks."""
        self._keys[rank] = tuple(keys)
        blocks = self._members
        alone = (rank,)
        for key in keys:
            members = blocks.setdefault(key, alone)
            if members is alone:
                continue
            if isinstance(members, list):
                if members[-1] < rank:
                    members.append(rank)
                else:
                    insort(members, rank)
            elif len(members) >= FEW:
                blocks[key] = sorted((*members, rank))
            elif members[-1] < rank:
                blocks[key] = (*members, rank)
            else:
                blocks[key] = tuple(sorted((*members, rank)))

    def drop(self, rank: Rank) -> None:
        """Take it out of all its blocks."""
        for key in self._keys.pop(rank):
            members = self._members[key]
            if len(members) == 1:
                del self._members[key]
            elif isinstance(members, list):
                members.pop(bisect_left(members, rank))
            else:
                self._members[key] = tuple(member for member in members if member != rank)

    def keys(self, rank: Rank) -> Sequence[int]:
        """The blocks it falls into."""
        return self._keys[rank]

    def pairs(self) -> Iterator[tuple[int, Rank]]:
        """Every block with every member."""
        return ((key, rank) for rank, keys in self._keys.items() for key in keys)

    def before(self, rank: Rank, keys: Sequence[int], reach: Reach) -> Sequence[Sequence[Rank]]:
        """Whom it meets in each block: those before it that are within reach."""
        found: list[Sequence[Rank]] = []
        first, last, hot = reach
        whole = first + last
        for members in map(self._members.get, keys):
            if members is None or members[0] >= rank:
                found.append(())
                continue
            at = len(members) - 1 if members[-1] == rank else bisect_left(members, rank)
            if at <= whole and at <= hot:
                found.append(members[:at])
            elif at <= hot:
                found.append((*members[:first], *members[at - last : at]))
            else:
                found.append(members[at - last : at])
        return found

    def after(self, rank: Rank, keys: Sequence[int], reach: Reach) -> set[Rank]:
        """At least all whom `before` gives something else while ``rank`` is in these blocks."""
        found: set[Rank] = set()
        for key in keys:
            members = self._members.get(key, ())
            at = bisect_left(members, rank)
            found.update(members[at : at + reach.last + 1])
            if at <= reach.first:
                found.update(members[at : reach.hot + 2])
            elif at <= reach.hot + 1:  # one moves across the border
                found.update(members[max(at, reach.hot) : reach.hot + 2])
        found.discard(rank)
        return found


class Memory:
    """`twosource.linking.shelf.Shelf` in dictionaries."""

    def __init__(self) -> None:
        self.prints = MemoryPostings()
        self.blocks = MemoryPostings()
        self._documents: dict[Rank, tuple[Document, tuple[Item, ...]]] = {}
        self._places: dict[str, Rank] = {}
        self._items: dict[Rank, Item] = {}
        self._ranks: dict[str, Rank] = {}
        self._edges: defaultdict[Rank, set[Edge]] = defaultdict(set)
        self._copies: dict[Rank, tuple[Copy, Rank]] = {}
        self._from: defaultdict[Rank, set[Rank]] = defaultdict(set)
        self._claims: dict[str, tuple[Kept, tuple[int, ...]]] = {}
        self._claim: dict[Rank, str] = {}
        self._under: defaultdict[int, set[str]] = defaultdict(set)
        self._conflicts: defaultdict[str, set[Conflict]] = defaultdict(set)
        self._series: dict[int, Series] = {}
        self._judged = JudgedPairs()

    def empty(self) -> bool:
        """True where nothing has been linked yet."""
        return not self._documents

    def has(self, document: Rank) -> bool:
        """Is the document linked?"""
        return document in self._documents

    def document(self, document: Rank) -> Document:
        """A linked document."""
        return self._documents[document][0]

    def place(self, identity: str) -> Rank | None:
        """The rank of a linked document, by its id."""
        return self._places.get(identity)

    def add(self, document: Document, rank: Rank, told: Sequence[Item]) -> None:
        """A document comes in with its mentions in text order."""
        self._documents[rank] = document, tuple(told)
        self._places[document.id] = rank
        for item in told:
            self._items[item.at] = item
            self._ranks[item.mention.id] = item.at

    def remove(self, document: Rank) -> None:
        """A document goes, with its mentions."""
        gone, told = self._documents.pop(document)
        del self._places[gone.id]
        for item in told:
            del self._items[item.at]
            self._claim.pop(item.at, None)
            self._ranks.pop(item.mention.id, None)

    def linked(self, mentions: Iterable[Rank]) -> set[Rank]:
        """Those of the mentions that are linked."""
        return {rank for rank in mentions if rank in self._items}

    def told(self, document: Rank) -> Sequence[Rank]:
        """The mentions of a document in text order."""
        return [item.at for item in self._documents[document][1]]

    def items(self, ranks: Iterable[Rank]) -> list[Item]:
        """Linked mentions in canonical order."""
        return [self._items[rank] for rank in sorted(ranks)]

    def ranks(self, mentions: Iterable[str]) -> dict[str, Rank]:
        """Ranks of mentions by id; unknown ones are left out."""
        return {name: self._ranks[name] for name in mentions if name in self._ranks}

    def edges(self, ranks: Iterable[Rank]) -> set[Edge]:
        """All edges at these mentions."""
        return {edge for rank in ranks for edge in self._edges.get(rank, ())}

    def put_edges(self, edges: Iterable[Edge]) -> None:
        """Add edges."""
        for edge in edges:
            self._edges[edge.one].add(edge)
            self._edges[edge.other].add(edge)

    def drop_edges(self, edges: Iterable[Edge]) -> None:
        """Take edges away."""
        for edge in edges:
            self._edges[edge.one].discard(edge)
            self._edges[edge.other].discard(edge)

    def copies(self, documents: Iterable[Rank]) -> dict[Rank, Copy]:
        """Those of the documents that are copies."""
        return {rank: self._copies[rank][0] for rank in documents if rank in self._copies}

    def originals(self, documents: Iterable[Rank]) -> set[Rank]:
        """Whose copies the documents are, those that are."""
        return {self._copies[rank][1] for rank in documents if rank in self._copies}

    def copied_from(self, documents: Iterable[Rank]) -> set[Rank]:
        """The copies of these originals."""
        return {copy for rank in documents for copy in self._from.get(rank, ())}

    def put_copy(self, document: Rank, copy: Copy | None) -> None:
        """Note that a document is a copy, or none."""
        if document in self._copies:
            self._from[self._copies.pop(document)[1]].discard(document)
        if copy is not None:
            original = self._places[copy.original]
            self._copies[document] = copy, original
            self._from[original].add(document)

    def claims(self, mentions: Iterable[Rank]) -> dict[Rank, str]:
        """The ids of their claims; mentions without one are left out."""
        return {rank: self._claim[rank] for rank in mentions if rank in self._claim}

    def kept(self, ids: Iterable[str]) -> list[Kept]:
        """Claims by id, in order of their first mention."""
        found = [self._claims[name][0] for name in ids if name in self._claims]
        return sorted(found, key=lambda kept: kept.members[0])

    def put_claims(self, claims: Iterable[tuple[Kept, Sequence[int]]]) -> None:
        """Add claims with their blocks; of known ones everything is replaced."""
        for kept, keys in claims:
            name = kept.claim.id
            self._forget(name)
            self._claims[name] = kept, tuple(keys)
            for rank in kept.members:
                self._claim[rank] = name
            for key in keys:
                self._under[key].add(name)

    def _forget(self, name: str) -> None:
        if name not in self._claims:
            return
        kept, keys = self._claims.pop(name)
        for rank in kept.members:
            if self._claim.get(rank) == name:
                del self._claim[rank]
        for key in keys:
            self._under[key].discard(name)

    def drop_claims(self, ids: Iterable[str]) -> None:
        """Take claims away; no conflict may name them any more."""
        for name in ids:
            self._forget(name)

    def under(self, keys: Iterable[int]) -> set[str]:
        """Claims that fall into any of these blocks."""
        return {name for key in keys for name in self._under.get(key, ())}

    def conflicts(self, ids: Iterable[str]) -> set[Conflict]:
        """All conflicts of these claims."""
        return {conflict for name in ids for conflict in self._conflicts.get(name, ())}

    def put_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Add conflicts."""
        for conflict in conflicts:
            self._conflicts[conflict.a].add(conflict)
            self._conflicts[conflict.b].add(conflict)

    def drop_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Take conflicts away."""
        for conflict in conflicts:
            self._conflicts[conflict.a].discard(conflict)
            self._conflicts[conflict.b].discard(conflict)

    def put_series(self, key: int, series: Series | None) -> None:
        """Put the series of one quantity, or take it away."""
        if series is None:
            self._series.pop(key, None)
        else:
            self._series[key] = series

    def judged(self) -> JudgedPairs:
        """The judgements that the claims respect."""
        return self._judged

    def put_judged(self, judged: JudgedPairs) -> None:
        """Note the judgements that the claims respect."""
        self._judged = judged

    # all of it, in canonical order --------------------------------------------------------------

    @property
    def all_documents(self) -> Iterator[tuple[Rank, Document]]:
        """Every document with its rank."""
        return ((rank, self._documents[rank][0]) for rank in sorted(self._documents))

    @property
    def all_items(self) -> Iterator[Item]:
        """Every mention."""
        return (self._items[rank] for rank in sorted(self._items))

    @property
    def all_edges(self) -> Iterator[Edge]:
        """Every edge, each once."""
        for rank in sorted(self._edges):
            yield from (edge for edge in self._edges[rank] if edge.one == rank)

    @property
    def all_claims(self) -> Iterator[tuple[Kept, tuple[int, ...]]]:
        """Every claim with its blocks."""
        yield from sorted(self._claims.values(), key=lambda found: found[0].members[0])

    @property
    def all_copies(self) -> Iterator[tuple[Rank, Rank]]:
        """Every copy with its original."""
        return ((rank, self._copies[rank][1]) for rank in sorted(self._copies))

    @property
    def all_series(self) -> dict[int, Series]:
        """Every series by the block of its quantity."""
        return dict(self._series)

    @property
    def links(self) -> Links:
        """All that was found, in canonical order."""
        conflicts = {conflict for found in self._conflicts.values() for conflict in found}
        return Links(
            tuple(kept.claim for kept, _ in self.all_claims),
            tuple(sorted(conflicts, key=lambda c: (c.a, c.b, c.type.value, c.why))),
            tuple(sorted(self._series.values(), key=lambda s: (s.measure.value, s.group or ""))),
            tuple(self._copies[rank][0] for rank in sorted(self._copies)),
        )
