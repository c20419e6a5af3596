"""What a person should look at first, and why."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, and_, case, func, literal, or_, select, true

from twosource.codec import decode
from twosource.judging import Judgement, JudgementKind, undone
from twosource.ledger import schema
from twosource.ledger.queries.chosen import counted, rows
from twosource.ledger.queries.claims import by_number
from twosource.ledger.queries.mentions import EARLIEST, line, lines
from twosource.ledger.queries.paging import Page, bounded
from twosource.ledger.queries.rows import ClaimRow, MentionRow
from twosource.model import ClaimKind, Status

_UNDO = JudgementKind.UNDO.value
UNSURE = 0.5  # the reader's score below which a mention should be looked at


class ReviewReason(StrEnum):
    """Why something stands in the queue."""

    CONTESTED = "contested"  # its claim stands in a conflict
    SPREAD = "spread"  # one origin, several outlets
    UNSURE = "unsure"  # the reader's own score is low
    UNCREDITED = "uncredited"  # a figure or a capture that nobody is credited with


_WEIGHTY = (ClaimKind.FIGURE.value, ClaimKind.CONTROL.value)
_WAITS: dict[ReviewReason, ColumnElement[bool]] = {  # the first that holds is the reason given
    ReviewReason.CONTESTED: rows.c.conflicts > 0,
    ReviewReason.SPREAD: and_(rows.c.origins == 1, rows.c.outlets >= 2),
    ReviewReason.UNSURE: rows.c.score < UNSURE,
    ReviewReason.UNCREDITED: and_(
        rows.c.status == Status.UNATTRIBUTED.value, rows.c.kind.in_(_WEIGHTY)
    ),
}


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One claim to be looked at by one of its mentions (the earliest, or the least sure)."""

    reason: ReviewReason
    claim: ClaimRow
    mention: MentionRow


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How many items wait for one reason."""

    reason: ReviewReason
    waiting: int


def review_counts(connection: Connection) -> tuple[ReviewCount, ...]:
    """How many claims wait, by reason; one with a standing judgement on it waits no more."""
    looked_at = _looked_at(connection)
    return tuple(
        ReviewCount(
            reason,
            counted(connection, [condition, *looked_at]),
        )
        for reason, condition in _WAITS.items()
    )


def review_queue(
    connection: Connection,
    reason: ReviewReason | None = None,
    *,
    offset: int = 0,
    limit: int = 20,
) -> Page[ReviewItem]:
    """What waits, for one reason or for all, those most documents carry first."""
    offset, limit = bounded(offset, limit)
    wanted = [reason] if reason is not None else list(_WAITS)
    which = case(
        *((_WAITS[each], literal(each.value)) for each in wanted), else_=literal("")
    ).label("reason")
    found = [or_(*(_WAITS[each] for each in wanted)), *_looked_at(connection)]
    query = (
        select(rows.c.n, rows.c.claim, which)
        .where(*found)
        .order_by(rows.c.attention.desc(), rows.c.n)
    )
    shown = connection.execute(query.limit(limit).offset(offset)).all()
    claims = {row.id: row for row in by_number(connection, [row.n for row in shown])}
    items = []
    for row in shown:
        why = ReviewReason(row.reason)
        mention = _mention(connection, row.claim, why)
        if mention is not None and row.claim in claims:
            items.append(ReviewItem(why, claims[row.claim], mention))
    return Page(tuple(items), counted(connection, found), offset, limit)


def _mention(connection: Connection, claim: str, reason: ReviewReason) -> MentionRow | None:
    """The least sure mention where that is the reason, else the earliest."""
    query = lines(schema.claim_mentions.c.claim == claim)
    if reason is ReviewReason.UNSURE:
        found = [line(row) for row in connection.execute(query.order_by(*EARLIEST))]
        return min(found, key=lambda m: 1.0 if m.score is None else m.score, default=None)
    row = connection.execute(query.order_by(*EARLIEST, schema.mentions.c.n).limit(1)).first()
    return None if row is None else line(row)


def _looked_at(connection: Connection) -> list[ColumnElement[bool]]:
    """The conditions that nobody judged the claim or one of its mentions."""
    made, held = schema.judgements, schema.claim_mentions
    named = func.json_each(made.c.record, "$.subjects").table_valued("value", name="named")
    gone = func.json_each(json.dumps(_undone(connection))).table_valued("value", name="gone")
    judged = (
        select(named.c.value)
        .select_from(made)
        .join(named, true())
        .where(made.c.kind != _UNDO, made.c.id.not_in(select(gone.c.value)))
    )
    return [
        rows.c.claim.not_in(judged),
        rows.c.claim.not_in(select(held.c.claim).where(held.c.mention.in_(judged))),
    ]


def _undone(connection: Connection) -> list[str]:
    """Ids of judgements that were taken back."""
    made = schema.judgements
    query = select(made.c.record).where(made.c.kind == _UNDO).order_by(made.c.n)
    undos = [decode(Judgement, record) for record in connection.execute(query).scalars()]
    return sorted(undone(undos))
