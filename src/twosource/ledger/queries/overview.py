"""What the ledger holds at a glance, what is new, and what needs a look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from twosource.ledger.queries.rows import ClaimRow, DocumentRow
from twosource.ledger.queries.timeline import Bucket
from twosource.model import Evidence, Problem, Status

SHOWN = 8  # claims in each list


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
    """What came in after ``since``; ``grown``: older claims that new documents carry or deny."""

    since: datetime
    documents: int
    claims: int
    grown: int
    latest: tuple[ClaimRow, ...]


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
    raise NotImplementedError
