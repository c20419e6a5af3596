"""One claim with everything behind it, without taking out the whole ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.judgements import Judgement
from twosource.ledger.queries import records
from twosource.ledger.queries.about import judged_about
from twosource.ledger.queries.claims import by_id, by_number
from twosource.ledger.queries.rows import ClaimRow
from twosource.model import Claim, Conflict, Copy, Document, Links, Mention, Series

_conflicts = schema.conflicts


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim as its page needs it.

    ``documents`` and ``mentions`` are those of the claim itself *and* of the claims it stands in
    conflict with (``others``), so that a tree, words in context and both sides of a conflict can
    be drawn from it alone: ``links`` gives them as linking would. ``judgements`` (oldest first,
    undone ones too) are about the claim or one of its mentions.
    """

    claim: Claim
    row: ClaimRow
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    others: tuple[Claim, ...]
    rows: tuple[ClaimRow, ...]  # of ``others``, in their order, and of claims in ``series``
    conflicts: tuple[Conflict, ...]
    series: tuple[Series, ...]
    copies: tuple[Copy, ...]
    judgements: tuple[Judgement, ...]

    @property
    def links(self) -> Links:
        """The claim with its surroundings as links."""
        return Links((self.claim, *self.others), self.conflicts, self.series, self.copies)


def claim(connection: Connection, identity: str) -> ClaimDetail | None:
    """One claim; ``None`` where there is none of that id.

    The id of a mention gives the claim that holds it: claims may get new ids when the ledger is
    linked anew, mentions keep theirs.
    """
    found = _claim(connection, identity) or _holder(connection, identity)
    if found is None:
        return None
    number, claim = found
    conflicts = records.where(
        connection,
        Conflict,
        _conflicts,
        or_(_conflicts.c.a == claim.id, _conflicts.c.b == claim.id),
    )
    sides = dict.fromkeys(side for c in conflicts for side in (c.a, c.b) if side != claim.id)
    others = records.by_name(connection, Claim, schema.claims, "id", sides)
    series = _series_of(connection, number)
    beside = dict.fromkeys([o.id for o in others] + [p.claim for s in series for p in s.points])
    mentions = records.mentions(connection, [m for c in (claim, *others) for m in c.mentions])
    documents = records.documents(connection, dict.fromkeys(m.document for m in mentions))
    return ClaimDetail(
        claim=claim,
        row=by_number(connection, [number])[0],
        documents=documents,
        mentions=mentions,
        others=others,
        rows=by_id(connection, (name for name in beside if name != claim.id)),
        conflicts=conflicts,
        series=series,
        copies=_copies_among(connection, [d.id for d in documents]),
        judgements=judged_about(connection, {claim.id, *claim.mentions}),
    )


def _claim(connection: Connection, identity: str) -> tuple[int, Claim] | None:
    query = (
        select(schema.claim_rows.c.n, schema.claims.c.record)
        .join(schema.claims, schema.claims.c.id == schema.claim_rows.c.claim)
        .where(schema.claim_rows.c.claim == identity)
    )
    row = connection.execute(query).first()
    return None if row is None else (row.n, decode(Claim, row.record))


def _holder(connection: Connection, mention: str) -> tuple[int, Claim] | None:
    held = schema.claim_mentions
    claim = connection.execute(select(held.c.claim).where(held.c.mention == mention)).scalar()
    return None if claim is None else _claim(connection, claim)


def _series_of(connection: Connection, number: int) -> tuple[Series, ...]:
    table, held = schema.series, schema.series_claims
    inside = select(held.c.series).where(held.c.claim == number)
    return records.where(connection, Series, table, table.c.n.in_(inside))


def _copies_among(connection: Connection, documents: Sequence[str]) -> tuple[Copy, ...]:
    """Copies both of whose sides are among the documents."""
    table = schema.copies
    there = frozenset(documents)
    found = records.by_name(connection, Copy, table, "document", documents)
    return tuple(copy for copy in found if copy.original in there)
