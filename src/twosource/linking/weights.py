"""How telling each word is, and how alike two bags of words are."""

from __future__ import annotations

import math
from collections.abc import Mapping


class Weights(dict[str, float]):
    """Weight of every stem; squares and the squared norms of bags are kept."""

    def __init__(self, weight: Mapping[str, float]) -> None:
        """Take the weights over."""
        super().__init__(weight)
        self._squares = {stem: value**2 for stem, value in weight.items()}
        self._norms: dict[frozenset[str], float] = {}

    def squared(self, bag: frozenset[str]) -> float:
        """Sum of the squared weights of a bag."""
        return sum(map(self._squares.__getitem__, bag))

    def norm(self, bag: frozenset[str]) -> float:
        """As `squared`, remembered: for the bag of a whole content."""
        known = self._norms.get(bag)
        if known is None:
            known = self._norms[bag] = self.squared(bag)
        return known


def cosine(a: frozenset[str], b: frozenset[str], weight: Weights) -> float:
    """Cosine of two bags under squared inverse-document-frequency weights."""
    common = a & b
    if not common:
        return 0.0
    both = weight.squared(common)
    return both / math.sqrt(weight.norm(a) * weight.norm(b)) if both else 0.0
