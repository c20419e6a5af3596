"""What a person should look at first, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from twosource.ledger.queries.paging import Page
from twosource.ledger.queries.rows import ClaimRow, MentionRow


class ReviewReason(StrEnum):
    """Why something stands in the queue."""

    CONTESTED = "contested"  # its claim stands in a conflict
    SPREAD = "spread"  # one origin, several outlets
    UNSURE = "unsure"  # the reader's own score is low
    UNCREDITED = "uncredited"  # a figure or a capture that nobody is credited with


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One claim to be looked at by one of its mentions (the earliest, or the least sure)."""

    reason: ReviewReason
    claim: ClaimRow
    mention: MentionRow


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How many items wait for one reason."""

    reason: ReviewReason
    waiting: int


def review_counts(connection: Connection) -> tuple[ReviewCount, ...]:
    """How many claims wait, by reason; one with a standing judgement on it waits no more."""
    raise NotImplementedError


def review_queue(
    connection: Connection,
    reason: ReviewReason | None = None,
    *,
    offset: int = 0,
    limit: int = 20,
) -> Page[ReviewItem]:
    """What waits, for one reason or for all, those most documents carry first."""
    raise NotImplementedError
