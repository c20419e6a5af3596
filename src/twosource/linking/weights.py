"""How telling each word is, and how alike two bags of words are.

The weights come from English at large, not from the corpus at hand: what two statements have in
common must not depend on which other documents are in the ledger, or one new document would touch
all links. Names (words no dictionary knows) are the standing cast of a war and say little; numbers
say the more, the more particular they are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache, lru_cache

from twosource import lexicon
from twosource.linking.words import stems

TEXT = 300  # words of a text: a word's weight is that of texts of this length which hold it
MOST = 5.0
NAME = 2.5
NUMBERS = (1.5, 2.0, 3.0)  # of a number with no, one or two significant digits; more: `MOST`


@cache
def _shares() -> dict[str, float]:
    """Share of running text of every stem."""
    found: dict[str, float] = defaultdict(float)
    for band, line in lexicon.rows("linking", "frequencies"):
        share = math.exp(-int(band) / 2)
        for stem in stems(line):
            found[stem] += share
    return found


@lru_cache(maxsize=200_000)
def weight(stem: str) -> float:
    """Logarithm of how many texts there are for one that holds the stem, within bounds."""
    if stem.startswith("#"):
        digits = len(stem.strip("#").strip("0."))
        return NUMBERS[digits] if digits < len(NUMBERS) else MOST
    share = _shares().get(stem)
    if share is None:
        return NAME
    return min(MOST, math.log1p(1 / -math.expm1(-TEXT * share)))


@lru_cache(maxsize=200_000)
def _square(stem: str) -> float:
    return weight(stem) ** 2


def is_name(stem: str) -> bool:
    """Is it a word that no dictionary knows?"""
    return not stem.startswith("#") and stem not in _shares()


@lru_cache(maxsize=100_000)
def _norm(bag: frozenset[str]) -> float:
    return math.fsum(map(_square, bag))


def cosine(a: frozenset[str], b: frozenset[str]) -> float:
    """Cosine of two bags under squared weights."""
    common = a & b
    if not common:
        return 0.0
    return math.fsum(map(_square, common)) / math.sqrt(_norm(a) * _norm(b))
