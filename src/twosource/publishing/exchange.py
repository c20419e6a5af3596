"""The ledger as JSON: a book written as the records of the exchange format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from twosource.judging import Change, Judgement, undone
from twosource.judging.shown import shown
from twosource.model import (
    Claim,
    Conflict,
    Document,
    Figure,
    Mention,
    Origin,
    Place,
    Precision,
    Relay,
    Series,
    TimeRange,
    Transfer,
)
from twosource.publishing.actors import Actor, actors
from twosource.publishing.book import Book
from twosource.publishing.records import (
    ActorRecord,
    AmendedRecord,
    ClaimRecord,
    ConflictRecord,
    CopyRecord,
    DocumentRecord,
    FigureRecord,
    JudgementRecord,
    MentionRecord,
    Number,
    OfficeRecord,
    OriginRecord,
    PassageRecord,
    PlaceRecord,
    PointRecord,
    ReasonRecord,
    RelayRecord,
    SeriesRecord,
    TimeRecord,
    TransferRecord,
)

FORMAT = "twosource-ledger/1"


def number(value: float | None) -> Number:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and float(value).is_integer() else value


def document_record(book: Book, document: Document) -> DocumentRecord:
    """One document with the one it was taken from."""
    copy = book.copy_of.get(document.id)
    return DocumentRecord(
        id=document.id,
        path=document.path,
        url=document.url,
        publisher=document.publisher,
        published_at=document.published_at,
        title=document.title,
        language=document.language,
        sha256=document.sha256,
        derived_from=copy.original if copy else None,
        reuse=copy.reuse if copy else 0.0,
        key=document.key,
        modified_at=document.modified_at,
        byline=document.byline,
        agency=document.agency,
        dateline=document.dateline,
        characters=len(document.text),
    )


def mention_record(book: Book, mention: Mention) -> MentionRecord:
    """One mention with its claim, as it stands and with what people made of it."""
    judged = book.judged.get(mention.id)
    return MentionRecord(
        id=mention.id,
        document=mention.document,
        content=mention.content,
        cue=mention.cue,
        source=mention.source,
        quote=mention.quote,
        chain=mention.chain,
        named=mention.named,
        evidence=mention.evidence,
        polarity=mention.polarity,
        certainty=mention.certainty,
        time_frame=mention.time_frame,
        loaded=mention.loaded,
        claim=book.claim_of.get(mention.id),
        relays=tuple(_relay(r) for r in mention.relays),
        reasons=tuple(ReasonRecord(r.field, r.value, r.spans, r.rule) for r in mention.reasons),
        score=mention.score,
        accepted=judged.accepted if judged else False,
        amended=tuple(map(amended_record, judged.changes)) if judged else (),
    )


def _relay(relay: Relay) -> RelayRecord:
    return RelayRecord(
        relay.name, relay.spans, relay.named, relay.kind, relay.office, relay.office_spans
    )


def actor_record(actor: Actor) -> ActorRecord:
    """One actor with the offices held."""
    offices = (OfficeRecord(o.words, o.first, o.last, o.mentions) for o in actor.offices)
    known = actor.identity
    return ActorRecord(
        name=actor.name,
        kind=actor.kind,
        mentions=actor.mentions,
        wikidata=known.wikidata if known else None,
        country=known.country if known else None,
        offices=tuple(offices),
    )


def amended_record(change: Change) -> AmendedRecord:
    """One amended value beside the machine's."""
    return AmendedRecord(
        change.field,
        shown(change.field, change.machine),
        shown(change.field, change.value),
        change.judgement.id,
    )


def judgement_records(made: Sequence[Judgement]) -> Iterator[JudgementRecord]:
    """All judgements, as they came in."""
    gone = undone(made)
    for each in made:
        value = each.value
        if each.field is not None and value is not None:
            value = shown(each.field, value)
        yield JudgementRecord(
            id=each.id,
            kind=each.kind,
            subjects=each.subjects,
            others=each.others,
            who=each.who,
            at=each.at,
            reason=each.reason,
            field=each.field,
            value=value,
            undone=each.id in gone,
        )


def _figure(figure: Figure | None) -> FigureRecord | None:
    if figure is None:
        return None
    return FigureRecord(
        measure=figure.measure,
        group=figure.group,
        low=number(figure.low),
        high=number(figure.high),
        unit=figure.unit,
        qualifier=figure.qualifier,
        cumulative=figure.cumulative,
    )


def _place(place: Place) -> PlaceRecord:
    precision = None if place.precision is Precision.UNKNOWN else place.precision
    return PlaceRecord(place.name, place.lat, place.lon, precision, place.country, place.admin)


def _time(time: TimeRange | None) -> TimeRecord | None:
    return TimeRecord(time.start, time.end) if time else None


def _transfer(transfer: Transfer | None) -> TransferRecord | None:
    if transfer is None:
        return None
    return TransferRecord(transfer.giver, transfer.receiver, transfer.what, transfer.in_return)


def _origin(origin: Origin) -> OriginRecord:
    return OriginRecord(
        origin.actor, origin.evidence, origin.documents, origin.mentions, origin.counted, origin.why
    )


def claim_record(claim: Claim) -> ClaimRecord:
    """One claim with its origins."""
    return ClaimRecord(
        id=claim.id,
        kind=claim.kind,
        summary=claim.summary,
        figure=_figure(claim.figure),
        actors=claim.actors,
        places=tuple(map(_place, claim.places)),
        time=_time(claim.time),
        edtf=claim.time.edtf if claim.time else None,
        transfer=_transfer(claim.transfer),
        origins=tuple(map(_origin, claim.origins)),
        independent_origins=claim.independent_origins,
        status=claim.status,
        mentions=claim.mentions,
        why=claim.why,
    )


def conflict_record(conflict: Conflict) -> ConflictRecord:
    """One conflict."""
    return ConflictRecord(conflict.a, conflict.b, conflict.type, conflict.why)


def series_record(series: Series) -> SeriesRecord:
    """One series with its points."""
    points = (
        PointRecord(p.claim, p.date, number(p.low), number(p.high), p.origin) for p in series.points
    )
    return SeriesRecord(series.measure, series.group, tuple(points))


def copy_records(book: Book) -> Iterator[CopyRecord]:
    """All copies with their passages."""
    for copy in book.links.copies:
        passages = tuple(PassageRecord(p.here, p.there) for p in copy.passages)
        yield CopyRecord(copy.document, copy.original, copy.reuse, passages, copy.why)


def _array(name: str, records: Iterable[object]) -> Iterator[bytes]:
    yield b',\n"' + name.encode() + b'": ['
    separator = b"\n "
    for record in records:
        yield separator + msgspec.json.encode(record)
        separator = b",\n "
    yield b"\n]"


def ledger_json(book: Book) -> Iterator[bytes]:
    """The whole ledger as UTF-8 JSON, piece by piece."""
    yield b'{\n"format": ' + msgspec.json.encode(FORMAT)
    yield from _array("documents", (document_record(book, d) for d in book.documents))
    yield from _array("mentions", (mention_record(book, m) for m in book.mentions))
    yield from _array("claims", map(claim_record, book.links.claims))
    yield from _array("conflicts", map(conflict_record, book.links.conflicts))
    yield from _array("series", map(series_record, book.links.series))
    yield from _array("copies", copy_records(book))
    yield from _array("actors", map(actor_record, actors(book)))
    yield from _array("alerts", ())
    yield from _array("rejected", (mention_record(book, m) for m in book.rejected))
    yield from _array("judgements", judgement_records(book.judgements))
    yield b"\n}\n"
