"""Who falls into which block, as rows in canonical order."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sqlalchemy import Connection, Table

from twosource.linking.ranks import Rank


def packed(keys: Sequence[int]) -> bytes:
    """Block numbers as eight bytes each."""
    return array("q", keys).tobytes()


def unpacked(blob: bytes) -> tuple[int, ...]:
    """Block numbers from their bytes."""
    return tuple(array("q", blob))


class SqlPostings:
    """`twosource.linking.shelf.Postings` over two tables: members with keys, and their inverse."""

    def __init__(self, connection: Connection, members: Table, inverse: Table) -> None:
        self._run = connection.exec_driver_sql
        self._members, self._table = members.name, inverse.name

    def put(self, rank: Rank, keys: Sequence[int]) -> None:
        """Let it fall into blocks; it is a member already."""
        self._run(f"UPDATE {self._members} SET keys = ? WHERE rank = ?", (packed(keys), rank))
        if keys:
            rows = [(key, rank) for key in keys]
            self._run(f"INSERT INTO {self._table} (key, rank) VALUES (?, ?)", rows)

    def drop(self, rank: Rank) -> None:
        """Take it out of all its blocks."""
        if keys := self.keys(rank):
            rows = [(key, rank) for key in keys]
            self._run(f"DELETE FROM {self._table} WHERE key = ? AND rank = ?", rows)

    def keys(self, rank: Rank) -> Sequence[int]:
        """The blocks it falls into."""
        query = f"SELECT keys FROM {self._members} WHERE rank = ?"
        return unpacked(self._run(query, (rank,)).scalar_one())

    def before(self, rank: Rank, keys: Sequence[int], first: int, last: int) -> list[list[Rank]]:
        """Of each block the ``first`` members and the ``last`` before ``rank``, each once."""
        near = (
            f"SELECT rank FROM {self._table} WHERE key = ? AND rank < ? "
            f"ORDER BY rank DESC LIMIT {first + last}"
        )
        early = f"SELECT rank FROM {self._table} WHERE key = ? ORDER BY rank LIMIT {first}"
        found: list[list[Rank]] = []
        for key in keys:
            met: list[Rank] = [row[0] for row in self._run(near, (key, rank))]
            if len(met) == first + last:  # the rest of a hot block is passed over
                firsts = [row[0] for row in self._run(early, (key,))]
                met = [*dict.fromkeys([*firsts, *met[:last]])]
            found.append(met)
        return found

    def after(self, rank: Rank, keys: Sequence[int], first: int, last: int) -> set[Rank]:
        """Members that have ``rank`` among what `before` gives them."""
        early = f"SELECT rank FROM {self._table} WHERE key = ? ORDER BY rank LIMIT {first + 1}"
        later = f"SELECT rank FROM {self._table} WHERE key = ? AND rank > ? ORDER BY rank"
        found: set[Rank] = set()
        for key in keys:
            next_one = self._run(later + " LIMIT 1", (key, rank)).first()
            if next_one is None:
                continue
            firsts = [row[0] for row in self._run(early, (key,))]
            among = len(firsts) <= first or rank <= firsts[-1]
            query = later if among else f"{later} LIMIT {last + 2}"
            found.update(row[0] for row in self._run(query, (key, rank)))
        return found
