"""What the ledger holds at a glance, what is new, and what needs a look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Table, func, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.queries.chosen import event_at, rows
from twosource.ledger.queries.claims import claims
from twosource.ledger.queries.documents import latest
from twosource.ledger.queries.filters import ClaimFilter, ClaimSort
from twosource.ledger.queries.rows import ClaimRow, DocumentRow
from twosource.ledger.queries.timeline import Bucket, buckets, days_of, unit_of
from twosource.ledger.stale import is_stale
from twosource.model import Evidence, Problem, Status

SHOWN = 8  # claims in each list
DANGEROUS = ClaimFilter(origins_from=1, origins_to=1, outlets_from=2)
CONTESTED = ClaimFilter(status=(Status.CONTESTED,))

_documents = schema.document_rows


@dataclass(frozen=True, slots=True)
class Tally:
    """How much stands in the ledger (current versions)."""

    documents: int
    outlets: int
    mentions: int
    claims: int
    conflicts: int
    copies: int
    unread: int  # input that could not be read


@dataclass(frozen=True, slots=True)
class Fresh:
    """What came in after ``since``; ``grown``: older claims that new documents carry or deny.

    Alerts: ``disputed`` and ``spread`` count the contested claims, and those of one origin in two
    outlets or more, that a document which came in since carries or denies; ``alerts`` shows the
    first of the contested, then of the others.
    """

    since: datetime
    documents: int
    claims: int
    grown: int
    latest: tuple[ClaimRow, ...]
    disputed: int
    spread: int
    alerts: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page.

    ``dangerous``: one independent origin and carried by two outlets or more, most outlets first.
    ``first``/``last``: publication (ISO 8601, ``""`` where unknown). ``stale``: something was
    stored after the last linking, so that counts of claims lag behind.
    """

    tally: Tally
    statuses: tuple[tuple[Status, int], ...]
    evidence: tuple[tuple[Evidence, int], ...]  # of mentions
    first: str
    last: str
    published: tuple[Bucket, ...]  # documents by publication
    unit: str
    fresh: Fresh | None
    dangerous: tuple[ClaimRow, ...]
    dangerous_total: int
    contested: tuple[ClaimRow, ...]
    contested_total: int
    firm: tuple[ClaimRow, ...]
    came: tuple[DocumentRow, ...]  # the latest to come in
    unread: tuple[Problem, ...]
    stale: bool


def overview(connection: Connection, since: datetime | None = None) -> Overview:
    """The ledger at a glance; ``fresh`` only where ``since`` is given."""
    dangerous = claims(connection, DANGEROUS, ClaimSort.OUTLETS, limit=SHOWN)
    contested = claims(connection, CONTESTED, limit=SHOWN)
    firm = claims(connection, ClaimFilter(origins_from=2), ClaimSort.ORIGINS, limit=SHOWN)
    days = _published(connection)
    unit = unit_of([day for day, _ in days])
    first, last = _ends(connection)
    return Overview(
        tally=_tally(connection),
        statuses=_statuses(connection),
        evidence=_evidence(connection),
        first=first,
        last=last,
        published=buckets(days, unit),
        unit=unit,
        fresh=None if since is None else _fresh(connection, since),
        dangerous=dangerous.rows,
        dangerous_total=dangerous.total,
        contested=contested.rows,
        contested_total=contested.total,
        firm=firm.rows,
        came=latest(connection, SHOWN),
        unread=_unread(connection),
        stale=is_stale(connection),
    )


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()


def _tally(connection: Connection) -> Tally:
    current = _documents.c.current
    mentions = select(func.sum(_documents.c.mentions)).where(current)
    outlets = select(func.count(_documents.c.outlet.distinct())).where(current)
    copies = select(func.count(schema.copies.c.document.distinct()))
    return Tally(
        documents=_count(connection, _documents, current),
        outlets=connection.execute(outlets).scalar_one(),
        mentions=connection.execute(mentions).scalar() or 0,
        claims=_count(connection, rows),
        conflicts=_count(connection, schema.conflict_rows),
        copies=connection.execute(copies).scalar_one(),
        unread=_count(connection, schema.problems),
    )


def _statuses(connection: Connection) -> tuple[tuple[Status, int], ...]:
    """Every status, in the order of their definition."""
    query = select(rows.c.status, func.count().label("many")).group_by(rows.c.status)
    found = {row.status: row.many for row in connection.execute(query)}
    return tuple((status, found.get(status.value, 0)) for status in Status)


def _evidence(connection: Connection) -> tuple[tuple[Evidence, int], ...]:
    table = schema.tallies
    query = select(table.c.value, table.c.count).where(table.c.name == "evidence")
    found = connection.execute(query.order_by(table.c.count.desc(), table.c.value))
    return tuple((Evidence(value), count) for value, count in found)


def _published(connection: Connection) -> list[tuple[date, int]]:
    day = func.substr(_documents.c.published, 1, 10)
    query = select(day, func.count()).where(_documents.c.current).group_by(day)
    return days_of(connection.execute(query))


def _ends(connection: Connection) -> tuple[str, str]:
    known = (_documents.c.current, _documents.c.published != "")
    first, last = (
        connection.execute(select(edge(_documents.c.published)).where(*known)).scalar() or ""
        for edge in (func.min, func.max)
    )
    return first, last


def _fresh(connection: Connection, since: datetime) -> Fresh:
    event = event_at(connection, since)
    new = claims(connection, ClaimFilter(since=since), limit=SHOWN)
    disputed = claims(connection, replace(CONTESTED, heard=since), limit=SHOWN)
    spread = claims(connection, replace(DANGEROUS, heard=since), ClaimSort.OUTLETS, limit=SHOWN)
    alerts = {row.id: row for row in (*disputed.rows, *spread.rows)}
    return Fresh(
        since=since,
        documents=_count(connection, _documents, _documents.c.current, _documents.c.event > event),
        claims=new.total,
        grown=_count(connection, rows, rows.c.last_event > event, rows.c.first_event <= event),
        latest=new.rows,
        disputed=disputed.total,
        spread=spread.total,
        alerts=tuple(alerts.values())[:SHOWN],
    )


def _unread(connection: Connection) -> tuple[Problem, ...]:
    table = schema.problems
    found = connection.execute(select(table.c.record).order_by(table.c.n.desc()).limit(SHOWN))
    return tuple(decode(Problem, record) for record in found.scalars())
