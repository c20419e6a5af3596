"""Mentions as lines of lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.queries.rows import MentionRow
from twosource.model import Mention

_mentions, _documents, _outlets = schema.mentions, schema.document_rows, schema.outlets

EARLIEST = (_documents.c.published == "", _documents.c.published, _documents.c.document)


def lines(*where: ColumnElement[bool]) -> Select[Any]:
    """The question for mentions as lines, to be ordered and limited; `line` reads its rows."""
    held = schema.claim_mentions
    return (
        select(
            schema.shown_record.label("record"),
            _mentions.c.content,
            _mentions.c.source,
            _documents.c.title,
            _documents.c.published,
            _outlets.c.name.label("outlet"),
            held.c.claim,
        )
        .join(_documents, _documents.c.document == _mentions.c.document)
        .outerjoin(_outlets, _outlets.c.key == _documents.c.outlet)
        .outerjoin(held, held.c.mention == _mentions.c.id)
        .where(*where)
    )


def line(row: Row[*tuple[Any, ...]]) -> MentionRow:
    """One answer to `lines`."""
    mention = decode(Mention, row.record)
    return MentionRow(
        id=mention.id,
        document=mention.document,
        title=row.title,
        outlet=row.outlet or "",
        published_at=row.published,
        content=row.content,
        source=row.source,
        chain=mention.chain,
        quote=mention.quote,
        named=mention.named,
        evidence=mention.evidence,
        polarity=mention.polarity,
        certainty=mention.certainty,
        claim=row.claim,
        score=mention.score,
    )


def of_claims(
    connection: Connection, claims: Iterable[str], most: int
) -> dict[str, tuple[list[MentionRow], list[MentionRow]]]:
    """For each claim its earliest mentions that affirm it, and those that deny it."""
    held = schema.claim_mentions
    found: dict[str, tuple[list[MentionRow], list[MentionRow]]] = {}
    for claim in dict.fromkeys(claims):
        for denied in (False, True):
            polarity = _mentions.c.polarity == ("denied" if denied else "affirmed")
            query = lines(held.c.claim == claim, polarity)
            query = query.order_by(*EARLIEST, _mentions.c.n).limit(most)
            own = found.setdefault(claim, ([], []))
            own[denied].extend(map(line, connection.execute(query)))
    return found
