"""Claims that cannot both be true, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from twosource.codec import decode
from twosource.ledger import schema
from twosource.ledger.queries.claims import by_id
from twosource.ledger.queries.mentions import of_claims
from twosource.ledger.queries.paging import Page, bounded
from twosource.ledger.queries.rows import ClaimRow, MentionRow
from twosource.model import Conflict, ConflictType

_rows = schema.conflict_rows

SAID = 3  # mentions that speak for each side


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One conflict; of a claim with itself (``a.id == b.id``), who affirms and who denies it.

    ``a_says`` and ``b_says``: the earliest `SAID` mentions of each side (of two claims those that
    affirm it, where there are any).
    """

    n: int
    type: ConflictType
    why: str
    a: ClaimRow
    b: ClaimRow
    a_says: tuple[MentionRow, ...]
    b_says: tuple[MentionRow, ...]

    @property
    def itself(self) -> bool:
        """One claim, affirmed and denied."""
        return self.a.id == self.b.id


def conflicts(
    connection: Connection,
    type: ConflictType | None = None,
    *,
    offset: int = 0,
    limit: int = 20,
) -> Page[ConflictRow]:
    """Conflicts, those first of whose sides most is said."""
    offset, limit = bounded(offset, limit)
    found = [] if type is None else [_rows.c.type == type.value]
    query = (
        select(_rows.c.n, schema.conflicts.c.record)
        .join(schema.conflicts, schema.conflicts.c.n == _rows.c.n)
        .where(*found)
        .order_by(_rows.c.mentions.desc(), _rows.c.n)
    )
    shown = [
        (row.n, decode(Conflict, row.record))
        for row in connection.execute(query.limit(limit).offset(offset))
    ]
    total = connection.execute(select(func.count()).select_from(_rows).where(*found)).scalar_one()
    return Page(_sides(connection, shown), total, offset, limit)


def _sides(
    connection: Connection, shown: Sequence[tuple[int, Conflict]]
) -> tuple[ConflictRow, ...]:
    names = dict.fromkeys(side for _, conflict in shown for side in (conflict.a, conflict.b))
    claims = {row.id: row for row in by_id(connection, names)}
    said = of_claims(connection, names, SAID)
    found = []
    for n, conflict in shown:
        a, b = conflict.a, conflict.b
        if a not in claims or b not in claims:
            continue
        affirmed, denied = said[a]
        if a == b:
            a_says, b_says = affirmed, denied
        else:
            a_says, b_says = affirmed or denied, said[b][0] or said[b][1]
        found.append(
            ConflictRow(
                n, conflict.type, conflict.why, claims[a], claims[b], tuple(a_says), tuple(b_says)
            )
        )
    return tuple(found)


def conflict_types(connection: Connection) -> tuple[tuple[ConflictType, int], ...]:
    """How many conflicts there are of each type, most first."""
    many = func.count().label("many")
    query = select(_rows.c.type, many).group_by(_rows.c.type).order_by(many.desc(), _rows.c.type)
    return tuple((ConflictType(type), count) for type, count in connection.execute(query))
