"""Who handed the text to its publisher: the near end of every chain in it.

A wire credit ("By Ann Or, Reuters", "(AFP) -") or the source a feed entry names joins the chain
before whoever the text credits; the publisher itself and its own reporters do not.
"""

from __future__ import annotations

from twosource.model import ActorKind, Document, Named, Relay
from twosource.reading.states import fold

_HOUSE_WORDS = frozenset({"the", "agency", "news", "press", "wire", "service"})


def near_end(document: Document) -> tuple[Relay, ...]:
    """The relays before the first one credited, nearest to the reader first; empty for own work."""
    found: list[Relay] = []
    known = [document.publisher or ""]
    for name in (document.feed_source, document.agency):
        house = (name or "").strip()
        if house and not any(_same(house, other) for other in known):
            found.append(Relay(house, (), Named.NAMED, ActorKind.OUTLET))
            known.append(house)
    return tuple(found)


def joined(near: tuple[Relay, ...], relays: tuple[Relay, ...]) -> tuple[Relay, ...]:
    """A chain with its near end; one that credits nobody, or those already, stays as it is."""
    if not relays:
        return relays
    new = [r for r in near if not any(_same(r.name, relay.name) for relay in relays)]
    return (*new, *relays)


def _same(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    return bool(a) and bool(b) and (a <= b or b <= a)


def _words(name: str) -> frozenset[str]:
    words = frozenset(fold(name).split())
    return words - _HOUSE_WORDS or words
