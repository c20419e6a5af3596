"""The linter's word lists, read once."""

from __future__ import annotations

from functools import cache

from twosource.lexicon import rows

ROOM = "lint"


@cache
def people() -> tuple[frozenset[str], frozenset[str]]:
    """Nouns for people reports credit without a name: singular forms, plural forms."""
    table = rows(ROOM, "people")
    return frozenset(row[0] for row in table), frozenset(row[1] for row in table)
