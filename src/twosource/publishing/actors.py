"""Everybody who stands in a chain: what sort, known to others by what, in which offices when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from twosource.grounding.identifiers import Identity, identity
from twosource.model import ActorKind
from twosource.offices import Office, Offices
from twosource.publishing.book import Book


@dataclass(frozen=True, slots=True)
class Actor:
    """One name; ``mentions`` counts those with it in their chain."""

    name: str
    kind: ActorKind | None
    mentions: int
    identity: Identity | None
    offices: tuple[Office, ...]


@dataclass(slots=True)
class _Met:
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    mentions: int = 0
    offices: Offices = field(default_factory=Offices)


def actors(book: Book) -> Iterator[Actor]:
    """By name."""
    met: dict[str, _Met] = {}
    for mention in book.mentions:
        document = book.document.get(mention.document)
        day = ((document and document.published_at) or "")[:10]
        for relay in mention.relays:
            one = met.setdefault(relay.name, _Met())
            one.mentions += 1
            one.kinds.update([relay.kind] if relay.kind is not None else [])
            one.offices.add(relay.office, day)
    for name in sorted(met):
        one = met[name]
        kind = max(one.kinds, key=lambda k: (one.kinds[k], k), default=None)
        yield Actor(name, kind, one.mentions, identity(name), one.offices.found())
