"""The ledger as flat tables: one frozen dataclass a table, its fields the columns.

CSV and Parquet write the same rows. Spans are written ``start:end`` in code points of the stored
text, several joined by ``;``; lists of names are joined by `` | ``. ``None`` is an empty cell:
unknown stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from twosource.anchors import words
from twosource.model import Claim, Document, Mention, Precision, Spans
from twosource.publishing.actors import actors
from twosource.publishing.book import Book
from twosource.publishing.exchange import judgement_records


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


def spans_text(spans: Spans) -> str | None:
    """``35:120;130:140``; ``None`` where there is no span."""
    return ";".join(f"{start}:{end}" for start, end in spans) or None


def _listed(names: tuple[str, ...]) -> str | None:
    return " | ".join(names) or None


def _document(book: Book, document: Document) -> DocumentRow:
    copy = book.copy_of.get(document.id)
    return DocumentRow(
        id=document.id,
        key=document.key,
        path=document.path,
        url=document.url,
        publisher=document.publisher,
        published_at=document.published_at,
        modified_at=document.modified_at,
        title=document.title,
        language=document.language,
        byline=document.byline,
        agency=document.agency,
        dateline=document.dateline,
        sha256=document.sha256,
        characters=len(document.text),
        derived_from=copy.original if copy else None,
        reuse=copy.reuse if copy else None,
    )


def _mention(book: Book, mention: Mention) -> MentionRow:
    document = book.document.get(mention.document)
    text = document.text if document else ""
    judged = book.judged.get(mention.id)
    return MentionRow(
        id=mention.id,
        document=mention.document,
        claim=book.claim_of.get(mention.id),
        content=words(text, mention.content),
        content_spans=spans_text(mention.content) or "",
        cue=words(text, mention.cue) or None,
        cue_spans=spans_text(mention.cue),
        source=words(text, mention.source) or None,
        source_spans=spans_text(mention.source),
        quote=mention.quote,
        chain=" < ".join(mention.chain) or None,
        asserter=mention.asserter,
        named=mention.named,
        evidence=mention.evidence,
        polarity=mention.polarity,
        certainty=mention.certainty,
        time_frame=mention.time_frame,
        loaded=words(text, mention.loaded) or None,
        loaded_spans=spans_text(mention.loaded),
        score=mention.score,
        accepted=judged is not None and judged.accepted,
        amended=_listed(tuple(c.field for c in judged.changes)) if judged else None,
    )


def _judgements(book: Book) -> Iterator[JudgementRow]:
    for made in judgement_records(book.judgements):
        yield JudgementRow(
            id=made.id,
            kind=made.kind,
            subjects=" | ".join(made.subjects),
            others=_listed(made.others),
            who=made.who,
            at=made.at,
            reason=made.reason,
            field=made.field,
            value=made.value,
            undone=made.undone,
        )


def _reasons(book: Book) -> Iterator[ReasonRow]:
    for mention in book.mentions:
        document = book.document.get(mention.document)
        text = document.text if document else ""
        for reason in mention.reasons:
            said = words(text, reason.spans) or None
            spans = spans_text(reason.spans)
            yield ReasonRow(mention.id, reason.field, reason.value, said, spans, reason.rule)


def _claim(book: Book, claim: Claim) -> ClaimRow:
    figure, time, transfer = claim.figure, claim.time, claim.transfer
    return ClaimRow(
        id=claim.id,
        kind=claim.kind,
        summary=claim.summary,
        status=claim.status,
        mentions=len(claim.mentions),
        documents=len({m.document for m in book.mentions_of(claim)}),
        independent_origins=claim.independent_origins,
        actors=_listed(claim.actors),
        measure=figure.measure if figure else None,
        figure_group=figure.group if figure else None,
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        unit=figure.unit if figure else None,
        qualifier=figure.qualifier if figure else None,
        time_from=time.start if time else None,
        time_to=time.end if time else None,
        time_edtf=time.edtf if time else None,
        transfer_from=transfer.giver if transfer else None,
        transfer_to=transfer.receiver if transfer else None,
        transfer_what=transfer.what if transfer else None,
        transfer_in_return=transfer.in_return if transfer else None,
    )


def _origins(book: Book) -> Iterator[OriginRow]:
    for claim in book.links.claims:
        for origin in claim.origins:
            yield OriginRow(
                claim=claim.id,
                actor=origin.actor,
                evidence=origin.evidence,
                documents=len(origin.documents),
                document_ids=" | ".join(origin.documents),
                counted=origin.counted,
                why=origin.why or None,
            )


def _places(book: Book) -> Iterator[PlaceRow]:
    for claim in book.links.claims:
        for p in claim.places:
            sort = None if p.precision is Precision.UNKNOWN else p.precision
            yield PlaceRow(claim.id, p.name, p.lat, p.lon, sort, p.country, p.admin)


def _conflicts(book: Book) -> Iterator[ConflictRow]:
    for conflict in book.links.conflicts:
        yield ConflictRow(conflict.a, conflict.b, conflict.type, conflict.why or None)


def _series(book: Book) -> Iterator[SeriesRow]:
    for at, series in enumerate(book.links.series, 1):
        for p in series.points:
            yield SeriesRow(
                at, series.measure, series.group, p.date, p.low, p.high, p.origin, p.claim
            )


def _copies(book: Book) -> Iterator[CopyRow]:
    for copy in book.links.copies:
        base = (copy.document, copy.original, copy.reuse)
        why = copy.why or None
        if not copy.passages:
            yield CopyRow(*base, None, None, None, None, why)
        for passage in copy.passages:
            yield CopyRow(*base, *passage.here, *passage.there, why)


def _actors(book: Book) -> Iterator[ActorRow]:
    for actor in actors(book):
        known = actor.identity
        for office in actor.offices or (None,):
            yield ActorRow(
                name=actor.name,
                kind=actor.kind,
                mentions=actor.mentions,
                wikidata=known.wikidata if known else None,
                country=known.country if known else None,
                office=office.words if office else None,
                office_first=office.first if office else None,
                office_last=office.last if office else None,
                office_mentions=office.mentions if office else None,
            )


@dataclass(frozen=True, slots=True)
class Table:
    """A named table: the type of its rows, and how a book gives them."""

    name: str
    row: type[Row]
    rows: Callable[[Book], Iterator[Row]]


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("documents", DocumentRow, lambda b: (_document(b, d) for d in b.documents)),
        Table("mentions", MentionRow, lambda b: (_mention(b, m) for m in b.mentions)),
        Table("reasons", ReasonRow, _reasons),
        Table("claims", ClaimRow, lambda b: (_claim(b, c) for c in b.links.claims)),
        Table("origins", OriginRow, _origins),
        Table("places", PlaceRow, _places),
        Table("conflicts", ConflictRow, _conflicts),
        Table("series", SeriesRow, _series),
        Table("copies", CopyRow, _copies),
        Table("actors", ActorRow, _actors),
        Table("rejected", MentionRow, lambda b: (_mention(b, m) for m in b.rejected)),
        Table("judgements", JudgementRow, _judgements),
    )
}
