"""Where claims lie, and who is said to hold what."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from twosource.ledger.queries.filters import ClaimFilter
from twosource.ledger.queries.rows import PlaceRow
from twosource.model import Precision, Status

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
    """Places, those with most claims first, and the claims of control by day."""

    places: tuple[PlaceRow, ...]
    total: int
    control: tuple[ControlPoint, ...]
    control_total: int


def places(connection: Connection, where: ClaimFilter | None = None, most: int = 1_000) -> Places:
    """The places of the claims that the filter lets through, at most ``most``."""
    raise NotImplementedError
