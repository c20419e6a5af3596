"""Linking again what documents that came or went can touch, and nothing else.

The result is what linking everything at once would give; linking everything at once is this, from
an empty shelf. First the neighbours: a document (or mention) is compared with the earliest few of
each of its blocks and the few just before it, so one that comes or goes touches those alone that
have it, or had it, among these. What changed among their edges is then settled claim by claim
(`twosource.linking.settle`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from twosource.linking import blocks, edges, prints
from twosource.linking.copies import Finder
from twosource.linking.items import items
from twosource.linking.ranks import Rank, document_of, document_rank
from twosource.linking.replies import replies
from twosource.linking.settle import settle
from twosource.linking.shelf import Edge, JudgedPairs, Shelf, Sort
from twosource.model import Reading


def relink(
    shelf: Shelf,
    gone: Iterable[Rank] = (),
    come: Iterable[Reading] = (),
    judged: JudgedPairs | None = None,
) -> None:
    """Bring the links on the shelf up to date.

    ``gone``: linked documents that are no longer current. ``come``: documents that came in, or
    were read anew. ``judged``: all pairs that people have judged; ``None`` where none changed.
    """
    readings = {document_rank(reading.document): reading for reading in come}
    changes = _Changes(shelf)
    for document in sorted(set(gone) | {rank for rank in readings if shelf.has(rank)}):
        changes.take_out(document)
    changes.bring_in(readings)
    changes.find_edges(readings.keys())
    judged = judged if judged is not None else shelf.judged()
    changes.mentions |= _judged_anew(shelf, judged)
    settle(shelf, changes.mentions, changes.broken, changes.restated, judged)
    shelf.put_judged(judged)


def _judged_anew(shelf: Shelf, judged: JudgedPairs) -> set[Rank]:
    """Mentions of pairs that are judged now and were not, or were and are not."""
    before = shelf.judged()
    apart = set(before.apart) ^ set(judged.apart)
    together = set(before.together) ^ set(judged.together)
    names = {name for pair in apart | together for name in pair}
    return set(shelf.ranks(names).values())


class _Changes:
    """What a change of documents changes among their neighbours."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.fresh = shelf.empty()
        self.mentions: set[Rank] = set()  # that came, or of which any edge or claim changed
        self.broken: set[str] = set()  # claims that lost mentions
        self.restated: set[Rank] = set()  # documents whose claims may count other origins
        self._finder = Finder(shelf)
        self._documents: set[Rank] = set()  # whose neighbours changed
        self._met: dict[Rank, list[Rank]] = {}  # whom they were compared with before anything did
        self._meeting: set[Rank] = set()  # mentions whose neighbours changed
        self._copies: set[Rank] = set()  # whose statements may be others than they were

    def take_out(self, document: Rank) -> None:
        """A document goes with all that hangs on it."""
        shelf = self.shelf
        copies = shelf.copied_from([document])
        self._copies |= copies
        self._documents |= copies
        self._documents |= self._touching(document, shelf.prints.keys(document))
        shelf.put_copy(document, None)
        shelf.prints.drop(document)
        told = shelf.told(document)
        for mention in told:
            self._meeting |= blocks.touched(mention, shelf.blocks)
            shelf.blocks.drop(mention)
        lost = shelf.edges(told)
        shelf.drop_edges(lost)
        self._note(lost)
        self.broken |= set(shelf.claims(told).values())
        shelf.remove(document)
        self._documents.discard(document)
        self.mentions -= set(told)
        self._meeting -= set(told)

    def _touching(self, document: Rank, keys: Sequence[int]) -> set[Rank]:
        """Whom a change of a document will touch; whom they were compared with is noted."""
        touched = prints.touched(document, keys, self.shelf.prints)
        for other in touched:
            if other not in self._met:
                self._met[other] = self._finder.others(other)
        return touched

    def _note(self, changed: Iterable[Edge]) -> None:
        for edge in changed:
            self.mentions |= {edge.one, edge.other}

    def bring_in(self, readings: dict[Rank, Reading]) -> None:
        """Documents come in; each, and each that it touches, is asked whose copy it is.

        In order of publication: what comes later changes nothing for what came before.
        """
        shelf, finder = self.shelf, self._finder
        waiting = [*readings.keys(), *(self._documents - readings.keys())]
        heapify(waiting)
        last = None
        while waiting:
            rank = heappop(waiting)
            if rank == last:
                continue
            last = rank
            if rank in readings:
                for later in self._add(rank, readings[rank]):
                    if later not in readings:
                        heappush(waiting, later)
            others = finder.others(rank)
            asked = (rank, *others)
            if others == self._met.get(rank) and not any(each in readings for each in asked):
                continue  # it is compared with the same as before
            copy = finder.copy(rank, others)
            known = None if self.fresh else shelf.copies([rank]).get(rank)
            if copy != known:
                if not self.fresh:  # what meets it may be a copy of its original
                    for later in self._touching(rank, shelf.prints.keys(rank)):
                        heappush(waiting, later)
                shelf.put_copy(rank, copy)
                self.restated.add(rank)
                self._copies.add(rank)
        if not self.fresh:
            self._copies |= readings.keys() | shelf.copied_from(readings.keys())
        self._copies = {rank for rank in self._copies if shelf.has(rank)}

    def _add(self, rank: Rank, reading: Reading) -> set[Rank]:
        """A document comes in; the documents that it touches."""
        shelf = self.shelf
        told = items(reading)
        shelf.add(reading.document, rank, told)
        keys = self._finder.marks(rank)
        touched = set() if self.fresh else self._touching(rank, keys)
        shelf.prints.put(rank, keys)
        for item in told:
            shelf.blocks.put(item.at, blocks.marks(item))
            self._meeting.add(item.at)
            self.mentions.add(item.at)
            if not self.fresh:
                self._meeting |= blocks.touched(item.at, shelf.blocks)
        return touched

    def find_edges(self, come: Iterable[Rank]) -> None:
        """Compare whoever has other neighbours now."""
        for mention in sorted(self._meeting):
            self._compare(mention)
        for document in sorted({*come, *self._copies}):
            self._answer(document)

    def _replace(self, old: set[Edge], new: set[Edge]) -> None:
        self.shelf.drop_edges(old - new)
        self.shelf.put_edges(new - old)
        self._note(old ^ new)

    def _compare(self, mention: Rank) -> None:
        shelf = self.shelf
        earlier = blocks.met(mention, shelf.blocks)
        (item,) = shelf.items([mention])
        new = set(edges.alike(item, shelf.items(earlier)))
        old: set[Edge] = set()
        if not self.fresh:
            alike = (Sort.VALUES, Sort.WORDS)
            old = {e for e in shelf.edges([mention]) if e.other == mention and e.sort in alike}
        self._replace(old, new)

    def _answer(self, document: Rank) -> None:
        """Copied statements, and what replies answer."""
        shelf = self.shelf
        told = shelf.items(shelf.told(document))
        copy = shelf.copies([document]).get(document)
        source = shelf.place(copy.original) if copy is not None else None
        new: set[Edge] = set()
        if copy is not None and source is not None:
            original = shelf.items(shelf.told(source))
            new = set(edges.copied(copy, told, original))
            settled = {reply.mention for reply in replies(original)}
            new |= set(edges.answers(told, [e for e in new if e.one in settled]))
        else:
            new = set(edges.answers(told, ()))
        old: set[Edge] = set()
        if not self.fresh:
            here = shelf.edges(shelf.told(document))
            old = {edge for edge in here if _belongs(edge, document)}
        self._replace(old, new)


def _belongs(edge: Edge, document: Rank) -> bool:
    """Is it a copied edge of this copy, or an answer in this document?"""
    return edge.sort in (Sort.COPIED, Sort.ANSWER) and document_of(edge.other) == document
