"""One claim, mention or document as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.anchors import words
from twosource.cli.terminal import shortened
from twosource.model import Claim, Document, Mention, Origin, Place, Polarity, Reason
from twosource.outlets import outlets
from twosource.publishing import phrases
from twosource.publishing.book import Book

WIDTH = 160


def lines(book: Book, kind: str, identity: str, *, explain: bool) -> Iterator[str]:
    """The lines for one thing of the book; ``explain`` adds the words and rules behind values."""
    if kind == "claim":
        yield from _claim(book, book.claim[identity], explain=explain)
    elif kind == "mention":
        yield from _mention(book, book.mention[identity], explain=explain)
    else:
        yield from _document(book, book.document[identity], explain=explain)


def _row(label: str, value: str | None) -> Iterator[str]:
    if value:
        yield f"  {label + ':':<15}{value}"


def _named(document: Document | None, name: str) -> str:
    if document is None:
        return name
    about = [document.publisher or "", phrases.moment(document.published_at)]
    shown = shortened(document.title or document.key, 80)
    return f"{shown} ({', '.join(filter(None, about))})" if any(about) else shown


def _place(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return f"{place.name} (no coordinates: several places of that name, or none known)"
    return f"{place.name} ({place.lat:.2f}, {place.lon:.2f}; {place.precision})"


def _claim(book: Book, claim: Claim, *, explain: bool) -> Iterator[str]:
    yield f"claim {claim.id}: {claim.summary}"
    yield from _row("kind", claim.kind)
    yield from _row("status", f"{claim.status} ({phrases.STATUS_MEANS[claim.status]})")
    yield from _row("figure", phrases.figure(claim.figure))
    yield from _row("actors", ", ".join(claim.actors))
    yield from _row("places", ", ".join(map(_place, claim.places)))
    yield from _row("time", phrases.period(claim.time) if claim.time else None)
    yield from _row("transfer", phrases.transfer(claim.transfer))
    carriers = [m for m in book.mentions_of(claim) if m.polarity is not Polarity.DENIED]
    documents = {mention.document for mention in carriers}
    known = outlets(book.document.get(name) for name in documents)
    yield from _row("carried by", phrases.counted(len(documents), "document"))
    yield from _row("outlets", phrases.outlets(known))
    yield from _row("independent", phrases.counted(claim.independent_origins, "origin"))
    for origin in claim.origins:
        yield from _origin(book, origin)
    for mention in book.mentions_of(claim):
        if mention.polarity is Polarity.DENIED:
            yield f"  ✗ denied by {mention.asserter or 'nobody named'}"
            yield f"      {_said(book, mention)}"
    if explain:
        for line in claim.why:
            yield f"  why: {line}"
    for conflict in book.conflicts_of.get(claim.id, ()):
        other = conflict.b if conflict.a == claim.id else conflict.a
        against = "its own denial" if other == claim.id else f"{other}: {_summary(book, other)}"
        yield f"  ◆ conflict ({conflict.type}) with {against}"
        if explain and conflict.why:
            yield f"      {conflict.why}"


def _summary(book: Book, name: str) -> str:
    claim = book.claim.get(name)
    return shortened(claim.summary, 100) if claim else ""


def _origin(book: Book, origin: Origin) -> Iterator[str]:
    mark = "●" if origin.counted else "○"
    yield f"  {mark} {origin.actor} ({origin.evidence})" + (
        "" if origin.counted else "  not counted"
    )
    if origin.why:
        yield f"      {origin.why}"
    for name in origin.mentions:
        if name in book.mention:
            yield f"      {_said(book, book.mention[name])}"


def _said(book: Book, mention: Mention) -> str:
    document = book.document.get(mention.document)
    said = words(document.text, mention.content) if document else ""
    chain = " < ".join(mention.chain)
    about = f"{chain}; " if len(mention.chain) > 1 else ""
    return f"{mention.id}  “{shortened(said, 90)}” {about}{_named(document, mention.document)}"


def _mention(book: Book, mention: Mention, *, explain: bool) -> Iterator[str]:
    document = book.document[mention.document]
    text = document.text
    yield f"mention {mention.id}: “{shortened(words(text, mention.content), WIDTH)}”"
    yield from _row("document", f"{document.id}  {_named(document, document.id)}")
    yield from _row("where", _where(text, mention))
    yield from _row("cue", words(text, mention.cue))
    yield from _row("source", words(text, mention.source))
    yield from _row("chain", " < ".join(mention.chain) or "nobody is credited")
    yield from _row("quote", f"{mention.quote}; asserter {mention.named}")
    yield from _row("evidence", f"{mention.evidence} ({phrases.EVIDENCE_MEANS[mention.evidence]})")
    yield from _row("certainty", f"{mention.certainty}; {mention.polarity}; {mention.time_frame}")
    yield from _row("loaded", words(text, mention.loaded))
    values = mention.values
    yield from _row("kind", values.kind)
    yield from _row("figure", phrases.figure(values.figure))
    yield from _row("actors", ", ".join(values.actors))
    yield from _row("places", ", ".join(map(_place, values.places)))
    yield from _row("time", phrases.period(values.time) if values.time else None)
    yield from _row("transfer", phrases.transfer(values.transfer))
    claim = book.claim_of.get(mention.id)
    yield from _row("claim", f"{claim}  {_summary(book, claim)}" if claim else None)
    if explain:
        yield from _reasons(text, mention.reasons)


def _where(text: str, mention: Mention) -> str:
    start = mention.content[0][0] if mention.content else 0
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return f"line {line}, column {column} (character {start})"


def _reasons(text: str, reasons: tuple[Reason, ...]) -> Iterator[str]:
    for reason in reasons:
        value = reason.value or "left empty"
        yield f"  why {reason.field} = {value}: “{words(text, reason.spans)}” ({reason.rule})"
    if not reasons:
        yield "  why: no value was decided by words of the text"


def _document(book: Book, document: Document, *, explain: bool) -> Iterator[str]:
    yield f"document {document.id}: {document.title or document.key}"
    yield from _row("publisher", document.publisher)
    yield from _row("published", phrases.moment(document.published_at))
    yield from _row("modified", phrases.moment(document.modified_at))
    yield from _row("byline", document.byline)
    yield from _row("agency", document.agency)
    yield from _row("dateline", document.dateline)
    yield from _row("language", document.language)
    yield from _row("address", document.url)
    yield from _row("file", document.path)
    yield from _row("archived", f"sha256 {document.sha256}")
    for copy in book.links.copies:
        if copy.document == document.id:
            original = _named(book.document.get(copy.original), copy.original)
            yield from _row("copied from", f"{copy.original} ({copy.reuse:.0%})  {original}")
        else:
            taken = _named(book.document.get(copy.document), copy.document)
            yield from _row("copied by", f"{copy.document} ({copy.reuse:.0%})  {taken}")
    mentions = book.mentions_in.get(document.id, ())
    yield f"  {phrases.counted(len(mentions), 'mention')}"
    for mention in mentions:
        said = shortened(words(document.text, mention.content), 100)
        who = " < ".join(mention.chain) or "nobody credited"
        yield f"  {mention.id}  {who} [{mention.evidence}]: “{said}”"
        if explain:
            yield from (f"  {line}" for line in _reasons(document.text, mention.reasons))
