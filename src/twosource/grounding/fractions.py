"""Numbers told as parts of a larger one: "half a million", "two thirds of the million"."""

from __future__ import annotations

import re
from functools import cache

from twosource.lexicon import table


def _any(name: str) -> str:
    words = sorted((word for word in table("grounding", name) if len(word) > 3), key=len)
    return "|".join(re.escape(word) for word in reversed(words))


@cache
def written() -> str:
    """A regular expression without groups for all of them."""
    units = "|".join(re.escape(word) for word in table("grounding", "number_words"))
    scale, part = rf"(?:{_any('scales')})", rf"(?:{_any('fractions')})s?"
    whole = rf"(?:an?|the)\s+{scale}"
    return (
        rf"half\s+(?:of\s+)?{whole}|(?:an?|{units})[\s-]{part}\s+of\s+{whole}"
        rf"|(?:{units}|[0-9]+)\s+and\s+a\s+half\s+{scale}"
        rf"|(?:an?|{units})\s+{scale}\s+and\s+a\s+half"
    )


def value(text: str) -> float | None:
    """The number such words name, in any case; ``None`` where they are none of them."""
    if not re.fullmatch(written(), text, re.IGNORECASE):
        return None
    words = re.split(r"[\s-]+", text.casefold())
    scale = next(float(table("grounding", "scales")[w]) for w in words if _in("scales", w))
    cut = next(_cut(w) for w in words if _cut(w))
    units = table("grounding", "number_words")
    number = 1.0 if words[0] in ("a", "an", "half") else float(units.get(words[0], words[0]))
    return float(round(scale * (number + 1 / cut if "and" in words else number / cut)))


def _in(name: str, word: str) -> bool:
    return len(word) > 3 and word in table("grounding", name)


def _cut(word: str) -> float:
    parts = table("grounding", "fractions")
    return float(parts.get(word) or parts.get(word.removesuffix("s")) or 0)
