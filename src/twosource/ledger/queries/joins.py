"""Statements that hardly anything holds in their claim: the joins to look at first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, union_all

from twosource.ledger import schema

WEAK = 0.78  # likeness (joined from 0.7 on) below which a person should look


@dataclass(frozen=True, slots=True)
class WeakJoin:
    """A mention whose strongest tie within its claim has this ``score``."""

    mention: str
    said: str
    claim: str
    summary: str
    score: float


def weak_joins(connection: Connection, limit: int = 50) -> tuple[WeakJoin, ...]:
    """Those joined by likeness alone and only just, the weakest first; nobody has judged them."""
    edges, one, other = (
        schema.link_edges,
        schema.link_mentions.alias(),
        schema.link_mentions.alias(),
    )
    mentions, claims = schema.mentions, schema.claims
    inside = (
        select(one.c.mention.label("a"), other.c.mention.label("b"), one.c.claim, edges.c.score)
        .join(one, one.c.rank == edges.c.one)
        .join(other, other.c.rank == edges.c.other)
        .where(one.c.claim == other.c.claim)
    ).subquery()
    ends = union_all(
        select(inside.c.a.label("mention"), inside.c.claim, inside.c.score),
        select(inside.c.b.label("mention"), inside.c.claim, inside.c.score),
    ).subquery()
    best = func.max(ends.c.score)
    weakest = (
        select(ends.c.mention, ends.c.claim, best.label("score"))
        .group_by(ends.c.mention, ends.c.claim)
        .having(best < WEAK)
    ).subquery()
    judged = select(schema.attachments.c.mention).where(schema.attachments.c.mention.is_not(None))
    query = (
        select(
            weakest.c.mention, mentions.c.content, claims.c.id, claims.c.summary, weakest.c.score
        )
        .join(mentions, mentions.c.id == weakest.c.mention)
        .join(claims, claims.c.id == weakest.c.claim)
        .where(weakest.c.mention.not_in(judged.scalar_subquery()))
        .order_by(weakest.c.score, weakest.c.mention)
        .limit(limit)
    )
    return tuple(WeakJoin(*row) for row in connection.execute(query))
