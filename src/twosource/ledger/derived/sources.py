"""What stands on whose word, and what stood in which outlet: counts, no score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from twosource.codec import encode
from twosource.ledger import schema
from twosource.ledger.derived.claims import ClaimFacts, outlet_names
from twosource.ledger.derived.heard import Heard
from twosource.ledger.queries.rows import Role, SourceRow
from twosource.model import Named

_FACELESS = (Named.UNNAMED, Named.COLLECTIVE)


@dataclass(slots=True)
class _Own:
    said: list[Heard] = field(default_factory=list)
    documents: int = 0
    copies: int = 0


def source_rows(
    connection: Connection,
    mentions: Sequence[Heard],
    facts: Mapping[str, ClaimFacts],
    revised: frozenset[tuple[str, str]],
) -> list[dict[str, object]]:
    """All asserters and all outlets."""
    rows = [*_asserters(mentions, facts, revised), *_outlets(connection, mentions, facts)]
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


def _asserters(
    mentions: Sequence[Heard],
    facts: Mapping[str, ClaimFacts],
    revised: frozenset[tuple[str, str]],
) -> Iterator[SourceRow]:
    own: dict[str, list[Heard]] = {}
    for mention in mentions:
        if mention.asserter:
            own.setdefault(mention.asserter, []).append(mention)
    changed = Counter(origin for origin, _ in revised)
    for name, said in own.items():
        claims = _claims(said, facts)
        alone = sum(each.row.origins == 1 for each in claims)
        documents = len({m.document for m in said})
        row = _row(Role.ASSERTER, name, said, claims, alone, documents)
        yield replace(row, revised=changed[name])


def _outlets(
    connection: Connection, mentions: Sequence[Heard], facts: Mapping[str, ClaimFacts]
) -> Iterator[SourceRow]:
    rows, copies = schema.document_rows, schema.copies
    names = outlet_names(connection)
    copying = set(connection.execute(select(copies.c.document)).scalars())
    own: dict[str, _Own] = {}
    for document, key in connection.execute(
        select(rows.c.document, rows.c.outlet).where(rows.c.current, rows.c.outlet.is_not(None))
    ):
        of = own.setdefault(key, _Own())
        of.documents += 1
        of.copies += document in copying
    for mention in mentions:
        if mention.outlet in own:
            own[mention.outlet].said.append(mention)
    for key, of in own.items():
        claims = _claims(of.said, facts)
        alone = sum(each.outlets == {key} for each in claims)
        row = _row(Role.OUTLET, names[key], of.said, claims, alone, of.documents)
        yield replace(row, copies=of.copies)


def _claims(said: Iterable[Heard], facts: Mapping[str, ClaimFacts]) -> list[ClaimFacts]:
    held = dict.fromkeys(m.claim for m in said)
    return [facts[claim] for claim in held if claim is not None and claim in facts]


def _row(
    role: Role,
    name: str,
    said: Sequence[Heard],
    claims: Sequence[ClaimFacts],
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
