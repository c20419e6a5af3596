"""Times that no clock or calendar has: "27:80", "the year 99999". Not guessed, but said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model import Reason, Spans

_CLOCK = re.compile(r"(?<![\w.,:/])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?![\w:/]|[.,][0-9])")
_YEAR = re.compile(
    r"\byear\s+(?P<number>[0-9]{5,})(?=\s*(?:[.,;:!?)]|$)|\s+(?:in|at|on|and|when)\b)", re.I
)
_LAST_HOUR = 24
_MINUTES = 60
_BEFORE, _AFTER = 8, 40  # code points that "year " and the number with the word after it take


def impossible(text: str, content: Spans) -> Iterator[Reason]:
    """Why a time in some spans of a text is none."""
    for span in content:
        for clock in _CLOCK.finditer(text, *span):
            if int(clock["hour"]) > _LAST_HOUR or int(clock["minute"]) >= _MINUTES:
                yield Reason("time", "", (clock.span(),), "no clock shows this")
        for year in _YEAR.finditer(text, *span):
            yield Reason("time", "", (year.span(),), "no calendar counts that far")


def far_year(text: str, number: int) -> bool:
    """Is the number at an offset such a year, so that it counts nothing?"""
    start = max(0, number - _BEFORE)
    found = _YEAR.search(text[start : number + _AFTER])  # a long text is not searched for each
    return found is not None and found.start("number") == number - start
