"""Words that tell a death as the outcome of what was just told: "later died", "pronounced dead"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from twosource.grounding.page import Page
from twosource.lexicon import rows, words
from twosource.model import Span


def outcomes(page: Page, stretch: Span) -> Iterator[Span]:
    """Where such words stand."""
    return (found.span() for found in _of_it().finditer(page.text, *stretch))


def of_another_event(page: Page, at: int) -> bool:
    """Does the sentence of an offset tell of something else: "one died in a separate raid"?"""
    here = page.tokens(page.sentence(at))
    return any(t.lower_ in beside("event") for t in here)


@cache
def beside(sort: str) -> frozenset[str]:
    """Words for another ``count`` of people, or another ``event``."""
    return frozenset(word for word, sorts in rows("grounding", "beside") if sort in sorts.split())


@cache
def _of_it() -> re.Pattern[str]:
    rows_of = sorted(words("grounding", "deaths_of_it"), key=len, reverse=True)
    said = "|".join(re.escape(row).replace("poss", "(?:his|her|their)") for row in rows_of)
    return re.compile(rf"\b(?:{said})\b", re.I)
