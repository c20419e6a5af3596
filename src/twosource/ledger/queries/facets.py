"""By what a list of claims can be narrowed, with how many claims each choice would show."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.ledger.queries.filters import ClaimFilter

FACETS = ("status", "kind", "evidence", "certainty", "origins", "asserter", "outlet", "place")
VALUES = 12  # values of a facet that are given where nobody asks for more


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice: how many claims have it, and whether the filter has it chosen."""

    value: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one facet, most claims first; ``total`` is how many there are in all.

    Counts are those under every *other* facet's choice, so that another value can be chosen
    beside the present one. Chosen values are always among them.
    """

    name: str
    values: tuple[FacetValue, ...]
    total: int


def facets(
    connection: Connection, where: ClaimFilter | None = None, most: int = VALUES
) -> tuple[Facet, ...]:
    """All facets in the order of `FACETS`, at most ``most`` values each (and the chosen ones)."""
    raise NotImplementedError


def facet(
    connection: Connection,
    name: str,
    where: ClaimFilter | None = None,
    words: str = "",
    offset: int = 0,
    limit: int = 50,
) -> Facet:
    """One facet's values that contain ``words`` (any case), for a search among many."""
    raise NotImplementedError
