"""Each document with its mentions marked, and what it shares with others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twosource.model import Copy, Document
from twosource.publishing.book import Book
from twosource.publishing.marking import Run, runs
from twosource.publishing.safe import anchor, web_address
from twosource.publishing.views.common import (
    ClaimLine,
    DocumentName,
    MentionView,
    document_name,
    mention_view,
)
from twosource.publishing.views.judgements import Verdict, about


@dataclass(frozen=True, slots=True)
class PassageView:
    """One copied passage in both documents."""

    anchor: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class CopyView:
    """One copy as either side sees it: the other document, its share, the passages."""

    other: DocumentName
    percent: int
    why: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a document's record."""

    name: str
    value: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document's page."""

    name: DocumentName
    facts: tuple[Fact, ...]
    language: str
    runs: tuple[Run, ...]
    mentions: tuple[MentionView, ...]
    claims: int
    copy: CopyView | None
    copies: tuple[CopyView, ...]
    versions: tuple[DocumentName, ...]
    version: int
    history: tuple[Verdict, ...] = ()


def _facts(document: Document) -> tuple[Fact, ...]:
    size = f"{len(document.text):,} characters"
    given = (
        ("Address", document.url, web_address(document.url)),
        ("File", document.path, None),
        ("Byline", document.byline, None),
        ("Agency credit", document.agency, None),
        ("Dateline", document.dateline, None),
        ("Feed", document.feed_source, None),
        ("Language", document.language, None),
        ("Length", size, None),
        ("SHA-256", document.sha256, None),
    )
    return tuple(Fact(name, value, link) for name, value, link in given if value)


def _copy_view(book: Book, copy: Copy, other: str) -> CopyView | None:
    here, there = book.document.get(copy.document), book.document.get(copy.original)
    shown = book.document.get(other)
    if here is None or there is None or shown is None:
        return None
    passages = tuple(
        PassageView(
            anchor("p", f"{copy.document}-{at}"),
            here.text[slice(*passage.here)],
            there.text[slice(*passage.there)],
        )
        for at, passage in enumerate(copy.passages)
    )
    return CopyView(document_name(shown), round(copy.reuse * 100), copy.why, passages)


def document_page(book: Book, document: Document, lines: Mapping[str, ClaimLine]) -> DocumentPage:
    """Lay out one document."""
    mentions = book.mentions_in.get(document.id, ())
    copy = book.copy_of.get(document.id)
    versions = book.versions[document.key]
    views = tuple(
        mention_view(document, m, lines.get(book.claim_of.get(m.id, "")), with_context=False)
        for m in mentions
    )
    rejected = [m for m in book.rejected if m.document == document.id]
    copies = (_copy_view(book, c, c.document) for c in book.copies_of.get(document.id, ()))
    return DocumentPage(
        name=document_name(document),
        facts=_facts(document),
        language=document.language or "",
        runs=runs(document.text, mentions, tuple(p.here for p in copy.passages) if copy else ()),
        mentions=views,
        claims=len({v.claim.id for v in views if v.claim}),
        copy=_copy_view(book, copy, copy.original) if copy else None,
        copies=tuple(c for c in copies if c),
        versions=tuple(document_name(v) for v in versions) if len(versions) > 1 else (),
        version=versions.index(document) + 1,
        history=about(book, {m.id for m in (*mentions, *rejected)}),
    )


def document_pages(book: Book, lines: Mapping[str, ClaimLine]) -> Iterator[DocumentPage]:
    """All documents, earliest publication first, one at a time."""
    for document in sorted(book.documents, key=lambda d: (d.published_at or "9999", d.id)):
        yield document_page(book, document, lines)
