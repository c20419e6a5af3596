"""Where claims lie, and who is said to hold what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.queries.chosen import NOTHING, conditions, rows
from twosource.ledger.queries.filters import ClaimFilter
from twosource.ledger.queries.rows import ClaimRow, PlaceRow
from twosource.model import ClaimKind, Precision, Status

_places = schema.claim_places

CONTROL = 2_000  # control claims that are given one by one


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """One claim that a party holds a place; ``date`` is the day it holds for, or was first said.

    ``denied``: everybody who speaks of it denies it.
    """

    claim: str
    summary: str
    parties: tuple[str, ...]
    place: str
    lat: float | None
    lon: float | None
    precision: Precision
    date: str
    status: Status
    origins: int
    documents: int
    denied: bool


@dataclass(frozen=True, slots=True)
class Places:
    """Places, those with most claims first, and the latest claims of control, in time.

    One name with several coordinates or precisions is several places.
    """

    places: tuple[PlaceRow, ...]
    total: int
    control: tuple[ControlPoint, ...]
    control_total: int


def places(
    connection: Connection,
    where: ClaimFilter | None = None,
    most: int = 1_000,
    *,
    control: bool = True,
) -> Places:
    """The places of the claims that the filter lets through, at most ``most``.

    ``control``: whether claims of control are given one by one; they are counted in any case.
    """
    held = conditions(connection, where or NOTHING)
    inside = [_places.c.claim.in_(select(rows.c.n).where(*held))] if held else []
    by_place = (_places.c.name, _places.c.precision, _places.c.lat, _places.c.lon)
    contested = func.sum(case((rows.c.status == Status.CONTESTED.value, 1), else_=0))
    many = func.count()
    grouped = (
        select(
            *by_place,
            func.min(_places.c.country).label("country"),
            many.label("claims"),
            contested.label("contested"),
            func.count().over().label("total"),
        )
        .join(rows, rows.c.n == _places.c.claim)
        .where(*inside)
        .group_by(*by_place)
    )
    ordered = grouped.order_by(many.desc(), _places.c.name, _places.c.precision).limit(most)
    found = connection.execute(ordered).all()
    shown = tuple(
        PlaceRow(
            name=row.name,
            lat=row.lat,
            lon=row.lon,
            precision=Precision(row.precision),
            country=row.country,
            claims=row.claims,
            contested=row.contested,
        )
        for row in found
    )
    total = found[0].total if found else 0
    held = [*held, rows.c.kind == ClaimKind.CONTROL.value]
    given = _control(connection, held) if control else ()
    return Places(shown, total, given, _control_total(connection, held))


def _located(held: Sequence[ColumnElement[bool]]) -> Select[Any]:
    return (
        select(
            schema.claim_lines.c.record,
            _places.c.name,
            _places.c.precision,
            _places.c.lat,
            _places.c.lon,
        )
        .join(rows, rows.c.n == _places.c.claim)
        .join(schema.claim_lines, schema.claim_lines.c.n == rows.c.n)
        .where(*held)
    )


def _control(
    connection: Connection, held: Sequence[ColumnElement[bool]]
) -> tuple[ControlPoint, ...]:
    day = case((rows.c.time_to != "", rows.c.time_to), else_=rows.c.published)
    query = _located(held).order_by(day.desc(), rows.c.n, _places.c.n).limit(CONTROL)
    found = []
    for row in connection.execute(query):
        line = decode(ClaimRow, row.record)
        found.append(
            ControlPoint(
                claim=line.id,
                summary=line.summary,
                parties=line.actors,
                place=row.name,
                lat=row.lat,
                lon=row.lon,
                precision=Precision(row.precision),
                date=line.time_to or line.first_published[:10],
                status=line.status,
                origins=line.origins,
                documents=line.documents,
                denied=line.denials == line.mentions > 0,
            )
        )
    return tuple(reversed(found))


def _control_total(connection: Connection, held: Sequence[ColumnElement[bool]]) -> int:
    return connection.execute(
        select(func.count())
        .select_from(_places.join(rows, rows.c.n == _places.c.claim))
        .where(*held)
    ).scalar_one()
