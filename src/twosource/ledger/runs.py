"""What a run leaves behind so that the next one can go on after it.

A *part* is one input file. It is marked when all its documents are stored; a run that comes
again over the same bytes, with the same software and reader, passes it over.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from twosource.codec import decode, encode
from twosource.ledger.schema import parts, problems
from twosource.ledger.storing import ReadBy
from twosource.model import Problem


def part_done(connection: Connection, path: str, sha256: str, by: ReadBy) -> int | None:
    """How many documents the part holds where it was read to its end, else ``None``."""
    found = connection.execute(
        select(parts.c.documents).where(
            parts.c.path == path,
            parts.c.sha256 == sha256,
            parts.c.software == by.software,
            parts.c.reader == by.reader,
        )
    ).scalar()
    return None if found is None else int(found)


def finish_part(connection: Connection, path: str, sha256: str, by: ReadBy, count: int) -> None:
    """Mark a part as read to its end."""
    values = {
        "sha256": sha256,
        "software": by.software,
        "reader": by.reader,
        "documents": count,
        "at": datetime.now(UTC),
    }
    connection.execute(
        sqlite_insert(parts)
        .values(path=path, **values)
        .on_conflict_do_update(index_elements=["path"], set_=values)
    )


def record_problems(connection: Connection, part: str, found: Sequence[Problem]) -> None:
    """Replace what is known to stand unread of a part."""
    connection.execute(delete(problems).where(problems.c.part == part))
    if found:
        rows = [{"part": part, "record": encode(problem)} for problem in found]
        connection.execute(insert(problems), rows)


def skipped(connection: Connection, part: str | None = None) -> list[Problem]:
    """What stands unread: of one part, or of all."""
    query = select(problems.c.record).order_by(problems.c.n)
    if part is not None:
        query = query.where(problems.c.part == part)
    return [decode(Problem, record) for record in connection.execute(query).scalars()]
