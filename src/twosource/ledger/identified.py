"""Merges and splits of actors in the ledger: what stands, and which publications they touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sqlalchemy import Connection, func, or_, select

from twosource.codec import decode
from twosource.judging.identities import Identities, folded, identities, names_of, of_actors
from twosource.judging.judgement import ACTOR, Judgement
from twosource.judging.standing import in_order
from twosource.ledger import schema

_documents, _mentions, _judgements = schema.documents, schema.mentions, schema.judgements


def actors_of(connection: Connection, gone: frozenset[str]) -> Identities:
    """The identities that stand; ``gone`` are the ids of judgements taken back."""
    query = select(_judgements.c.record).where(_judgements.c.subject.startswith(ACTOR))
    records = tuple(connection.execute(query.order_by(_judgements.c.n)).scalars())
    return _identities(records, gone) if records else Identities()


@lru_cache(maxsize=8)
def _identities(records: tuple[str, ...], gone: frozenset[str]) -> Identities:
    made = in_order(decode(Judgement, record) for record in records)
    return identities(judgement for judgement in made if judgement.id not in gone)


def touched(connection: Connection, made: Iterable[Judgement]) -> Iterator[str]:
    """Publications in which the machine read one of the actors that judgements are about."""
    names = {folded(n) for judgement in made if of_actors(judgement) for n in names_of(judgement)}
    if not names:
        return
    record = func.lower(_mentions.c.record)
    naming = or_(*(func.instr(record, name.lower()) > 0 for name in sorted(names)))
    keys = select(_documents.c.key).join(_mentions, _mentions.c.document == _documents.c.id)
    yield from connection.execute(keys.where(naming).distinct()).scalars()
