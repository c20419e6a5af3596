"""What people decided: appended, never changed; an undo is another judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, func, insert, or_, select

from twosource.codec import decode, encode
from twosource.ids import stable_id
from twosource.judging import Confirmed, Judgement, JudgementKind, anchored
from twosource.judging.apply import confirmed
from twosource.ledger import judged, schema
from twosource.ledger.history import Event, append, digest

__all__ = ["Judgement", "JudgementKind", "about", "add", "all_judgements", "judge", "revision"]

_judgements, _attachments = schema.judgements, schema.attachments


def judge(
    connection: Connection,
    kind: JudgementKind,
    subjects: Sequence[str],
    *,
    who: str,
    reason: str,
    field: str | None = None,
    value: str | None = None,
    others: Sequence[str] = (),
    seen: str | None = None,
) -> Judgement:
    """Append one judgement; raises ``ValueError`` where it lacks subject, name or reason.

    ``value`` is as `twosource.judging.fields` stores it. ``seen`` is the `revision` of the
    subjects that the person had before them, ``None`` where it is the present one.
    """
    if not subjects or not who.strip():
        raise ValueError("a judgement names its subjects and who judged")
    if kind is not JudgementKind.ACCEPT and not reason.strip():
        raise ValueError("a judgement gives its reason")
    if kind is JudgementKind.UNDO:
        _must_know(connection, subjects)
    names = tuple(dict.fromkeys((*subjects, *others)))
    before = about(connection, names)
    held = [pair for name in names if (pair := judged.held(connection, name)) is not None]
    at = max([datetime.now(UTC), *(_after(made) for made in before)])
    count = connection.execute(select(func.count()).select_from(_judgements)).scalar_one()
    right: list[Confirmed] = []
    if kind is JudgementKind.ACCEPT:
        right = [
            Confirmed(one.mention.id, field, value)
            for one in held
            for field, value in confirmed(one.shown, one.document.text)
        ]
    made = Judgement(
        id=stable_id("j", count, at.isoformat(), kind, *names, who),
        kind=kind,
        subjects=tuple(subjects),
        who=who,
        at=at.isoformat(),
        reason=reason,
        field=field,
        value=value,
        others=tuple(others),
        anchors=tuple(anchored(one.mention, one.document) for one in held),
        seen=tuple(each.id for each in _until(before, seen)),
        confirmed=tuple(right),
    )
    put(connection, made)
    return made


def _must_know(connection: Connection, wanted: Sequence[str]) -> None:
    known = connection.execute(select(_judgements.c.id).where(_judgements.c.id.in_(list(wanted))))
    missing = set(wanted) - set(known.scalars())
    if missing:
        raise ValueError(f"no judgement {sorted(missing)[0]} to undo")


def _after(made: Judgement) -> datetime:
    """The first moment at which a judgement holds over this one."""
    return datetime.fromisoformat(made.at) + timedelta(microseconds=1)


def _until(before: Sequence[Judgement], seen: str | None) -> Sequence[Judgement]:
    """Those that had come in when the revision was ``seen``."""
    if seen is None:
        return before
    if not seen:
        return ()
    for at, made in enumerate(before):
        if made.id == seen:
            return before[: at + 1]
    raise ValueError(f"{seen[:40]} is no judgement about these")


def put(connection: Connection, made: Judgement) -> None:
    """Append a judgement as it is (it may come from another ledger) and let it take effect."""
    record = encode(made)
    connection.execute(
        insert(_judgements).values(
            id=made.id,
            kind=made.kind.value,
            subject=made.subjects[0],
            who=made.who,
            at=datetime.fromisoformat(made.at),
            record=record,
        )
    )
    append(connection, Event.JUDGEMENT, made.id, digest(record))
    judged.attach(connection, made)


def all_judgements(connection: Connection) -> list[Judgement]:
    """Every judgement ever made, in the order they came in, undone ones and undos too."""
    rows = connection.execute(select(_judgements.c.record).order_by(_judgements.c.n))
    return [decode(Judgement, record) for record in rows.scalars()]


def about(connection: Connection, names: Sequence[str]) -> list[Judgement]:
    """All judgements about mentions, documents, claims or actors, and what undid them.

    In the order in which they came in; a judgement that was carried over to a mention of another
    version counts.
    """
    found: set[str] = set()
    new = set(names)
    while new:
        query = select(_attachments.c.judgement).where(
            or_(_attachments.c.subject.in_(new), _attachments.c.mention.in_(new))
        )
        new = set(connection.execute(query).scalars()) - found
        found |= new
    return list(_by_id(connection, sorted(found)))


def _by_id(connection: Connection, names: Sequence[str]) -> Iterator[Judgement]:
    query = select(_judgements.c.record).where(_judgements.c.id.in_(names))
    for record in connection.execute(query.order_by(_judgements.c.n)).scalars():
        yield decode(Judgement, record)


def revision(connection: Connection, names: Sequence[str]) -> str:
    """The newest judgement about these, ``""`` where there is none: what a person has seen."""
    before = about(connection, names)
    return before[-1].id if before else ""


def add(connection: Connection, made: Sequence[Judgement]) -> tuple[int, int]:
    """Append judgements of another ledger; how many were new, and how many known.

    Raises ``ValueError`` where one differs from the one of its id here, or undoes what is not
    known: then nothing of them is to be kept.
    """
    new = known = 0
    for judgement in made:
        query = select(_judgements.c.record).where(_judgements.c.id == judgement.id)
        here = connection.execute(query).scalar()
        if here is not None:
            if decode(Judgement, here) != judgement:
                raise ValueError(f"judgement {judgement.id} is another one in this ledger")
            known += 1
            continue
        if judgement.kind is JudgementKind.UNDO:
            _must_know(connection, judgement.subjects)
        put(connection, judgement)
        new += 1
    return new, known
