"""What ``twosource show --json`` writes: the records of the exchange format."""

from __future__ import annotations

import msgspec

from twosource.publishing import exchange
from twosource.publishing.book import Book
from twosource.publishing.records import (
    ClaimRecord,
    ConflictRecord,
    DocumentRecord,
    JudgementRecord,
    MentionRecord,
)


class Shown(msgspec.Struct, frozen=True):
    """One claim, mention or document (``kind``, ``id``) with the records around it."""

    kind: str
    id: str
    documents: list[DocumentRecord]
    mentions: list[MentionRecord]
    claims: list[ClaimRecord]
    conflicts: list[ConflictRecord]
    judgements: list[JudgementRecord]


def as_json(book: Book, kind: str, identity: str) -> str:
    """One JSON object on one line."""
    shown = Shown(
        kind,
        identity,
        [exchange.document_record(book, document) for document in book.documents],
        [exchange.mention_record(book, mention) for mention in book.mentions],
        [exchange.claim_record(claim) for claim in book.links.claims],
        [exchange.conflict_record(conflict) for conflict in book.links.conflicts],
        list(exchange.judgement_records(book.judgements)),
    )
    return msgspec.json.encode(shown).decode("utf-8")
