"""The records of the public exchange format ``twosource-ledger/1``.

The structs *are* the format: field names are fixed, fields may be added, never renamed or
re-typed. ``None`` stands where a text does not fix a value. One record a line, so that two exports
can be compared with ordinary tools. The JSON Schema stands in ``schema/ledger.schema.json``.
"""

from __future__ import annotations

import msgspec

from twosource.model import Span, Spans

Number = int | float | None


class DocumentRecord(msgspec.Struct, frozen=True):
    """A document, without its text."""

    id: str
    path: str | None
    url: str | None
    publisher: str | None
    published_at: str | None
    title: str | None
    language: str | None
    sha256: str
    derived_from: str | None
    reuse: float
    key: str
    modified_at: str | None
    byline: str | None
    agency: str | None
    dateline: str | None
    characters: int


class RelayRecord(msgspec.Struct, frozen=True):
    """One link of a chain with the words that name it."""

    name: str
    spans: Spans
    named: str
    kind: str | None
    office: str | None
    office_spans: Spans


class OfficeRecord(msgspec.Struct, frozen=True):
    """What a person was called besides, and from when to when documents called them so."""

    office: str
    first: str | None
    last: str | None
    mentions: int


class ActorRecord(msgspec.Struct, frozen=True):
    """One who stands in a chain."""

    name: str
    kind: str | None
    mentions: int
    wikidata: str | None
    country: str | None
    offices: tuple[OfficeRecord, ...]


class ReasonRecord(msgspec.Struct, frozen=True):
    """The words that decided one value, and the rule that read them so."""

    field: str
    value: str
    spans: Spans
    rule: str


class AmendedRecord(msgspec.Struct, frozen=True):
    """One value that a person set, beside the machine's, both as people write them."""

    field: str
    machine: str
    value: str
    judgement: str


class JudgementRecord(msgspec.Struct, frozen=True):
    """One decision of a person; ``value`` as people write it, ``undone`` where taken back."""

    id: str
    kind: str
    subjects: tuple[str, ...]
    others: tuple[str, ...]
    who: str
    at: str
    reason: str
    field: str | None
    value: str | None
    undone: bool


class MentionRecord(msgspec.Struct, frozen=True):
    """One statement in one document."""

    id: str
    document: str
    content: Spans
    cue: Spans
    source: Spans
    quote: str
    chain: tuple[str, ...]
    named: str
    evidence: str
    polarity: str
    certainty: str
    time_frame: str
    loaded: Spans
    claim: str | None
    relays: tuple[RelayRecord, ...]
    reasons: tuple[ReasonRecord, ...]
    score: float | None
    accepted: bool = False
    amended: tuple[AmendedRecord, ...] = ()


class FigureRecord(msgspec.Struct, frozen=True):
    """A quantity; a bound that the text does not fix is null."""

    measure: str
    group: str | None
    low: Number
    high: Number
    unit: str
    qualifier: str | None
    cumulative: bool | None


class PlaceRecord(msgspec.Struct, frozen=True):
    """A place; coordinates in degrees, null where it stays ambiguous, as is what nobody says."""

    name: str
    lat: float | None
    lon: float | None
    precision: str | None
    country: str | None
    admin: str | None


class TimeRecord(msgspec.Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """First and last day of the thing claimed.

    Two fields only: whoever compares times compares this object as a whole.
    """

    start: str
    end: str


class TransferRecord(msgspec.Struct, frozen=True, rename={"giver": "from", "receiver": "to"}):
    """Who gives whom what, in return for what."""

    giver: str | None
    receiver: str | None
    what: str | None
    in_return: str | None


class OriginRecord(msgspec.Struct, frozen=True):
    """A root asserter; ``counted`` is false where it is not shown to be independent."""

    actor: str
    evidence: str
    documents: tuple[str, ...]
    mentions: tuple[str, ...]
    counted: bool
    why: str


class ClaimRecord(msgspec.Struct, frozen=True):
    """One proposition."""

    id: str
    kind: str
    summary: str
    figure: FigureRecord | None
    actors: tuple[str, ...]
    places: tuple[PlaceRecord, ...]
    time: TimeRecord | None
    edtf: str | None
    transfer: TransferRecord | None
    origins: tuple[OriginRecord, ...]
    independent_origins: int
    status: str
    mentions: tuple[str, ...]
    why: tuple[str, ...]


class ConflictRecord(msgspec.Struct, frozen=True):
    """Two claims that cannot both be true."""

    a: str
    b: str
    type: str
    why: str


class PointRecord(msgspec.Struct, frozen=True):
    """One value of a series."""

    claim: str
    date: str
    low: Number
    high: Number
    origin: str


class SeriesRecord(msgspec.Struct, frozen=True):
    """The same quantity over time."""

    measure: str
    group: str | None
    points: tuple[PointRecord, ...]


class PassageRecord(msgspec.Struct, frozen=True):
    """A stretch that stands in both documents of a copy."""

    here: Span
    there: Span


class CopyRecord(msgspec.Struct, frozen=True):
    """One document that reprints or rewrites another, with the passages that show it."""

    document: str
    original: str
    reuse: float
    passages: tuple[PassageRecord, ...]
    why: str
