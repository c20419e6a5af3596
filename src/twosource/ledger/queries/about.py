"""What people judged about some mentions, claims or documents."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.judgements import Judgement


def judged_about(connection: Connection, names: Iterable[str]) -> tuple[Judgement, ...]:
    """All judgements of which a subject is among the names, and their undoing; oldest first."""
    table = schema.judgements
    made = connection.execute(select(table.c.record).order_by(table.c.n)).scalars()
    about, found = set(names), []
    for judgement in (decode(Judgement, record) for record in made):
        if about.isdisjoint(judgement.subjects):
            continue
        found.append(judgement)
        about.add(judgement.id)  # so that what undoes it is found too
    return tuple(found)
