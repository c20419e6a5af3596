"""Filters as SQL over the narrow rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select, text

from twosource.ledger import schema
from twosource.ledger.queries.filters import ClaimFilter
from twosource.ledger.search import quoted

rows, values, facets = schema.claim_rows, schema.claim_values, schema.facet_values
_LATEST = "~"  # after every character of a moment: "2025-01-02~" follows all of that day

NOTHING = ClaimFilter()


def names(where: ClaimFilter) -> dict[str, tuple[str, ...]]:
    """The chosen values of each facet that is an enumeration of names."""
    found = {
        "asserter": where.asserter,
        "outlet": where.outlet,
        "kind": where.kind,
        "evidence": where.evidence,
        "certainty": where.certainty,
        "status": where.status,
        "place": where.place,
    }
    return {name: tuple(map(str, chosen)) for name, chosen in found.items() if chosen}


def conditions(
    connection: Connection, where: ClaimFilter, without: str = ""
) -> list[ColumnElement[bool]]:
    """What must hold for a row of ``claim_rows``; ``without``: a facet whose choice is left out."""
    found = [_has(name, chosen) for name, chosen in names(where).items() if name != without]
    found += _days(where)
    found += _counts(where, origins=without != "origins")
    if where.since is not None:
        found.append(rows.c.first_event > event_at(connection, where.since))
    if where.heard is not None:
        found.append(rows.c.last_event > event_at(connection, where.heard))
    if where.document is not None:
        found.append(rows.c.claim.in_(_in_document(where.document)))
    if where.text.strip():
        found.append(rows.c.n.in_(_found(where.text)))
    return found


def event_at(connection: Connection, moment: datetime) -> int:
    """Number of the last event of the history up to a moment."""
    history = schema.history
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:  # in UTC it lies before the first year or after the last
        moment = (datetime.min if moment.year == 1 else datetime.max).replace(tzinfo=UTC)
    low, high = 0, connection.execute(select(func.max(history.c.n))).scalar() or 0
    while low < high:  # events come in time, and no index is as small as this search
        middle = (low + high + 1) // 2
        at = connection.execute(select(history.c.at).where(history.c.n == middle)).scalar()
        low, high = (middle, high) if at is not None and at <= moment else (low, middle - 1)
    return low


def _has(facet: str, chosen: Sequence[str]) -> ColumnElement[bool]:
    wanted = select(facets.c.id).where(facets.c.facet == facet, facets.c.value.in_(chosen))
    return rows.c.n.in_(select(values.c.claim).where(values.c.value.in_(wanted)))


def _days(where: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    if where.time_from:
        yield rows.c.time_to >= where.time_from
    if where.time_to:
        yield rows.c.time_from <= where.time_to
        yield rows.c.time_from != ""
    if where.published_from:
        yield rows.c.published >= where.published_from
    if where.published_to:
        yield rows.c.published <= where.published_to + _LATEST
        yield rows.c.published != ""


def _counts(where: ClaimFilter, *, origins: bool) -> Iterator[ColumnElement[bool]]:
    if origins and where.origins_from is not None:
        yield rows.c.origins >= where.origins_from
    if origins and where.origins_to is not None:
        yield rows.c.origins <= where.origins_to
    if where.outlets_from is not None:
        yield rows.c.outlets >= where.outlets_from
    if where.documents_from is not None:
        yield rows.c.documents >= where.documents_from


def _in_document(document: str) -> Select[tuple[str]]:
    held, mentions = schema.claim_mentions, schema.mentions
    return (
        select(held.c.claim)
        .join(mentions, mentions.c.id == held.c.mention)
        .where(mentions.c.document == document)
    )


def _found(words: str) -> Select[tuple[int]]:
    """Rows whose words hold all of these; none where nothing can be searched for."""
    query = quoted(words)
    if not query:
        return select(rows.c.n).where(literal_column("0") == 1)
    return (
        select(literal_column("rowid").label("n"))
        .select_from(text("claim_lines_fts"))
        .where(text("claim_lines_fts MATCH :words").bindparams(words=query))
    )


def counted(connection: Connection, found: Sequence[ColumnElement[bool]]) -> int:
    """How many rows hold all conditions."""
    return connection.execute(select(func.count()).select_from(rows).where(*found)).scalar_one()
