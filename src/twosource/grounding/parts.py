"""Words by which a number is a part of one told before: "two of them", "including three"."""

from __future__ import annotations

import re
from functools import cache

from twosource.grounding.numbers import Quantity
from twosource.lexicon import rows

_LEAD = 30  # code points before a number that such words take at most


def of_them(text: str, part: Quantity) -> bool:
    """As in "two of them", "one of whom"."""
    return _behind("behind").match(text, part.core[1]) is not None


def of_the(text: str, part: Quantity) -> int | None:
    """Where the words end after which those told of are named: "two of the (wounded)"."""
    found = _behind("the").match(text, part.core[1])
    return found.end() if found else None


def led_by(text: str, part: Quantity, *sorts: str) -> bool:
    """As in "among them two" (``among``), "of whom two" (``whom``)."""
    lead = (max(0, part.span[0] - _LEAD), part.span[0])
    return any(_before(sort).search(text, *lead) is not None for sort in sorts)


def _words(sort: str) -> str:
    found = (word for word, kind in rows("grounding", "parts") if kind == sort)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found)


@cache
def _behind(sort: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_words(sort)})\b", re.I)


@cache
def _before(sort: str) -> re.Pattern[str]:
    bounds = "|".join(re.escape(row[0]) for row in rows("grounding", "qualifiers"))
    return re.compile(rf"\b(?:{_words(sort)})\s+(?:(?:{bounds})\s+)?$", re.I)
