"""A claim together with its mentions, as conflicts look at it."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.linking import names
from twosource.linking.items import Item
from twosource.model import Claim, Place


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with its mentions."""

    claim: Claim
    members: tuple[Item, ...]

    @property
    def affirming(self) -> tuple[Item, ...]:
        """The mentions that do not deny it."""
        return tuple(item for item in self.members if not item.denied)

    @property
    def asserters(self) -> frozenset[str]:
        """Names of those who affirm it."""
        return frozenset(item.mention.asserter or "" for item in self.affirming) - {""}

    @property
    def own_places(self) -> tuple[Place, ...]:
        """The places that its own words name; those of the context are only hints."""
        return tuple(place for item in self.affirming for place in item.own_places)


def one_origin(a: Weighed, b: Weighed) -> bool:
    """Is it a series of one source rather than a contradiction of two?"""
    return any(names.same(x, y) for x in a.asserters for y in b.asserters)
