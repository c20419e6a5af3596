"""Phrases by which a text says whence a report took its matter."""

from __future__ import annotations

import re
from functools import cache

from twosource import lexicon
from twosource.outlets import short_name


@cache
def phrases() -> re.Pattern[str]:
    """Any sourcing phrase ("rested on", "citing"), whole words, any case."""
    entries = sorted(lexicon.words("linking", "dependence"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, entries)) + r")\b", re.IGNORECASE)


def names_it(text: str, name: str) -> bool:
    """Does the text use the name, whole and in its own case?"""
    short = short_name(name)
    if not short:
        return False
    at = text.find(short)
    while at >= 0:
        end = at + len(short)
        if not (at and _is_word(text[at - 1])) and not (end < len(text) and _is_word(text[end])):
            return True
        at = text.find(short, at + 1)
    return False


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
