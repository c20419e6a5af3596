"""The words of the ledger as frozen types; no behaviour beyond validation.

All spans are ``[start, end)`` offsets in Unicode code points into ``Document.text`` exactly as
stored. The exported names and values are fixed by the exchange format; fields may be added, never
renamed or re-typed. ``None`` and the empty tuple mean *unknown* or *not there*: nothing here ever
stands for a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
Spans = tuple[Span, ...]


class Quote(StrEnum):
    """How the content stands in the text; ``NONE`` = a statement nobody is credited with."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NONE = "none"


class Named(StrEnum):
    """Can the root asserter be identified? "officials said" = unnamed, "analysts" = collective."""

    NAMED = "named"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    NONE = "none"


class Evidence(StrEnum):
    """What the root asserter is said to rest on."""

    OFFICIAL = "official"
    INTELLIGENCE = "intelligence"
    INTERCEPT = "intercept"
    IMAGERY = "imagery"
    WITNESS = "witness"
    DOCUMENT = "document"
    MEDIA = "media"
    EXPERT = "expert"
    NONE = "none"


class Polarity(StrEnum):
    """Affirmed, or denied by the asserter."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Certainty(StrEnum):
    """The asserter's own hedging, not the reader's trust; a plain statement is ``UNSTATED``."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


class TimeFrame(StrEnum):
    """When the thing claimed lies; ``FUTURE`` = forecast, plan or threat."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class ClaimKind(StrEnum):
    """What sort of proposition a claim is."""

    FIGURE = "figure"
    CONTROL = "control"
    DEPLOYMENT = "deployment"
    ATTACK = "attack"
    TRANSFER = "transfer"
    AGREEMENT = "agreement"
    MEASURE = "measure"
    CAPABILITY = "capability"
    STATEMENT = "statement"


class Measure(StrEnum):
    """What a figure counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    MISSING = "missing"
    STRENGTH = "strength"
    DISPLACED = "displaced"
    EQUIPMENT = "equipment"
    RATE = "rate"
    MONEY = "money"
    OTHER = "other"


class Precision(StrEnum):
    """How exactly a place is known.

    ``UNKNOWN`` (exported as null): no coordinates, and nothing tells what sort of place it is.
    """

    POINT = "point"
    CITY = "city"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class ActorKind(StrEnum):
    """What sort of actor a name stands for."""

    PERSON = "person"
    AGENCY = "agency"
    STATE = "state"
    OUTLET = "outlet"
    GROUP = "group"
    FORCE = "force"


class Status(StrEnum):
    """Where a claim stands, computed from its origins and conflicts."""

    UNATTRIBUTED = "unattributed"
    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"


class ConflictType(StrEnum):
    """Why two claims cannot both be true."""

    FIGURE = "figure"
    CONTROL = "control"
    DENIAL = "denial"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Document:
    """One publication at one moment.

    ``id`` names this version; ``key`` is the same for all versions of one publication (its
    canonical address, the id its file gave, or its path). ``text`` is what spans point into.
    ``title_span`` is where the title stands *in* ``text`` (``None`` where it is metadata only).
    Times are ISO 8601 as far as the source states them.
    """

    id: str
    key: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    path: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    title: str | None = None
    title_span: Span | None = None
    language: str | None = None
    byline: str | None = None
    agency: str | None = None  # wire credit: "By X, Reuters", "(AFP) -", "Reporting by"
    dateline: str | None = None  # the place a dispatch was filed from, as written
    feed_source: str | None = None  # <source> of the feed entry it came in
    cites: tuple[str, ...] = ()  # isBasedOn, citation: addresses the publisher says it rests on


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of one statement as a reader (rules or tagger) finds them; no values yet.

    ``cue`` and ``source`` are empty where nobody is credited. ``score`` is the reader's own
    calibrated confidence in 0..1, ``None`` where it has none. ``parent`` is the index, in the same
    list, of the attribution whose content holds this one (reporting within reporting).
    """

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    quote: Quote = Quote.NONE
    score: float | None = None
    parent: int | None = None
    rule: str = ""
    relay: bool = False  # its whole content is another attribution: a link of a chain only


@dataclass(frozen=True, slots=True)
class Reason:
    """The words that decided one value of a mention, and the rule that read them so."""

    field: str
    value: str
    spans: Spans
    rule: str


@dataclass(frozen=True, slots=True)
class Relay:
    """One link of a chain: who passed the statement on.

    ``name`` is canonical where an actor was recognised, otherwise the source's words without
    article. ``spans`` are the words that name it here, empty where metadata (byline, agency
    credit, feed) named it. ``office`` is what a person is there called besides ("Chad's foreign
    minister"), as written at ``office_spans``.
    """

    name: str
    spans: Spans = ()
    named: Named = Named.NONE
    kind: ActorKind | None = None
    office: str | None = None
    office_spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. ``low``/``high`` are ``None`` where the text fixes no bound ("dozens")."""

    measure: Measure
    low: float | None
    high: float | None
    unit: str
    group: str | None = None
    qualifier: str | None = None  # "at least", "up to", "about", "more than": as written, folded
    cumulative: bool | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with coordinates in degrees (WGS 84); ``lat``/``lon`` ``None`` where ambiguous."""

    name: str
    lat: float | None
    lon: float | None
    precision: Precision
    country: str | None = None  # ISO 3166-1 alpha-2
    admin: str | None = None  # first-order division, as the gazetteer names it
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class TimeRange:
    """First and last day (``YYYY-MM-DD``) of the thing claimed; ``edtf`` keeps uncertainty."""

    start: str
    end: str
    edtf: str | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Transfer:
    """Who gives whom what, in return for what; each as named in the text, canonical if known."""

    giver: str | None
    receiver: str | None
    what: str | None
    in_return: str | None = None


@dataclass(frozen=True, slots=True)
class Values:
    """What grounding made of one mention."""

    kind: ClaimKind = ClaimKind.STATEMENT
    figure: Figure | None = None
    actors: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    time: TimeRange | None = None
    transfer: Transfer | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement in one document, anchored and valued."""

    id: str
    document: str
    content: Spans
    cue: Spans
    source: Spans
    quote: Quote
    relays: tuple[Relay, ...] = ()
    named: Named = Named.NONE
    evidence: Evidence = Evidence.NONE
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.UNSTATED
    time_frame: TimeFrame = TimeFrame.PRESENT
    loaded: Spans = ()
    values: Values = Values()
    reasons: tuple[Reason, ...] = ()
    score: float | None = None

    @property
    def chain(self) -> tuple[str, ...]:
        """Names from the reporter outward to the root asserter."""
        return tuple(relay.name for relay in self.relays)

    @property
    def asserter(self) -> str | None:
        """The root asserter's name, ``None`` where nobody is credited."""
        return self.relays[-1].name if self.relays else None


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with its mentions: the result of the per-document stage."""

    document: Document
    mentions: tuple[Mention, ...]
    notes: tuple[str, ...] = ()  # one line each: why something was not read


@dataclass(frozen=True, slots=True)
class Origin:
    """A root asserter who vouches for a claim, with the documents that carry it.

    ``counted`` is false where the texts do not show it to be independent; ``why`` says so.
    """

    actor: str
    evidence: Evidence
    documents: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    counted: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, however many documents carry it."""

    id: str
    kind: ClaimKind
    summary: str
    mentions: tuple[str, ...]
    figure: Figure | None = None
    actors: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    time: TimeRange | None = None
    transfer: Transfer | None = None
    origins: tuple[Origin, ...] = ()
    independent_origins: int = 0
    status: Status = Status.UNATTRIBUTED
    why: tuple[str, ...] = ()  # one line per merge: what joined the mentions


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both be true (``a == b``: one affirmed and denied)."""

    a: str
    b: str
    type: ConflictType
    why: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that stands in both documents of a copy."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """``document`` reprints or rewrites ``original``; ``reuse``: its share of copied sentences."""

    document: str
    original: str
    reuse: float
    passages: tuple[Passage, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One value of a series; ``date`` is ``YYYY-MM-DD``."""

    claim: str
    date: str
    low: float | None
    high: float | None
    origin: str


@dataclass(frozen=True, slots=True)
class Series:
    """The same quantity over time, by origin."""

    measure: Measure
    group: str | None
    points: tuple[SeriesPoint, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one incident, earliest first.

    ``words`` are the most telling ones that most of them share, ``places`` (folded names) those
    that at least half of them name, ``first`` and ``last`` the days of publication.
    """

    id: str
    documents: tuple[str, ...]
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """Everything linking found over all documents."""

    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    series: tuple[Series, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One clear line about input that could not be read: what is wrong, and what to do."""

    path: str
    what: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.what}" + (f"; {self.advice}" if self.advice else "")
