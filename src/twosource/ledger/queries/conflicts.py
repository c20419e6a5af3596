"""Claims that cannot both be true, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.ledger.queries.paging import Page
from twosource.ledger.queries.rows import ClaimRow, MentionRow
from twosource.model import ConflictType

SAID = 3  # mentions that speak for each side


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One conflict; of a claim with itself (``a.id == b.id``), who affirms and who denies it.

    ``a_says`` and ``b_says``: the earliest `SAID` mentions of each side.
    """

    n: int
    type: ConflictType
    why: str
    a: ClaimRow
    b: ClaimRow
    a_says: tuple[MentionRow, ...]
    b_says: tuple[MentionRow, ...]

    @property
    def itself(self) -> bool:
        """One claim, affirmed and denied."""
        return self.a.id == self.b.id


def conflicts(
    connection: Connection,
    type: ConflictType | None = None,
    *,
    offset: int = 0,
    limit: int = 20,
) -> Page[ConflictRow]:
    """Conflicts, those first whose sides most documents carry."""
    raise NotImplementedError


def conflict_types(connection: Connection) -> tuple[tuple[ConflictType, int], ...]:
    """How many conflicts there are of each type, most first."""
    raise NotImplementedError
