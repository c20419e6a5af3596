"""What stands on whose word, and what stood in which outlet: counts, no score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from twosource.codec import encode
from twosource.ledger import schema
from twosource.ledger.derived.claims import ClaimFacts, outlet_names
from twosource.ledger.derived.heard import Heard
from twosource.ledger.derived.putting import among
from twosource.ledger.queries.rows import Role, SourceRow
from twosource.model import Named
from twosource.offices import Office, Offices

_FACELESS = (Named.UNNAMED, Named.COLLECTIVE)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands; ``outlet``: the key of the only one whose documents carry it."""

    origins: int
    contested: bool
    outlet: str | None


def standings(facts: Mapping[str, ClaimFacts]) -> dict[str, Standing]:
    """How all these claims stand."""
    return {
        name: Standing(
            each.row.origins,
            each.contested,
            next(iter(each.outlets)) if len(each.outlets) == 1 else None,
        )
        for name, each in facts.items()
    }


@dataclass(slots=True)
class _Own:
    said: list[Heard] = field(default_factory=list)
    documents: int = 0
    copies: int = 0


def source_rows(
    connection: Connection,
    mentions: Sequence[Heard],
    claims: Mapping[str, Standing],
    revised: frozenset[tuple[str, str]],
) -> list[dict[str, object]]:
    """All asserters and all outlets."""
    rows = [*asserters(mentions, claims, revised), *outlets(connection, mentions, claims)]
    return stored(rows)


def stored(rows: Iterable[SourceRow]) -> list[dict[str, object]]:
    """As rows of ``sources``."""
    return [
        {
            "role": row.role.value,
            "name": row.name,
            "folded": row.name.casefold(),
            "claims": row.claims,
            "mentions": row.mentions,
            "alone": row.alone,
            "contested": row.contested,
            "revised": row.revised,
            "record": encode(row),
        }
        for row in rows
    ]


def asserters(
    mentions: Sequence[Heard],
    standing: Mapping[str, Standing],
    revised: frozenset[tuple[str, str]],
) -> Iterator[SourceRow]:
    """Whoever asserts any of these mentions, which are all that they assert."""
    own: dict[str, list[Heard]] = {}
    for mention in mentions:
        if mention.asserter:
            own.setdefault(mention.asserter, []).append(mention)
    changed = Counter(origin for origin, _ in revised)
    for name, said in own.items():
        claims = _claims(said, standing)
        alone = sum(each.origins == 1 for each in claims)
        documents = len({m.document for m in said})
        row = _row(Role.ASSERTER, name, said, claims, alone, documents)
        yield replace(row, revised=changed[name], offices=_offices(said))


def outlets(
    connection: Connection,
    mentions: Sequence[Heard],
    standing: Mapping[str, Standing],
    keys: Collection[str] | None = None,
) -> Iterator[SourceRow]:
    """All outlets, or those of these ``keys``; of their documents all mentions must be given."""
    rows, copies = schema.document_rows, schema.copies
    names = outlet_names(connection, keys)
    copied = select(copies.c.document).where(copies.c.document == rows.c.document).exists()
    own: dict[str, _Own] = {}
    query = select(rows.c.outlet, copied.label("copied")).where(schema.row_stands)
    wanted = rows.c.outlet.is_not(None) if keys is None else among(rows.c.outlet, keys)
    for key, is_copy in connection.execute(query.where(wanted)):
        of = own.setdefault(key, _Own())
        of.documents += 1
        of.copies += is_copy
    for mention in mentions:
        if mention.outlet in own:
            own[mention.outlet].said.append(mention)
    for key, of in own.items():
        claims = _claims(of.said, standing)
        alone = sum(each.outlet == key for each in claims)
        row = _row(Role.OUTLET, names[key], of.said, claims, alone, of.documents)
        yield replace(row, copies=of.copies)


def _offices(said: Iterable[Heard]) -> tuple[Office, ...]:
    held = Offices()
    for mention in said:
        held.add(mention.office, "" if mention.published == "9999" else mention.published[:10])
    return held.found()


def _claims(said: Iterable[Heard], standing: Mapping[str, Standing]) -> list[Standing]:
    held = dict.fromkeys(m.claim for m in said)
    return [standing[claim] for claim in held if claim is not None and claim in standing]


def _row(
    role: Role,
    name: str,
    said: Sequence[Heard],
    claims: Sequence[Standing],
    alone: int,
    documents: int,
) -> SourceRow:
    dates = sorted(m.published for m in said if m.published != "9999")
    return SourceRow(
        role=role,
        name=name,
        mentions=len(said),
        claims=len(claims),
        documents=documents,
        outlets=len({m.outlet for m in said if m.outlet is not None}),
        alone=alone,
        contested=sum(each.contested for each in claims),
        denies=sum(m.denied for m in said),
        revised=0,
        copies=0,
        unnamed=role is Role.ASSERTER and all(m.named in _FACELESS for m in said),
        evidence=tuple(value for value, _ in Counter(m.evidence for m in said).most_common()),
        first_published=dates[0] if dates else "",
        last_published=dates[-1] if dates else "",
    )
