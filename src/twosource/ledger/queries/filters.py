"""What a list of claims is narrowed to, and its order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from twosource.model import Certainty, ClaimKind, Evidence, Status


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Every field that is set must hold; of several values of one field any one.

    ``asserter``: said by, affirming or denying. ``outlet``: carried or denied there, named as
    `twosource.outlets` names it. ``time_from``/``time_to``: days (``YYYY-MM-DD``) that the thing
    claimed must touch. ``published_from``/``published_to``: days on which a document must have
    told it first. ``origins_from``/``origins_to``, ``outlets_from``, ``documents_from``: counts.
    ``since``: claims that no document held which had come in by then; ``heard``: claims, also older
    ones, that a document holds which came in later. ``text``: words, each must stand in the claim;
    ``"…"`` is a phrase. ``document``: claims that this document holds.
    """

    asserter: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    kind: tuple[ClaimKind, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    certainty: tuple[Certainty, ...] = ()
    status: tuple[Status, ...] = ()
    place: tuple[str, ...] = ()
    time_from: str | None = None
    time_to: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    origins_from: int | None = None
    origins_to: int | None = None
    outlets_from: int | None = None
    documents_from: int | None = None
    since: datetime | None = None
    heard: datetime | None = None
    document: str | None = None
    text: str = ""


class ClaimSort(StrEnum):
    """By what claims are ordered; each has a natural direction, which ``reverse`` turns round."""

    ATTENTION = "attention"  # contested first, then by how many documents carry or deny it
    PUBLISHED = "published"  # newest first publication first
    HAPPENED = "happened"  # latest day of the thing claimed first; unknown days last
    DOCUMENTS = "documents"  # most first, as the following
    OUTLETS = "outlets"
    ORIGINS = "origins"
    MENTIONS = "mentions"
    SUMMARY = "summary"  # A to Z
