"""The tree behind a claim's number of independent origins.

From each root asserter through the relays that passed its word on to the documents that carry it,
and from those to their copies. What is not counted stands there too, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from twosource.model import Claim, Evidence, Mention, Polarity
from twosource.outlets import outlet
from twosource.publishing.book import Book
from twosource.publishing.phrases import NOBODY, counted, day, number


@dataclass(slots=True)
class Node:
    """One node; ``kind`` is origin, relay or document; ``state`` counted, uncounted or denied."""

    label: str
    kind: str
    state: str = "counted"
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    document: str = ""  # of a document: its id, and the mention whose words stand in it
    mention: str = ""
    children: list[Node] = field(default_factory=list)

    def child(self, label: str, kind: str) -> Node:
        """The child of that name, made where it is missing."""
        for node in self.children:
            if node.label == label and node.kind == kind:
                return node
        node = Node(label, kind, self.state)
        self.children.append(node)
        return node


def _document_node(book: Book, mention: Mention) -> Node:
    document = book.document.get(mention.document)
    name = (document and (outlet(document) or document.title or document.key)) or mention.document
    return Node(
        label=name,
        kind="document",
        note=day(document.published_at) if document else "",
        document=mention.document,
        mention=mention.id,
    )


def _grow(book: Book, root: Node, mentions: Sequence[Mention]) -> None:
    """Hang relays and documents below a root; copies below the document they were taken from."""
    leaves: dict[str, Node] = {}
    parents: dict[str, Node] = {}
    for mention in mentions:
        if mention.document in leaves:
            continue
        node = root
        for relay in reversed(mention.relays[:-1]):
            node = node.child(relay.name, "relay")
        leaf = _document_node(book, mention)
        leaf.state = root.state
        leaves[mention.document], parents[mention.document] = leaf, node
    for name, leaf in leaves.items():
        copy = book.copy_of.get(name)
        if copy and copy.original in leaves and not _below(book, copy.original, name, leaves):
            share = f"copy, {number(round(copy.reuse * 100))} %"
            leaf.note = f"{leaf.note} · {share}" if leaf.note else share
            leaves[copy.original].children.append(leaf)
        else:
            parents[name].children.append(leaf)


def _below(book: Book, name: str, wanted: str, leaves: dict[str, Node]) -> bool:
    """Would hanging ``wanted`` below ``name`` close a ring?"""
    seen: set[str] = set()
    while name in leaves and name not in seen:
        if name == wanted:
            return True
        seen.add(name)
        copy = book.copy_of.get(name)
        if copy is None:
            return False
        name = copy.original
    return name == wanted


def _evidence(mentions: Iterable[Mention]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(m.evidence for m in mentions))


def _prune(node: Node) -> None:
    node.children = [c for c in node.children if c.kind == "document" or c.children]
    for child in node.children:
        _prune(child)


def shortened(nodes: Sequence[Node], most: int = 12, below: int = 5) -> tuple[Node, ...]:
    """A tree for a page: of more than ``most`` roots or ``below`` children the last are counted."""
    kept = list(nodes[:most])
    for node in kept:
        node.children = list(shortened(node.children, below, below))
    if len(nodes) > most:
        left = nodes[most:]
        documents = sum(_documents(node) for node in left)
        state = left[0].state if len({node.state for node in left}) == 1 else "uncounted"
        kept.append(Node(f"and {counted(len(left), 'more', 'more')}", left[0].kind, state))
        if left[0].kind != "document":
            kept[-1].note = f"in {counted(documents, 'document')}"
    return tuple(kept)


def _documents(node: Node) -> int:
    return (node.kind == "document") + sum(_documents(child) for child in node.children)


def origin_tree(book: Book, claim: Claim) -> tuple[Node, ...]:
    """The roots: counted origins first, then those not counted, then denials."""
    left = {m.id: m for m in book.mentions_of(claim)}
    roots: list[Node] = []
    for origin in claim.origins:
        own = [
            m
            for m in left.values()
            if m.polarity is not Polarity.DENIED
            and (
                m.id in origin.mentions
                or (not origin.mentions and m.document in origin.documents and m.relays)
            )
        ]
        state = "counted" if origin.counted else "uncounted"
        root = Node(origin.actor, "origin", state, origin.why, (origin.evidence,))
        _grow(book, root, own)
        roots.append(root)
        for mention in own:
            del left[mention.id]
    rest: dict[tuple[str, str], list[Mention]] = {}
    for mention in left.values():
        state = "denied" if mention.polarity is Polarity.DENIED else "uncounted"
        rest.setdefault((state, mention.asserter or NOBODY), []).append(mention)
    for (state, name), mentions in sorted(rest.items(), key=lambda item: item[0][0] == "uncounted"):
        why = {
            "denied": "denies it: not an origin of the claim",
            "uncounted": "not shown to be independent",
        }[state]
        if name == NOBODY and state == "uncounted":
            why = "a statement credited to nobody vouches for nothing"
        root = Node(name, "origin", state, why, _evidence(mentions))
        _grow(book, root, mentions)
        roots.append(root)
    for root in roots:
        _prune(root)
    rank = {"counted": 0, "uncounted": 1, "denied": 2}
    return tuple(sorted(roots, key=lambda node: rank[node.state]))
