"""The ledger as flat tables: how a book fills the rows that CSV and Parquet write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from twosource.anchors import words
from twosource.model import Claim, Document, Mention, Precision, Spans
from twosource.publishing.actors import actors
from twosource.publishing.book import Book
from twosource.publishing.exchange import judgement_records
from twosource.publishing.table_rows import (
    ActorRow,
    ClaimRow,
    ConflictRow,
    CopyRow,
    DocumentRow,
    JudgementRow,
    MentionRow,
    OriginRow,
    PlaceRow,
    ReasonRow,
    Row,
    SeriesRow,
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
