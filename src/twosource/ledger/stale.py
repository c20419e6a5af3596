"""Have documents or readings come in that linking has not seen?"""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.judging import JudgementKind
from twosource.ledger import schema
from twosource.ledger.history import Event

_SEEN = "linked"  # in `state`: number of the history event that linking had seen


def mark(connection: Connection, seen: int) -> None:
    """Note the event that linking started from."""
    value = str(seen)
    connection.execute(
        sqlite_insert(schema.state)
        .values(name=_SEEN, value=value)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value})
    )


def is_stale(connection: Connection) -> bool:
    """True where documents, readings or judgements came in that linking has not seen.

    An acceptance and a comment change no value, and so no claim.
    """
    seen = connection.execute(
        select(schema.state.c.value).where(schema.state.c.name == _SEEN)
    ).scalar()
    history, made = schema.history, schema.judgements
    plain = [JudgementKind.ACCEPT.value, JudgementKind.COMMENT.value]
    silent = (history.c.event == Event.JUDGEMENT.value) & history.c.subject.in_(
        select(made.c.id).where(made.c.kind.in_(plain)).scalar_subquery()
    )
    newer = select(history.c.n).where(history.c.n > int(seen or 0), ~silent).limit(1)
    return connection.execute(newer).first() is not None
