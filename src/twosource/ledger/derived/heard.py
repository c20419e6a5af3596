"""Every mention of the current documents with what counting needs, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select

from twosource.ledger import schema
from twosource.model import Certainty, Evidence, Named


class _Relay(msgspec.Struct):
    name: str


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
    score: float | None

    @property
    def asserter(self) -> str | None:
        """The root asserter, ``None`` where nobody is credited."""
        return self.chain[-1] if self.chain else None


def heard(connection: Connection) -> list[Heard]:
    """All of them, earliest publication first, those of one document in text order."""
    mention, row, held = schema.mentions, schema.document_rows, schema.claim_mentions
    found = connection.execute(
        select(
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
        .where(row.c.current, ~mention.c.rejected)
        .order_by(row.c.published == "", row.c.published, mention.c.document, mention.c.n)
    )
    decoder = msgspec.json.Decoder(_Record)
    made: list[Heard] = []
    for one in found:
        record = decoder.decode(one.record)
        made.append(
            Heard(
                id=one.id,
                claim=one.claim,
                document=one.document,
                outlet=one.outlet,
                published=one.published or "9999",
                event=one.event,
                content=one.content,
                chain=tuple(relay.name for relay in record.relays),
                evidence=Evidence(one.evidence),
                certainty=Certainty(one.certainty),
                named=Named(one.named),
                denied=one.polarity == "denied",
                score=record.score,
            )
        )
    return made
