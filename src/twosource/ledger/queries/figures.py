"""Series of figures: one quantity over time, by origin."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.ledger.queries.paging import LIMIT, Page
from twosource.ledger.queries.rows import ClaimRow
from twosource.model import Measure, Series


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One series in a list; ``n`` names it until the ledger is linked anew."""

    n: int
    measure: Measure
    group: str
    points: int
    origins: int
    first: str
    last: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class SeriesDetail:
    """A series with the rows of the claims that its points stand for."""

    row: SeriesRow
    series: Series
    claims: tuple[ClaimRow, ...]


def figures(
    connection: Connection,
    *,
    measure: Measure | None = None,
    text: str = "",
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[SeriesRow]:
    """Series, those with most points first; ``text`` must stand in the name of the group."""
    raise NotImplementedError


def series(connection: Connection, n: int) -> SeriesDetail | None:
    """One series by its number."""
    raise NotImplementedError
