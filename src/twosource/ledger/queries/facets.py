"""By what a list of claims can be narrowed, with how many claims each choice would show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from twosource.ledger.queries import chosen as filtered
from twosource.ledger.queries.chosen import NOTHING, conditions, rows
from twosource.ledger.queries.filters import ClaimFilter

FACETS = ("status", "kind", "evidence", "certainty", "origins", "asserter", "outlet", "place")
FEW = frozenset({"status", "kind", "evidence", "certainty", "origins"})  # have few values
VALUES = 12  # values of a facet that are given where nobody asks for more

_named, _held = filtered.facets, filtered.values


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
    beside the present one. Chosen values are always among them, with 0 where none has them.
    """

    name: str
    values: tuple[FacetValue, ...]
    total: int


def facets(
    connection: Connection, where: ClaimFilter | None = None, most: int = VALUES
) -> tuple[Facet, ...]:
    """All facets in the order of `FACETS`, at most ``most`` values each (and the chosen ones)."""
    where = where or NOTHING
    picked = _picked(where)
    free = [name for name in FACETS if name not in picked]
    made = {each.name: each for each in _facets(connection, where, free, most)}
    for name, values in picked.items():
        asked = _Asked(without=name, chosen=values)
        made |= {each.name: each for each in _facets(connection, where, [name], most, asked)}
    return tuple(made.get(name, Facet(name, (), 0)) for name in FACETS)


def facet(
    connection: Connection,
    name: str,
    where: ClaimFilter | None = None,
    words: str = "",
    offset: int = 0,
    limit: int = 50,
) -> Facet:
    """One facet's values that contain ``words`` (any case), for a search among many.

    Raises ``KeyError`` for a name that is not in `FACETS`.
    """
    if name not in FACETS:
        raise KeyError(name)
    where = where or NOTHING
    chosen = _picked(where).get(name, ())
    asked = _Asked(name, chosen, words.casefold(), offset, keep=not words and not offset)
    found = _facets(connection, where, [name], limit, asked)
    return next(iter(found), Facet(name, (), 0))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Of one facet: leave its own choice out of the filter, keep what is chosen, search."""

    without: str = ""
    chosen: tuple[str, ...] = ()
    words: str = ""
    offset: int = 0
    keep: bool = True  # chosen values stand in the list wherever they rank


def _picked(where: ClaimFilter) -> dict[str, tuple[str, ...]]:
    """Facets with a choice; a range of origins is one, a single number of them a value too."""
    found = filtered.names(where)
    low, high = where.origins_from, where.origins_to
    if low is not None or high is not None:
        found["origins"] = (str(low),) if low == high else ()
    return found


def _facets(
    connection: Connection,
    where: ClaimFilter,
    names: Sequence[str],
    most: int,
    asked: _Asked = _Asked(),
) -> list[Facet]:
    if not names:
        return []
    held = conditions(connection, where, asked.without)
    if not held and not asked.words and not asked.offset and not asked.chosen:
        return [_ready(connection, name, most) for name in names]
    query = _ranked(_counts(held, names), most, asked)
    values: dict[str, list[FacetValue]] = {}
    totals: dict[str, int] = {}
    for row in connection.execute(query):
        totals[row.facet] = row.total
        chosen = row.value in asked.chosen
        values.setdefault(row.facet, []).append(FacetValue(row.value, row.many, chosen))
    for name in names:
        own = values.setdefault(name, [])
        if asked.keep:
            there = {value.value for value in own}
            own += (FacetValue(value, 0, True) for value in asked.chosen if value not in there)
    return [Facet(name, tuple(values[name]), totals.get(name, 0)) for name in names]


def _ready(connection: Connection, name: str, most: int) -> Facet:
    """A facet of all claims: its counts stand ready, most first."""
    of = _named.c.facet == name
    query = select(_named.c.value, _named.c.claims).where(of)
    query = query.order_by(_named.c.claims.desc(), _named.c.value).limit(most)
    values = tuple(FacetValue(value, many) for value, many in connection.execute(query))
    total = select(func.count()).select_from(_named).where(of)
    return Facet(name, values, connection.execute(total).scalar_one())


def _counts(held: Sequence[ColumnElement[bool]], names: Sequence[str]) -> Select[Any]:
    """Facet, value, folded value and count."""
    columns = (_named.c.facet, _named.c.value, _named.c.folded)
    if not held:
        return select(*columns, _named.c.claims.label("many")).where(_named.c.facet.in_(names))
    inside = select(rows.c.n).where(*held)
    asked = [_held.c.claim.in_(inside)]
    if FEW.issuperset(names) and len(names) == 1:
        # Few values: their own claims are looked through (the sum keeps the other index out of it).
        few = select(_named.c.id).where(_named.c.facet.in_(names))
        asked = [_held.c.value.in_(few), (_held.c.claim + 0).in_(inside)]
    many = (
        select(_held.c.value, func.count().label("many"))
        .where(*asked)
        .group_by(_held.c.value)
        .subquery()
    )
    return (
        select(*columns, many.c.many)
        .join(many, many.c.value == _named.c.id)
        .where(_named.c.facet.in_(names))
    )


def _ranked(counts: Select[Any], most: int, asked: _Asked) -> Select[Any]:
    """The first values of each facet, and the chosen ones."""
    if asked.words:
        counts = counts.where(func.instr(_named.c.folded, asked.words) > 0)
    found = counts.subquery()
    order = (found.c.many.desc(), found.c.value)
    ranked = select(
        found,
        func.row_number().over(partition_by=found.c.facet, order_by=order).label("rank"),
        func.count().over(partition_by=found.c.facet).label("total"),
    ).subquery()
    last = asked.offset + most
    shown = (ranked.c.rank > asked.offset) & (ranked.c.rank <= last)
    if asked.keep and asked.chosen:
        shown = shown | ranked.c.value.in_(asked.chosen)
    return select(ranked).where(shown).order_by(ranked.c.facet, ranked.c.rank)
