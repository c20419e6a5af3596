"""The network in counts: who passes on whom, who is said to give whom what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sqlalchemy import Connection

from twosource.ledger.derived.claims import ClaimFacts, outlet_names
from twosource.ledger.derived.heard import Heard
from twosource.model import Claim
from twosource.outlets import outlet_key

Edge = tuple[str, str, str, str]


def edge_rows(
    connection: Connection, mentions: Sequence[Heard], facts: Mapping[str, ClaimFacts]
) -> list[dict[str, object]]:
    """All edges, each once; an outlet passes on the first name of the chain."""
    names = outlet_names(connection) if mentions else {}
    count: dict[Edge, int] = {}
    documents: dict[Edge, set[str]] = {}
    for edge, mention in told_edges(mentions, facts, names):
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


def told_edges(
    mentions: Sequence[Heard], facts: Mapping[str, ClaimFacts], names: Mapping[str, str]
) -> Iterator[tuple[Edge, Heard]]:
    """Edges with each mention that they are told in; ``names``: of outlets, by key."""
    for mention in mentions:
        chain = mention.chain
        if chain and mention.outlet is not None and outlet_key(chain[0]) != mention.outlet:
            chain = (names[mention.outlet], *chain)
        for a, b in dict.fromkeys(pairwise(chain)):
            if a != b:
                yield ("relay", a, b, ""), mention
    for each in facts.values():
        if (edge := transferred(each.claim)) is not None:
            yield from ((edge, mention) for mention in each.mentions)


def transferred(claim: Claim) -> Edge | None:
    """The edge that a claim is, if it says who gives whom what."""
    transfer = claim.transfer
    if transfer is None or not transfer.giver or not transfer.receiver:
        return None
    return "transfer", transfer.giver, transfer.receiver, transfer.what or ""
