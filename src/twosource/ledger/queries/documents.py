"""Documents: the list, and one with its mentions, versions and copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from twosource.ledger.judgements import Judgement
from twosource.ledger.queries.paging import LIMIT, Page
from twosource.ledger.queries.rows import ClaimRow, DocumentRow
from twosource.model import Copy, Document, Mention


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """``text`` stands in title, text or publisher; ``since``: what came in after that moment."""

    outlet: tuple[str, ...] = ()
    published_from: str | None = None
    published_to: str | None = None
    since: datetime | None = None
    text: str = ""


class DocumentSort(StrEnum):
    """By what documents are ordered (natural direction: newest, most, A first)."""

    CAME = "came"
    PUBLISHED = "published"
    MENTIONS = "mentions"
    TITLE = "title"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class DocumentDetail:
    """A document version as its page needs it.

    ``claims`` are the rows of the claims that its mentions belong to, ``claim_of`` the pairs
    (mention id, claim id). ``copies`` are those in which it stands on either side, ``others`` the
    documents on their other side. ``versions`` are all of its publication, oldest first.
    """

    document: Document
    row: DocumentRow
    mentions: tuple[Mention, ...]
    claims: tuple[ClaimRow, ...]
    claim_of: tuple[tuple[str, str], ...]
    copies: tuple[Copy, ...]
    others: tuple[Document, ...]
    versions: tuple[DocumentRow, ...]
    judgements: tuple[Judgement, ...]
    notes: tuple[str, ...]


def documents(
    connection: Connection,
    where: DocumentFilter | None = None,
    sort: DocumentSort = DocumentSort.PUBLISHED,
    *,
    reverse: bool = False,
    offset: int = 0,
    limit: int = LIMIT,
) -> Page[DocumentRow]:
    """One page of the current documents."""
    raise NotImplementedError


def document(connection: Connection, identity: str) -> DocumentDetail | None:
    """One document version, current or not; ``None`` where there is none of that id."""
    raise NotImplementedError


def versions(connection: Connection, key: str) -> tuple[Document, ...]:
    """All versions of one publication with their texts, oldest first: to show what changed."""
    raise NotImplementedError
