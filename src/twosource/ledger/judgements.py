"""What people decided: appended, never changed; an undo is another judgement.

Claims are computed anew with every reading and may get other ids, so a judgement about a merge or
a split names *mentions*; ids of mentions stay as long as the words they stand on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from twosource.codec import decode, encode
from twosource.ids import stable_id
from twosource.ledger.history import Event, append, digest
from twosource.ledger.schema import judgements


class JudgementKind(StrEnum):
    """What was decided about the subjects."""

    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"  # ``field`` gets ``value``
    MERGE = "merge"  # the subjects (mentions) state one claim
    SPLIT = "split"  # they do not
    REATTRIBUTE = "reattribute"  # ``value`` is the asserter
    COMMENT = "comment"
    UNDO = "undo"  # of the judgement that is the subject


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: what about which subjects, by whom, when (UTC, ISO 8601) and why."""

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    who: str
    at: str
    reason: str
    field: str | None = None
    value: str | None = None


def judge(
    connection: Connection,
    kind: JudgementKind,
    subjects: Sequence[str],
    *,
    who: str,
    reason: str,
    field: str | None = None,
    value: str | None = None,
) -> Judgement:
    """Append one judgement; raises ``ValueError`` where it lacks subject, name or reason."""
    if not subjects or not who.strip():
        raise ValueError("a judgement names its subjects and who judged")
    if kind is not JudgementKind.ACCEPT and not reason.strip():
        raise ValueError("a judgement gives its reason")
    if kind is JudgementKind.UNDO:
        known = connection.execute(
            select(judgements.c.id).where(judgements.c.id.in_(list(subjects)))
        )
        missing = set(subjects) - set(known.scalars())
        if missing:
            raise ValueError(f"no judgement {sorted(missing)[0]} to undo")
    at = datetime.now(UTC)
    count = connection.execute(select(func.count()).select_from(judgements)).scalar_one()
    made = Judgement(
        id=stable_id("j", count, at.isoformat(), kind, *subjects, who),
        kind=kind,
        subjects=tuple(subjects),
        who=who,
        at=at.isoformat(),
        reason=reason,
        field=field,
        value=value,
    )
    record = encode(made)
    connection.execute(
        insert(judgements).values(
            id=made.id, kind=kind.value, subject=subjects[0], who=who, at=at, record=record
        )
    )
    append(connection, Event.JUDGEMENT, made.id, digest(record))
    return made


def all_judgements(connection: Connection) -> list[Judgement]:
    """Every judgement ever made, oldest first, undone ones and undos too."""
    rows = connection.execute(select(judgements.c.record).order_by(judgements.c.n))
    return [decode(Judgement, record) for record in rows.scalars()]


def standing(made: Sequence[Judgement]) -> list[Judgement]:
    """Those that hold: not undone by a later judgement that itself holds."""
    undone: set[str] = set()
    holding: list[Judgement] = []
    for judgement in reversed(made):
        if judgement.id in undone:
            continue
        if judgement.kind is JudgementKind.UNDO:
            undone.update(judgement.subjects)
        else:
            holding.append(judgement)
    return holding[::-1]
