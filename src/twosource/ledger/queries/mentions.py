"""Mentions as lines of lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.queries.records import parts
from twosource.ledger.queries.rows import MentionRow
from twosource.model import Mention, Polarity

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
    names = list(dict.fromkeys(claims))
    found: dict[str, tuple[list[MentionRow], list[MentionRow]]] = {n: ([], []) for n in names}
    place = func.row_number().over(
        partition_by=(held.c.claim, _mentions.c.polarity), order_by=(*EARLIEST, _mentions.c.n)
    )
    ranked = (
        select(_mentions.c.n, place.label("place"))
        .join(held, held.c.mention == _mentions.c.id)
        .join(_documents, _documents.c.document == _mentions.c.document)
    )
    for part in parts(names):
        # First their numbers alone: records are large, and most are not shown.
        each = ranked.where(held.c.claim.in_(part)).subquery()
        numbers = connection.execute(select(each.c.n).where(each.c.place <= most)).scalars().all()
        for some in parts(numbers):
            query = lines(_mentions.c.n.in_(some)).order_by(*EARLIEST, _mentions.c.n)
            for row in map(line, connection.execute(query)):
                found[row.claim or ""][row.polarity is Polarity.DENIED].append(row)
    return found
