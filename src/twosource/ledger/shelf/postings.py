"""Who falls into which block, as rows in canonical order."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from sqlalchemy import Connection, Table

from twosource.ledger.shelf.asking import Ask
from twosource.linking.ranks import Rank
from twosource.linking.shelf import Reach

_REMEMBERED = 100_000  # whom one meets in one block


def packed(keys: Sequence[int]) -> bytes:
    """Block numbers as eight bytes each."""
    return array("q", keys).tobytes()


def unpacked(blob: bytes) -> tuple[int, ...]:
    """Block numbers from their bytes."""
    return tuple(array("q", blob))


class SqlPostings:
    """`twosource.linking.shelf.Postings` over two tables: members with keys, and their inverse."""

    def __init__(self, connection: Connection, members: Table, inverse: Table) -> None:
        self._ask = Ask(connection)
        self._members, self._table = members.name, inverse.name
        self._met: dict[int, dict[Rank, Sequence[Rank]]] = {}  # by block, while nothing changes it
        self._met_count = 0

    def _forget(self, keys: Sequence[int]) -> None:
        for key in keys:
            self._met.pop(key, None)

    def put(self, rank: Rank, keys: Sequence[int]) -> None:
        """Let it fall into blocks; it is a member already."""
        line = f"UPDATE {self._members} SET keys = ? WHERE rank = ?"
        self._ask.rows(line, (packed(keys), rank))
        self._forget(keys)
        if keys:
            rows = [(key, rank) for key in keys]
            self._ask.many(f"INSERT INTO {self._table} (key, rank) VALUES (?, ?)", rows)

    def drop(self, rank: Rank) -> None:
        """Take it out of all its blocks."""
        if keys := self.keys(rank):
            self._forget(keys)
            rows = [(key, rank) for key in keys]
            self._ask.many(f"DELETE FROM {self._table} WHERE key = ? AND rank = ?", rows)

    def keys(self, rank: Rank) -> Sequence[int]:
        """The blocks it falls into."""
        query = f"SELECT keys FROM {self._members} WHERE rank = ?"
        return unpacked(self._ask.value(bytes, query, (rank,)) or b"")

    def before(self, rank: Rank, keys: Sequence[int], reach: Reach) -> list[Sequence[Rank]]:
        """Whom it meets in each block: those before it that are within the one reach asked for."""
        found: list[Sequence[Rank]] = []
        for key in keys:
            known = self._met.get(key, {}).get(rank)
            found.append(self._remember(key, rank, reach) if known is None else known)
        return found

    def _remember(self, key: int, rank: Rank, reach: Reach) -> Sequence[Rank]:
        query = (
            f"SELECT rank FROM {self._table} WHERE key = ? AND rank < ? "
            f"ORDER BY rank DESC LIMIT {reach.hot + 1}"
        )
        earlier: list[Rank] = [row[0] for row in self._ask.rows(query, (key, rank))]
        met = earlier[: reach.last]
        if len(earlier) <= reach.hot:
            met += earlier[max(reach.last, len(earlier) - reach.first) :]
        if self._met_count >= _REMEMBERED:
            self._met.clear()
            self._met_count = 0
        self._met.setdefault(key, {})[rank] = met
        self._met_count += 1
        return met

    def after(self, rank: Rank, keys: Sequence[int], reach: Reach) -> set[Rank]:
        """At least all whom `before` gives something else while ``rank`` is in these blocks."""
        block = f"SELECT rank FROM {self._table} WHERE key = ?"
        later = f"{block} AND rank > ? ORDER BY rank LIMIT {reach.last + 1}"
        head = f"{block} ORDER BY rank LIMIT {reach.hot + 2}"
        found: set[Rank] = set()
        for key in keys:
            following = [row[0] for row in self._ask.rows(later, (key, rank))]
            if not following:
                continue
            found.update(following)
            first: list[Rank] = [row[0] for row in self._ask.rows(head, (key,))]
            at = bisect_left(first, rank)
            if at <= reach.first:
                found.update(first[at:])
            elif at <= reach.hot + 1:  # one moves across the border
                found.update(first[max(at, reach.hot) :])
        found.discard(rank)
        return found
