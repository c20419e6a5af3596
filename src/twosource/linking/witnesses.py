"""Who vouches for a claim: its affirming mentions by root asserter, before anything is folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.linking import names
from twosource.linking.items import Item
from twosource.model import ActorKind, Evidence, Named, Relay
from twosource.outlets import short_name


@dataclass(frozen=True, slots=True)
class Voice:
    """One root asserter with the mentions that credit it, earliest first."""

    actor: str
    said: tuple[Item, ...]

    @property
    def roots(self) -> tuple[Relay, ...]:
        """The last link of each chain."""
        return tuple(item.mention.relays[-1] for item in self.said)

    @property
    def evidence(self) -> Evidence:
        """What it is most often said to rest on; ``NONE`` only where no mention says."""
        stated = [i.mention.evidence for i in self.said if i.mention.evidence is not Evidence.NONE]
        return Counter(stated).most_common(1)[0][0] if stated else Evidence.NONE

    @property
    def kind(self) -> ActorKind | None:
        """What sort of actor, where any mention knows."""
        return next((relay.kind for relay in self.roots if relay.kind is not None), None)

    @property
    def named(self) -> Named:
        """How well it is identified, at best."""
        found = {relay.named for relay in self.roots} | {i.mention.named for i in self.said}
        order = (Named.NAMED, Named.UNNAMED, Named.COLLECTIVE)
        return next((named for named in order if named in found), Named.NONE)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that carry it, earliest first, each once."""
        return tuple(dict.fromkeys(item.document.id for item in self.said))

    def relayed_by(self, actor: str, *, once: bool = False) -> bool:
        """Did it reach us only (``once``: at least once) through ``actor``?"""
        through = (
            any(_is(relay.name, actor) for relay in item.mention.relays[:-1]) for item in self.said
        )
        return any(through) if once else all(through)


def _is(name: str, other: str) -> bool:
    """One actor; an outlet is credited by its short name."""
    short = short_name(other).casefold()
    return names.same(name, other) or short in names.fold(name).split()


def voices(members: Sequence[Item]) -> tuple[Voice, ...]:
    """Root asserters of the affirming mentions; several names of one actor are one voice."""
    found: list[tuple[str, list[Item]]] = []
    by_name: dict[str, list[Item]] = {}
    for item in members:
        root = item.mention.asserter
        if item.denied or not root:
            continue
        key = names.fold(root)
        if key not in by_name:
            known = next((said for name, said in found if names.same(name, root)), None)
            if known is None:
                known = []
                found.append((root, known))
            by_name[key] = known
        by_name[key].append(item)
    return tuple(Voice(name, tuple(said)) for name, said in found)
