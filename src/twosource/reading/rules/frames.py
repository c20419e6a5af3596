"""Which words report, and in which constructions: the lexicon of reporting verbs and nouns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.lexicon import rows


@dataclass(frozen=True, slots=True)
class Frames:
    """Constructions of one verb or noun; ``preps`` are prepositions that introduce its content."""

    kinds: frozenset[str]
    preps: frozenset[str]

    def __contains__(self, kind: str) -> bool:
        return kind in self.kinds


_NONE = Frames(frozenset(), frozenset())


@cache
def _table(name: str) -> dict[str, Frames]:
    table: dict[str, Frames] = {}
    for row in rows("reading", name):
        kinds = row[1].split() if len(row) > 1 else []
        preps = frozenset(k[2:] for k in kinds if k.startswith("p:"))
        table[row[0]] = Frames(frozenset(k for k in kinds if not k.startswith("p:")), preps)
    return table


def verb_frames(lemma: str) -> Frames:
    """Frames of a reporting verb; empty for every other verb."""
    return _table("reporting_verbs").get(lemma.lower(), _NONE)


def noun_frames(lemma: str) -> Frames:
    """Frames of a noun that stands for what somebody says or shows; empty for others."""
    return _table("reporting_nouns").get(lemma.lower(), _NONE)
