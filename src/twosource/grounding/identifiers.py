"""What others know an actor by: its Wikidata item and, of a state, its ISO code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.lexicon import rows


@dataclass(frozen=True, slots=True)
class Identity:
    """``wikidata``: an item ("Q458"); ``country``: ISO 3166-1 alpha-2, of states alone."""

    wikidata: str
    country: str | None


@cache
def _table() -> dict[str, Identity]:
    return {
        name: Identity(item, None if country == "-" else country)
        for name, item, country in rows("grounding", "identifiers")
    }


def identity(name: str) -> Identity | None:
    """Of an actor by its canonical name; ``None`` where no packaged source tells it for certain."""
    return _table().get(name)
