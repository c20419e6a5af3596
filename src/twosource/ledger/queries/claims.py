"""Lists of claims: filtered, ordered, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from twosource.ledger.queries.filters import ClaimFilter, ClaimSort
from twosource.ledger.queries.paging import LIMIT, Page
from twosource.ledger.queries.rows import ClaimRow


def claims(
    connection: Connection,
    where: ClaimFilter | None = None,
    sort: ClaimSort = ClaimSort.ATTENTION,
    *,
    reverse: bool = False,
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[ClaimRow]:
    """One page of the claims that the filter lets through."""
    raise NotImplementedError


def all_claims(
    connection: Connection,
    where: ClaimFilter | None = None,
    sort: ClaimSort = ClaimSort.ATTENTION,
    *,
    reverse: bool = False,
) -> Iterator[ClaimRow]:
    """The same without pages, one row at a time: for a file of the whole view."""
    raise NotImplementedError
