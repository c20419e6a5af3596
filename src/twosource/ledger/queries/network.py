"""Who passes on whom, and who is said to give whom what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection


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
    """One name of the network; ``mentions`` that it passes on, makes or is told of in."""

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
    raise NotImplementedError
