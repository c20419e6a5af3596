"""Time expressions of English news and what they mean, in the manner of TIMEX3.

The anchor is the day of publication. A bare weekday is the last such day (the next one where the
sentence looks ahead); a bare month the nearest one. Without an anchor, or where the calendar has no
such day, an expression is still found, but its value stays empty. Values follow TimeML 1.2.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.grounding import calendars as cal
from twosource.grounding.readings import READINGS, Handler
from twosource.grounding.timing import Found, Scene
from twosource.lexicon import rows, table
from twosource.model import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression: TIMEX3 type and value; ``first``/``last`` its days where they are fixed.

    ``edtf`` as in `calendars.Period`; ``coming`` is what it means of a thing that is still to come,
    where that is something else.
    """

    span: Span
    type: str
    value: str
    first: date | None = None
    last: date | None = None
    edtf: str | None = None
    coming: cal.Period | None = None


_AHEAD = re.compile(
    r"\b(?:will|shall|won't|is to|are to|scheduled (?:to|for)|is due|are due|is expected|"
    r"are expected|set to|going to|upcoming|deadline|takes? effect|comes? into (?:force|effect)|"
    r"(?:plan|intend|expect|aim|prepar)(?:s|es|ing|e)? to)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:said|told|announced|reported|was|were|had|has)\b", re.IGNORECASE)


@cache
def _pieces() -> dict[str, str]:
    sorts = ("month", "weekday", "part", "season", "holiday", "set", "ref")
    pieces = {f"{sort}s": cal.alternatives(sort) for sort in sorts}
    pieces["numbers"] = "|".join(sorted(table("grounding", "number_words"), key=len, reverse=True))
    for row in rows("grounding", "timexes"):
        if row[0] == "piece":
            pieces[row[1]] = row[2]
    return pieces


def _spelt_out(pattern: str) -> str:
    pieces = _pieces()
    while (filled := re.sub(r"(?<!\?P)<([a-z]+)>", lambda m: pieces[m[1]], pattern)) != pattern:
        pattern = filled
    return pattern


@cache
def _grammar() -> tuple[tuple[re.Pattern[str], Handler], ...]:
    return tuple(
        (re.compile(_spelt_out(row[1])), READINGS[row[0]])
        for row in rows("grounding", "timexes")
        if row[0] != "piece"
    )


COMPARED = 400  # code points within which "a year earlier" compares with a month or quarter
_PART_OF_YEAR = re.compile(r"(?P<y>[0-9]{4})-(?P<part>Q[1-4]|0[1-9]|1[0-2])")
_YEAR_AGO = re.compile(
    r"(?:a|one|the)\s+year\s+(?:ago|earlier|before)|(?:the\s+)?year-(?:ago|earlier)"
    r"(?:\s+(?:quarter|period|month))?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s|\n")


def _ahead(text: str, start: int, end: int) -> bool:
    before = max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, start - 160), start)),
        default=max(0, start - 160),
    )
    signs = [m.end() for m in _AHEAD.finditer(text, before, start)]
    return bool(signs) and not _BACK.search(text, signs[-1], start)


def timexes(text: str, anchor: date | None) -> tuple[Timex, ...]:
    """Every time expression of a text, in order, without overlaps; the more exact reading wins."""
    found: list[Timex] = []
    taken = bytearray(len(text))
    for pattern, handler in _grammar():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            ahead = _ahead(text, start, end)
            read = handler(match, Scene(anchor, ahead))
            if read is None:
                continue
            later = None if ahead else handler(match, Scene(anchor, True))
            found.append(_timex((start, end), read, later))
            taken[start:end] = b"\x01" * (end - start)
    return tuple(_compared(text, sorted(found, key=lambda timex: timex.span)))


def _timex(span: Span, read: tuple[str, str, cal.Period | None], later: Found) -> Timex:
    sort, value, period = read
    coming = later[2] if later and later[2] != period else None
    if period is None:
        return Timex(span, sort, value, coming=coming)
    return Timex(span, sort, value, period.first, period.last, period.edtf, coming)


def _compared(text: str, found: Sequence[Timex]) -> Iterator[Timex]:
    """Let "a year earlier" after a month or quarter mean that of the year before."""
    base: re.Match[str] | None = None
    at = 0
    for timex in found:
        written = text[timex.span[0] : timex.span[1]]
        if base is not None and timex.span[0] - at <= COMPARED and _YEAR_AGO.fullmatch(written):
            yield _year_before(timex, base)
            continue
        if match := _PART_OF_YEAR.fullmatch(timex.value):
            base, at = match, timex.span[1]
        yield timex


def _year_before(timex: Timex, base: re.Match[str]) -> Timex:
    year, part = int(base["y"]) - 1, base["part"]
    period = cal.quarter(year, int(part[1])) if part[0] == "Q" else cal.month(year, int(part))
    if period is None:
        return timex
    return Timex(timex.span, "DATE", period.value, period.first, period.last)
