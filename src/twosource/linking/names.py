"""When two names stand for one actor, as far as the names alone show it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from twosource import lexicon
from twosource.grounding.transliteration import sound

_GLUE = frozenset({"the", "a", "an", "of", "for", "from", "at", "in", "and", "s"})


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Case, accents, punctuation, articles and possessives away."""
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"['’]s\b", "", text)
    words = re.sub(r"[^\w\s]", " ", text).split()
    while words and words[0] in {"the", "a", "an"}:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=100_000)
def parts(name: str) -> frozenset[str]:
    """The words that tell the actor from others: role words and glue dropped where any are left."""
    words = [word for word in fold(name).split() if word not in _GLUE]
    kept = [word for word in words if word not in lexicon.words("linking", "roles")]
    return frozenset(kept or words)


def only_role(name: str) -> bool:
    """Is it a role without a house ("officials", "a senior official")?"""
    said = [word for word in fold(name).split() if word not in _GLUE]
    return bool(said) and all(word in lexicon.words("linking", "roles") for word in said)


def is_name(name: str) -> bool:
    """Is it a name rather than a description ("the factions it backs")?"""
    return any(word[:1].isupper() for word in name.split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split() if word not in _GLUE)


def _akin(a: str, b: str) -> bool:
    """Country and its adjective ("ukraine"/"ukrainian"), other spellings, other romanisations."""
    if a == b or sound(a) == sound(b):
        return True
    short, long = sorted((a, b), key=len)
    if {a, b} == {"defence", "defense"}:
        return True
    grown = 0 < len(long) - len(short) <= 3  # "maria" and "mario" are two
    return len(short) >= 5 and long[: len(short) - 1] == short[:-1] and grown


def covers(whole: frozenset[str], part: frozenset[str]) -> bool:
    """Every word of ``part`` stands, or an inflection of it, in ``whole``."""
    return bool(part) and all(any(_akin(word, other) for other in whole) for word in part)


@lru_cache(maxsize=200_000)
def same(a: str, b: str) -> bool:
    """One actor under two names: equal words, initials, or a spokesperson and the institution."""
    if fold(a) == fold(b):
        return True
    x, y = parts(a), parts(b)
    if len(x) == len(y) and covers(x, y):
        return True
    for short, long in ((a, b), (b, a)):
        letters = short.strip().replace(".", "")
        if letters.isupper() and len(letters) >= 3 and _initials(long).upper() == letters:
            return True
    return False


@lru_cache(maxsize=200_000)
def within(a: str, b: str) -> bool:
    """One name holds the other: "Armenia" and "Armenia's Defence Ministry"."""
    x, y = parts(a), parts(b)
    return covers(x, y) or covers(y, x)
