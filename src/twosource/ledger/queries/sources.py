"""Asserters and outlets: what each said, how often alone, revised or contradicted; no score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from twosource.ledger.queries.network import Edge
from twosource.ledger.queries.paging import LIMIT, Page
from twosource.ledger.queries.rows import ClaimRow, MentionRow, Role, SourceRow


class SourceSort(StrEnum):
    """By what sources are ordered (most, or A, first)."""

    CLAIMS = "claims"
    MENTIONS = "mentions"
    ALONE = "alone"
    CONTESTED = "contested"
    REVISED = "revised"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Share:
    """One value with how many mentions have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """One source; ``passes_on`` and ``passed_on_by`` are its relays, strongest first."""

    row: SourceRow
    claims: Page[ClaimRow]
    evidence: tuple[Share, ...]
    certainty: tuple[Share, ...]
    passes_on: tuple[Edge, ...]
    passed_on_by: tuple[Edge, ...]
    latest: tuple[MentionRow, ...]


def sources(
    connection: Connection,
    role: Role = Role.ASSERTER,
    *,
    text: str = "",
    sort: SourceSort = SourceSort.CLAIMS,
    reverse: bool = False,
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[SourceRow]:
    """One page of asserters or outlets; ``text`` must stand in the name."""
    raise NotImplementedError


def source(connection: Connection, name: str, role: Role | None = None) -> SourceDetail | None:
    """One asserter or outlet by its name; without ``role`` an asserter before an outlet."""
    raise NotImplementedError
