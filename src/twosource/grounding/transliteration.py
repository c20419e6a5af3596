"""Whether two spellings may be one name romanised twice: "Shoigu" and "Shoygu"."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.lexicon import rows

SHORTEST = 5  # letters of a word from which spellings are compared by sound
_DOUBLED = re.compile(r"([a-z])\1")


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """What a folded word has in common with its other romanisations; short words as they are."""
    if len(word) < SHORTEST or not word.isalpha():
        return word
    for written, kept in rows("grounding", "transliteration"):
        word = word.replace(written, kept)
    return _DOUBLED.sub(r"\1", word)
