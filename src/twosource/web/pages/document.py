"""One document: its text with every statement marked, what it shares with others, what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.ledger.queries import DocumentDetail, DocumentRow
from twosource.model import Claim, Copy, Links
from twosource.publishing import phrases
from twosource.publishing.book import Book
from twosource.publishing.safe import anchor
from twosource.publishing.views.common import DocumentName
from twosource.publishing.views.documents import DocumentPage, document_page
from twosource.publishing.views.judgements import history
from twosource.web.changes import Changes, changes
from twosource.web.compare import Side, sides
from twosource.web.lines import claim_line
from twosource.web.remarks import Remarks, remarks
from twosource.web.state import reading
from twosource.web.templating import page


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the publication, and whether it is the one shown or the one that stands."""

    row: DocumentRow
    number: int
    here: bool


def _name(row: DocumentRow) -> DocumentName:
    return DocumentName(
        id=row.id,
        anchor=anchor("document", row.id),
        title=row.title,
        publisher=row.outlet,
        published=phrases.moment(row.published_at),
        published_at=row.published_at,
    )


def view(detail: DocumentDetail) -> DocumentPage:
    """What the shared templates draw, from this document and those it shares passages with."""
    lines = {row.id: claim_line(row) for row in detail.claims}
    held: dict[str, list[str]] = {}
    for mention, claim in detail.claim_of:
        held.setdefault(claim, []).append(mention)
    claims = tuple(
        Claim(row.id, row.kind, row.summary, tuple(held.get(row.id, ()))) for row in detail.claims
    )
    book = Book(
        (detail.document, *detail.others), detail.mentions, Links(claims, copies=detail.copies)
    )
    made = document_page(book, detail.document, lines)
    at = next((n for n, v in enumerate(detail.versions) if v.id == detail.document.id), 0)
    many = len(detail.versions) > 1
    return replace(
        made, versions=tuple(_name(v) for v in detail.versions) if many else (), version=at + 1
    )


def _detail(request: Request) -> DocumentDetail:
    name = request.path_params.get("id") or request.query_params.get("id", "")
    with reading(request) as connection:
        found = queries.document(connection, name)
    if found is None:
        raise HTTPException(404, "There is no document of that name.")
    return found


def show(request: Request) -> Response:
    """The page, or one of its other faces (``view=changes``, ``compare`` or ``lint``)."""
    if "id" not in request.path_params and not request.query_params.get("id"):
        return RedirectResponse("/documents", 303)
    detail = _detail(request)
    face = request.query_params.get("view", "")
    if face == "changes":
        return _changes(request, detail)
    if face == "compare":
        return _compare(request, detail)
    if face == "lint":
        return _lint(request, detail)
    return page(
        request,
        "document.html.j2",
        "documents",
        p=view(detail),
        history=history(detail.judgements),
    )


def _changes(request: Request, detail: DocumentDetail) -> Response:
    order = [v.id for v in detail.versions]
    here = order.index(detail.document.id)
    wanted = request.query_params.get("from", "")
    before = wanted if wanted in order else order[here - 1] if here else ""
    with reading(request) as connection:
        texts = {d.id: d for d in queries.versions(connection, detail.document.key)}
    old = texts.get(before)
    found: Changes | None = changes(old.text, detail.document.text) if old else None
    return page(
        request,
        "changes.html.j2",
        "documents",
        p=view(detail),
        before=before,
        found=found,
        versions=[
            Version(v, n, v.id == detail.document.id) for n, v in enumerate(detail.versions, 1)
        ],
    )


def _compare(request: Request, detail: DocumentDetail) -> Response:
    wanted = request.query_params.get("with", "")
    copy = next((c for c in detail.copies if wanted in (c.document, c.original)), None)
    if copy is None or wanted == detail.document.id:
        raise HTTPException(404, "These two documents share no passage that was found.")
    other = next((d for d in detail.others if d.id == wanted), None)
    if other is None:
        raise HTTPException(404, "There is no document of that name.")
    here_copies = copy.document == detail.document.id
    copied, original = (detail.document, other) if here_copies else (other, detail.document)
    left, right = sides(_ordered(copy), copied, original)
    shown: tuple[Side, Side] = (left, right)
    return page(request, "compare.html.j2", "documents", p=view(detail), shown=shown, copy=copy)


def _ordered(copy: Copy) -> Copy:
    return replace(copy, passages=tuple(sorted(copy.passages, key=lambda p: p.here)))


def _lint(request: Request, detail: DocumentDetail) -> Response:
    found: Remarks = remarks(detail.document)
    return page(request, "lint.html.j2", "documents", p=view(detail), found=found)


routes = (Route("/documents/", show), Route("/documents/{id:path}", show))
