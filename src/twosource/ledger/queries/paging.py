"""A part of a list: its rows, and how many the whole has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
LIMIT = 50  # rows of a page where nobody asks for another number
MOST = 1_000  # rows of a page at most


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """``rows`` stand at ``offset`` of a list of ``total``; ``limit`` is what was asked for."""

    rows: tuple[T, ...]
    total: int
    offset: int
    limit: int

    @property
    def more(self) -> bool:
        """True where rows follow."""
        return self.offset + len(self.rows) < self.total


def bounded(offset: int, limit: int) -> tuple[int, int]:
    """Both within what is given out: nothing before the first row, at most `MOST` rows."""
    return max(0, offset), max(0, min(limit, MOST))
