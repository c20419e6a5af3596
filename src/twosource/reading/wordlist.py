"""Looking up words and phrases of a lexicon in a row of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from twosource.lexicon import rows

LONGEST = 5


@cache
def entries(room: str, name: str) -> dict[tuple[str, ...], str]:
    """Phrases as tuples of folded words, with their value."""
    return {tuple(r[0].casefold().split()): r[1] if len(r) > 1 else "" for r in rows(room, name)}


def _key(piece: Sequence[Token]) -> tuple[str, ...]:
    """Folded words; what a hyphen joins is one word."""
    joined = " ".join(t.lower_.replace("’", "'") for t in piece)
    return tuple(joined.replace(" - ", "-").split(" "))


def hits(
    name: str, tokens: Sequence[Token], lemmas: bool = False, room: str = "reading"
) -> list[tuple[list[Token], str]]:
    """Every lexicon entry among the tokens, longest first at each place: tokens and value."""
    table = entries(room, name)
    found: list[tuple[list[Token], str]] = []
    i = 0
    while i < len(tokens):
        for length in range(min(LONGEST, len(tokens) - i), 0, -1):
            piece = list(tokens[i : i + length])
            key = _key(piece)
            value = table.get(key)
            if value is None and lemmas:
                value = table.get(tuple(t.lemma_.casefold() for t in piece))
            if value is not None:
                found.append((piece, value))
                i += length - 1
                break
        i += 1
    return found
