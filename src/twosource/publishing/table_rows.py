"""The rows of the flat tables: one frozen dataclass a table, its fields the columns.

Spans are written ``start:end`` in code points of the stored text, several joined by ``;``; lists of
names are joined by `` | ``. ``None`` is an empty cell: unknown stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One version of one publication."""

    id: str
    key: str
    path: str | None
    url: str | None
    publisher: str | None
    published_at: str | None
    modified_at: str | None
    title: str | None
    language: str | None
    byline: str | None
    agency: str | None
    dateline: str | None
    sha256: str
    characters: int
    derived_from: str | None
    reuse: float | None


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One statement in one document, spans beside their words."""

    id: str
    document: str
    claim: str | None
    content: str
    content_spans: str
    cue: str | None
    cue_spans: str | None
    source: str | None
    source_spans: str | None
    quote: str
    chain: str | None
    asserter: str | None
    named: str
    evidence: str
    polarity: str
    certainty: str
    time_frame: str
    loaded: str | None
    loaded_spans: str | None
    score: float | None
    accepted: bool
    amended: str | None


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """One decision of a person; ``value`` as people write it."""

    id: str
    kind: str
    subjects: str
    others: str | None
    who: str
    at: str
    reason: str
    field: str | None
    value: str | None
    undone: bool


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """The words that decided one value of a mention."""

    mention: str
    field: str
    value: str
    words: str | None
    spans: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One proposition with its figure, time and transfer."""

    id: str
    kind: str
    summary: str
    status: str
    mentions: int
    documents: int
    independent_origins: int
    actors: str | None
    measure: str | None
    figure_group: str | None
    low: float | None
    high: float | None
    unit: str | None
    qualifier: str | None
    time_from: str | None
    time_to: str | None
    time_edtf: str | None
    transfer_from: str | None
    transfer_to: str | None
    transfer_what: str | None
    transfer_in_return: str | None


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One root asserter of a claim."""

    claim: str
    actor: str
    evidence: str
    documents: int
    document_ids: str
    counted: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of a claim; degrees, WGS 84."""

    claim: str
    name: str
    lat: float | None
    lon: float | None
    precision: str | None
    country: str | None
    admin: str | None


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Two claims that cannot both be true."""

    a: str
    b: str
    type: str
    why: str | None


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One point of a series; ``series`` numbers them from 1."""

    series: int
    measure: str
    figure_group: str | None
    date: str
    low: float | None
    high: float | None
    origin: str
    claim: str


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One passage that stands in both documents; a copy without passages has one row."""

    document: str
    original: str
    reuse: float
    start: int | None
    end: int | None
    original_start: int | None
    original_end: int | None
    why: str | None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One who stands in a chain, once for each office; ``office`` is empty for others."""

    name: str
    kind: str | None
    mentions: int
    wikidata: str | None
    country: str | None
    office: str | None
    office_first: str | None
    office_last: str | None
    office_mentions: int | None


Row = (
    DocumentRow
    | MentionRow
    | ReasonRow
    | ClaimRow
    | OriginRow
    | PlaceRow
    | ConflictRow
    | SeriesRow
    | CopyRow
    | ActorRow
    | JudgementRow
)
