"""The lines of lists: small frozen types that a table, a list or a conflict shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model import (
    Certainty,
    ClaimKind,
    Evidence,
    Figure,
    Measure,
    Named,
    Polarity,
    Precision,
    Quote,
    Status,
    Transfer,
)
from twosource.offices import Office

SHOWN = 8  # names of asserters or places that a line carries; the counts say how many there are


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as a table shows it.

    ``documents`` and ``outlets`` count those that carry the claim (those that deny it only where
    nobody affirms it); ``outlets`` is ``None`` where no publisher is known. ``asserters`` are at
    most `SHOWN` of ``asserter_count``: counted origins, others who affirm it, those who deny it;
    the first ``vouched`` are counted origins, the first ``affirming`` say it. Days are ISO 8601,
    ``""`` where unknown.
    """

    id: str
    summary: str
    kind: ClaimKind
    status: Status
    origins: int
    mentions: int
    documents: int
    outlets: int | None
    denials: int
    conflicts: int
    figure: Figure | None = None
    transfer: Transfer | None = None
    time_from: str = ""
    time_to: str = ""
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    asserters: tuple[str, ...] = ()
    asserter_count: int = 0
    vouched: int = 0
    affirming: int = 0
    evidence: tuple[Evidence, ...] = ()
    certainty: tuple[Certainty, ...] = ()
    first_published: str = ""
    last_published: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document version; ``outlet`` is publisher or agency; ``came`` when it was stored (UTC).

    ``copied_from`` is the document that it copies most, ``reuse`` the share of copied sentences.
    """

    id: str
    key: str
    version: int
    current: bool
    title: str
    outlet: str
    published_at: str
    came: str
    language: str
    url: str
    mentions: int
    copied_from: str | None = None
    reuse: float | None = None


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention with the name of its document; ``content`` and ``source`` are its words."""

    id: str
    document: str
    title: str
    outlet: str
    published_at: str
    content: str
    source: str
    chain: tuple[str, ...]
    quote: Quote
    named: Named
    evidence: Evidence
    polarity: Polarity
    certainty: Certainty
    claim: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place with how many claims are about it; coordinates ``None`` where ambiguous."""

    name: str
    lat: float | None
    lon: float | None
    precision: Precision
    country: str | None
    claims: int
    contested: int


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


class Role(StrEnum):
    """As what somebody is a source: on whose word a claim stands, or who printed it."""

    ASSERTER = "asserter"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One asserter or outlet with what it said; no score.

    ``alone``: claims with no other independent origin (asserter) or carried by no other outlet.
    ``revised``: figures for which it later gave another value (asserters only). ``contested``:
    claims that stand in a conflict. ``denies``: mentions in which it denies something.
    ``copies``: documents that copy another's (outlets only). ``offices``: what texts call a person
    besides (asserters only).
    """

    role: Role
    name: str
    mentions: int
    claims: int
    documents: int
    outlets: int
    alone: int
    contested: int
    denies: int
    revised: int
    copies: int
    unnamed: bool
    evidence: tuple[Evidence, ...]
    first_published: str
    last_published: str
    offices: tuple[Office, ...] = ()
