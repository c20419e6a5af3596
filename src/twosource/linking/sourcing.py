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
    return bool(short) and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text) is not None
