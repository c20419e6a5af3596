"""Every mention of the current documents with what counting needs, and nothing else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import msgspec
from sqlalchemy import ColumnElement, Connection, select, true

from twosource.ledger import schema
from twosource.ledger.derived.putting import among
from twosource.model import Certainty, Evidence, Named

_EVIDENCE = {member.value: member for member in Evidence}
_CERTAINTY = {member.value: member for member in Certainty}
_NAMED = {member.value: member for member in Named}


class _Relay(msgspec.Struct):
    name: str
    office: str | None = None


class _Record(msgspec.Struct):
    """The part of a `Mention` that no column repeats."""

    relays: tuple[_Relay, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One mention; ``published`` is "9999" where unknown, so that it sorts last.

    ``outlet`` is the key of its document's outlet, ``event`` the history's with which that came.
    """

    id: str
    claim: str | None
    document: str
    outlet: str | None
    published: str
    event: int
    content: str
    chain: tuple[str, ...]
    evidence: Evidence
    certainty: Certainty
    named: Named
    denied: bool
    office: str | None  # of the root asserter
    score: float | None

    @property
    def asserter(self) -> str | None:
        """The root asserter, ``None`` where nobody is credited."""
        return self.chain[-1] if self.chain else None


def of_claims(ids: Collection[str]) -> ColumnElement[bool]:
    """Is it a mention of one of these claims?"""
    held = schema.claim_mentions.c
    return schema.mentions.c.id.in_(select(held.mention).where(among(held.claim, ids)))


def of_outlets(keys: Collection[str]) -> ColumnElement[bool]:
    """Does it stand in a document of one of these outlets?"""
    row = schema.document_rows.c
    return schema.mentions.c.document.in_(select(row.document).where(among(row.outlet, keys)))


def heard(
    connection: Connection, which: ColumnElement[bool] | None = None, *, standing: bool = True
) -> list[Heard]:
    """All, or ``which``: earliest publication first, those of one document in text order.

    ``which`` asks about mentions alone, so that it is answered first and not for every row joined.
    Without ``standing`` also rejected ones, and those of versions that are no longer current.
    """
    mention, row, held = schema.mentions, schema.document_rows, schema.claim_mentions
    query = (
        select(
            mention.c.n,
            mention.c.id,
            held.c.claim,
            mention.c.document,
            row.c.outlet,
            row.c.published,
            row.c.event,
            mention.c.content,
            mention.c.evidence,
            mention.c.certainty,
            mention.c.named,
            mention.c.polarity,
            schema.shown_record.label("record"),
        )
        .join(row, row.c.document == mention.c.document)
        .outerjoin(held, held.c.mention == mention.c.id)
        .where(true() if which is None else which)
    )
    if standing:
        query = query.where(schema.row_stands, ~mention.c.rejected)
    decode = msgspec.json.Decoder(_Record).decode
    made: list[tuple[tuple[str, str, int], Heard]] = []
    for (
        n,
        id_,
        claim,
        document,
        outlet,
        published,
        event,
        content,
        *values,
        record,
    ) in connection.execute(query):
        evidence, certainty, named, polarity = values
        told = decode(record)
        one = Heard(
            id=id_,
            claim=claim,
            document=document,
            outlet=outlet,
            published=published or "9999",
            event=event,
            content=content,
            chain=tuple(relay.name for relay in told.relays),
            evidence=_EVIDENCE[evidence],
            certainty=_CERTAINTY[certainty],
            named=_NAMED[named],
            denied=polarity == "denied",
            office=told.relays[-1].office if told.relays else None,
            score=told.score,
        )
        made.append(((one.published, document, n), one))
    made.sort(key=lambda pair: pair[0])  # here: records are too large to be sorted with
    return [one for _, one in made]
