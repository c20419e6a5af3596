"""What linking remembers from one document to the next, wherever it is kept.

`twosource.linking.memory` keeps it in this process, the ledger in its file. Whoever keeps it
decides nothing: every method puts, drops or looks up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol

from twosource.linking.items import Item
from twosource.linking.ranks import Rank
from twosource.model import Claim, Conflict, Copy, Document, Series

Pair = tuple[str, str]


class Sort(IntEnum):
    """What an edge rests on."""

    COPIED = 0  # one stands in a passage copied from the other's
    VALUES = 1
    WORDS = 2
    ANSWER = 3  # the one denies or points to the other


class Edge(NamedTuple):
    """Two mentions, the earlier first, that may state one proposition."""

    one: Rank
    other: Rank
    score: float
    sort: Sort


class JudgedPairs(NamedTuple):
    """Pairs of mention ids that people keep apart or put together, sorted."""

    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim with the ranks of its mentions in canonical order."""

    claim: Claim
    members: tuple[Rank, ...]


class Reach(NamedTuple):
    """Whom a member of a block meets among those before it.

    The ``last`` before it; and the ``first`` of the block, if at most ``hot`` stand before it: so
    whoever comes in or goes changes what few others meet, however hot the block.
    """

    first: int
    last: int
    hot: int


class Postings(Protocol):
    """Which documents (or mentions) fall into which blocks, in canonical order."""

    def put(self, rank: Rank, keys: Sequence[int]) -> None:
        """Let it fall into blocks."""

    def drop(self, rank: Rank) -> None:
        """Take it out of all its blocks."""

    def keys(self, rank: Rank) -> Sequence[int]:
        """The blocks it falls into."""

    def before(self, rank: Rank, keys: Sequence[int], reach: Reach) -> Sequence[Sequence[Rank]]:
        """Whom it meets in each block: those before it that are within reach."""

    def after(self, rank: Rank, keys: Sequence[int], reach: Reach) -> set[Rank]:
        """Later members, at least those whom `before` gives something else because of ``rank``."""


class Shelf(Protocol):
    """All that linking remembers."""

    @property
    def prints(self) -> Postings:
        """The blocks of documents."""

    @property
    def blocks(self) -> Postings:
        """The blocks of mentions."""

    # documents and mentions
    def empty(self) -> bool:
        """True where nothing has been linked yet."""

    def has(self, document: Rank) -> bool:
        """Is the document linked?"""

    def document(self, document: Rank) -> Document:
        """A linked document."""

    def place(self, identity: str) -> Rank | None:
        """The rank of a linked document, by its id."""

    def add(self, document: Document, rank: Rank, told: Sequence[Item]) -> None:
        """A document comes in with its mentions in text order."""

    def remove(self, document: Rank) -> None:
        """A document goes, with its mentions."""

    def linked(self, mentions: Iterable[Rank]) -> set[Rank]:
        """Those of the mentions that are linked."""

    def told(self, document: Rank) -> Sequence[Rank]:
        """The mentions of a document in text order."""

    def items(self, ranks: Iterable[Rank]) -> list[Item]:
        """Linked mentions in canonical order."""

    def ranks(self, mentions: Iterable[str]) -> dict[str, Rank]:
        """Ranks of mentions by id; unknown ones are left out."""

    # edges
    def edges(self, ranks: Iterable[Rank]) -> set[Edge]:
        """All edges at these mentions."""

    def put_edges(self, edges: Iterable[Edge]) -> None:
        """Add edges."""

    def drop_edges(self, edges: Iterable[Edge]) -> None:
        """Take edges away."""

    # copies
    def copies(self, documents: Iterable[Rank]) -> dict[Rank, Copy]:
        """Those of the documents that are copies."""

    def originals(self, documents: Iterable[Rank]) -> set[Rank]:
        """Whose copies the documents are, those that are."""

    def copied_from(self, documents: Iterable[Rank]) -> set[Rank]:
        """The copies of these originals."""

    def put_copy(self, document: Rank, copy: Copy | None) -> None:
        """Note that a document is a copy, or none."""

    # claims
    def claims(self, mentions: Iterable[Rank]) -> dict[Rank, str]:
        """The ids of their claims; mentions without one are left out."""

    def kept(self, ids: Iterable[str]) -> list[Kept]:
        """Claims by id, in order of their first mention; unknown ones are left out."""

    def put_claims(self, claims: Iterable[tuple[Kept, Sequence[int]]]) -> None:
        """Add claims with their blocks; of known ones everything is replaced."""

    def drop_claims(self, ids: Iterable[str]) -> None:
        """Take claims away; no conflict may name them any more."""

    def under(self, keys: Iterable[int]) -> set[str]:
        """Claims that fall into any of these blocks."""

    # conflicts and series
    def conflicts(self, ids: Iterable[str]) -> set[Conflict]:
        """All conflicts of these claims."""

    def put_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Add conflicts."""

    def drop_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Take conflicts away."""

    def put_series(self, key: int, series: Series | None) -> None:
        """Put the series of one quantity, or take it away."""

    # people
    def judged(self) -> JudgedPairs:
        """The judgements that the claims respect."""

    def put_judged(self, judged: JudgedPairs) -> None:
        """Note the judgements that the claims respect."""
