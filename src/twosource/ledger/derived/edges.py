"""The network in counts: who passes on whom, who is said to give whom what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sqlalchemy import Connection

from twosource.ledger.derived.claims import ClaimFacts, outlet_names
from twosource.ledger.derived.heard import Heard
from twosource.outlets import outlet_key

Edge = tuple[str, str, str, str]


def edge_rows(
    connection: Connection, mentions: Sequence[Heard], facts: Mapping[str, ClaimFacts]
) -> list[dict[str, object]]:
    """All edges, each once; an outlet passes on the first name of the chain."""
    names = outlet_names(connection)
    count: dict[Edge, int] = {}
    documents: dict[Edge, set[str]] = {}
    for edge, mention in _all(mentions, facts, names):
        count[edge] = count.get(edge, 0) + 1
        documents.setdefault(edge, set()).add(mention.document)
    return [
        {
            "kind": edge[0],
            "a": edge[1],
            "b": edge[2],
            "what": edge[3],
            "mentions": many,
            "documents": len(documents[edge]),
        }
        for edge, many in sorted(count.items())
    ]


def _all(
    mentions: Sequence[Heard], facts: Mapping[str, ClaimFacts], names: Mapping[str, str]
) -> Iterator[tuple[Edge, Heard]]:
    for mention in mentions:
        chain = mention.chain
        if chain and mention.outlet is not None and outlet_key(chain[0]) != mention.outlet:
            chain = (names[mention.outlet], *chain)
        for a, b in dict.fromkeys(pairwise(chain)):
            if a != b:
                yield ("relay", a, b, ""), mention
    for each in facts.values():
        transfer = each.claim.transfer
        if transfer is None or not transfer.giver or not transfer.receiver:
            continue
        edge = ("transfer", transfer.giver, transfer.receiver, transfer.what or "")
        for mention in each.mentions:
            yield edge, mention
