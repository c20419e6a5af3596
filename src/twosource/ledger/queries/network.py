"""Who passes on whom, and who is said to give whom what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, func, select

from twosource.ledger import schema
from twosource.ledger.queries.records import parts
from twosource.ledger.queries.rows import Role

_edges, _sources = schema.edges, schema.sources


class EdgeKind(StrEnum):
    """What joins two names."""

    RELAY = "relay"  # ``a`` passes on what ``b`` says
    TRANSFER = "transfer"  # ``a`` is said to give ``b`` something


@dataclass(frozen=True, slots=True)
class Edge:
    """``what`` is what is given, ``""`` for a relay; counts are of what tells so."""

    kind: EdgeKind
    a: str
    b: str
    what: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class Node:
    """One name; ``mentions`` is the sum over its edges that are shown."""

    name: str
    outlet: bool
    asserter: bool
    mentions: int


@dataclass(frozen=True, slots=True)
class Network:
    """The strongest edges with their nodes; ``total`` counts all edges there are."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    total: int


def network(
    connection: Connection,
    kind: EdgeKind | None = None,
    *,
    about: str | None = None,
    most: int = 300,
) -> Network:
    """The network, or with ``about`` the part within one step of a name."""
    found: list[ColumnElement[bool]] = []
    if kind is not None:
        found.append(_edges.c.kind == kind.value)
    if about is not None:
        found.append((_edges.c.a == about) | (_edges.c.b == about))
    edges = edges_where(connection, *found, most=most)
    total = connection.execute(select(func.count()).select_from(_edges).where(*found)).scalar_one()
    return Network(_nodes(connection, edges), edges, total)


def edges_where(connection: Connection, *where: ColumnElement[bool], most: int) -> tuple[Edge, ...]:
    """The strongest edges for which something holds."""
    query = select(_edges).where(*where)
    order = (_edges.c.mentions.desc(), _edges.c.a, _edges.c.b, _edges.c.kind, _edges.c.what)
    return tuple(
        Edge(EdgeKind(row.kind), row.a, row.b, row.what, row.mentions, row.documents)
        for row in connection.execute(query.order_by(*order).limit(max(0, most)))
    )


def _nodes(connection: Connection, edges: Sequence[Edge]) -> tuple[Node, ...]:
    weight: dict[str, int] = {}
    for edge in edges:
        for name in (edge.a, edge.b):
            weight[name] = weight.get(name, 0) + edge.mentions
    roles: dict[str, set[str]] = {}
    for part in parts(weight):
        query = select(_sources.c.name, _sources.c.role).where(_sources.c.name.in_(part))
        for name, role in connection.execute(query):
            roles.setdefault(name, set()).add(role)
    return tuple(
        Node(
            name=name,
            outlet=Role.OUTLET in roles.get(name, ()),
            asserter=Role.ASSERTER in roles.get(name, ()),
            mentions=mentions,
        )
        for name, mentions in sorted(weight.items(), key=lambda item: (-item[1], item[0]))
    )
