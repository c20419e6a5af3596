"""Claims as rows, with the values of their facets and their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from twosource.codec import decode, encode
from twosource.ledger import schema
from twosource.ledger.derived.heard import Heard
from twosource.ledger.derived.putting import among, put
from twosource.ledger.queries.rows import SHOWN, ClaimRow
from twosource.model import Claim, Status

CONTESTED = 1_000_000  # what a conflict adds to the attention a claim is due
_WORDS = 4_000  # code points of a claim's words that full-text search knows
_NAME = 60  # code points by which summaries are ordered


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A claim with its mentions, earliest first, and what they come to.

    ``carriers`` affirm it (all mentions where none does); ``outlets`` are those of the carriers,
    by key, ``everywhere`` those of all mentions.
    """

    n: int
    claim: Claim
    row: ClaimRow
    mentions: tuple[Heard, ...]
    asserters: tuple[str, ...]
    outlets: frozenset[str]
    everywhere: tuple[str, ...]

    @property
    def contested(self) -> bool:
        """Does it stand in a conflict?"""
        return self.claim.status is Status.CONTESTED


def claim_facts(
    connection: Connection, mentions: Sequence[Heard], ids: Collection[str] | None = None
) -> dict[str, ClaimFacts]:
    """All claims by id, or those of these ``ids``, in the order of linking.

    ``mentions``: at least all those of these claims.
    """
    said: dict[str, list[Heard]] = {}
    for mention in mentions:
        if mention.claim is not None:
            said.setdefault(mention.claim, []).append(mention)
    conflicts = _conflicts(connection, ids)
    outlets = None if ids is None else {m.outlet for m in mentions if m.outlet is not None}
    names = outlet_names(connection, outlets)
    found: dict[str, ClaimFacts] = {}
    query = select(schema.claims.c.n, schema.claims.c.record).order_by(schema.claims.c.n)
    if ids is not None:
        query = query.where(among(schema.claims.c.id, ids))
    for n, record in connection.execute(query):
        claim = decode(Claim, record)
        own = tuple(said.get(claim.id, ()))
        found[claim.id] = _facts(n, claim, own, conflicts.get(claim.id, 0), names)
    return found


def _conflicts(connection: Connection, ids: Collection[str] | None) -> dict[str, int]:
    """How many conflicts each claim stands in."""
    table = schema.conflicts.c
    query = select(table.a, table.b)
    if ids is not None:
        query = query.where(among(table.a, ids) | among(table.b, ids))
    found: dict[str, int] = {}
    for a, b in connection.execute(query):
        for side in {a, b}:
            found[side] = found.get(side, 0) + 1
    return found


def outlet_names(connection: Connection, keys: Collection[str] | None = None) -> Mapping[str, str]:
    """Outlets' names by their keys: of all, or of these."""
    query = select(schema.outlets.c.key, schema.outlets.c.name)
    if keys is not None:
        query = query.where(among(schema.outlets.c.key, keys))
    return {row.key: row.name for row in connection.execute(query)}


def _facts(
    n: int, claim: Claim, own: tuple[Heard, ...], conflicts: int, names: Mapping[str, str]
) -> ClaimFacts:
    affirming = tuple(m for m in own if not m.denied)
    carriers = affirming or own
    vouched = tuple(dict.fromkeys(o.actor for o in claim.origins if o.counted))
    affirmed = dict.fromkeys([*vouched, *(m.asserter for m in affirming if m.asserter)])
    asserters = tuple(dict.fromkeys([*affirmed, *(m.asserter for m in own if m.asserter)]))
    outlets = frozenset(m.outlet for m in carriers if m.outlet is not None)
    dates = [m.published for m in own if m.published != "9999"]
    row = ClaimRow(
        id=claim.id,
        summary=claim.summary,
        kind=claim.kind,
        status=claim.status,
        origins=claim.independent_origins,
        mentions=len(own),
        documents=len({m.document for m in carriers}),
        outlets=len(outlets) or None,
        denials=len(own) - len(affirming),
        conflicts=conflicts,
        figure=claim.figure,
        transfer=claim.transfer,
        time_from=claim.time.start if claim.time else "",
        time_to=claim.time.end if claim.time else "",
        places=tuple(dict.fromkeys(p.name for p in claim.places))[:SHOWN],
        actors=claim.actors[:SHOWN],
        asserters=asserters[:SHOWN],
        asserter_count=len(asserters),
        vouched=min(len(vouched), SHOWN),
        affirming=min(len(affirmed), SHOWN),
        evidence=tuple(dict.fromkeys(m.evidence for m in carriers)),
        certainty=tuple(dict.fromkeys(m.certainty for m in carriers)),
        first_published=dates[0] if dates else "",
        last_published=dates[-1] if dates else "",
    )
    everywhere = dict.fromkeys(names[m.outlet] for m in own if m.outlet is not None)
    return ClaimFacts(n, claim, row, own, asserters, outlets, tuple(everywhere))


def put_claims(connection: Connection, facts: Mapping[str, ClaimFacts]) -> None:
    """Store rows, lines, facet values and places."""
    if not facts:
        return
    made = list(facts.values())
    put_rows(connection, made)
    held: dict[tuple[str, str], list[int]] = {}
    for each in made:
        for value in facet_values(each):
            held.setdefault(value, []).append(each.n)
    ordered = sorted(held)
    put(
        connection,
        schema.facet_values,
        [
            {
                "id": at,
                "facet": facet,
                "value": value,
                "folded": value.casefold(),
                "claims": len(held[facet, value]),
            }
            for at, (facet, value) in enumerate(ordered)
        ],
    )
    put(
        connection,
        schema.claim_values,
        [{"value": at, "claim": n} for at, value in enumerate(ordered) for n in held[value]],
    )


def put_rows(connection: Connection, made: Sequence[ClaimFacts]) -> None:
    """Store rows, lines and places, which concern one claim each."""
    put(connection, schema.claim_rows, [_claim_row(each) for each in made])
    put(connection, schema.claim_lines, [_claim_line(each) for each in made])
    put(connection, schema.claim_places, [place for each in made for place in _places(each)])


def _claim_row(facts: ClaimFacts) -> dict[str, object]:
    row, events = facts.row, [m.event for m in facts.mentions]
    scores = [m.score for m in facts.mentions if m.score is not None]
    return {
        "n": facts.n,
        "claim": row.id,
        "kind": row.kind.value,
        "status": row.status.value,
        "origins": row.origins,
        "mentions": row.mentions,
        "documents": row.documents,
        "outlets": row.outlets or 0,
        "conflicts": row.conflicts,
        "attention": CONTESTED * bool(row.conflicts) + row.documents + row.denials,
        "published": row.first_published,
        "time_from": row.time_from,
        "time_to": row.time_to,
        "name": row.summary[:_NAME].casefold(),
        "score": min(scores, default=None),
        "first_event": min(events, default=0),
        "last_event": max(events, default=0),
    }


def _claim_line(facts: ClaimFacts) -> dict[str, object]:
    said = dict.fromkeys([facts.row.summary, *(m.content for m in facts.mentions)])
    words = "\n".join([*said, *facts.asserters])
    return {"n": facts.n, "words": words[:_WORDS], "record": encode(facts.row)}


def facet_values(facts: ClaimFacts) -> Iterator[tuple[str, str]]:
    """The facets' values that a claim has, each once."""
    row = facts.row
    yield "status", row.status.value
    yield "kind", row.kind.value
    yield "origins", str(row.origins)
    yield from (("evidence", value.value) for value in row.evidence)
    yield from (("certainty", value.value) for value in row.certainty)
    yield from (("asserter", name) for name in facts.asserters)
    yield from (("outlet", name) for name in facts.everywhere)
    yield from (("place", name) for name in dict.fromkeys(p.name for p in facts.claim.places))


def _places(facts: ClaimFacts) -> Iterator[dict[str, object]]:
    for at, place in enumerate(dict.fromkeys(replace(p, spans=()) for p in facts.claim.places)):
        yield {
            "claim": facts.n,
            "n": at,
            "name": place.name,
            "precision": place.precision.value,
            "lat": place.lat,
            "lon": place.lon,
            "country": place.country,
        }
