"""Days that a text names by others it named before: "the same day", "the previous six months"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from twosource.grounding import calendars as cal
from twosource.grounding.page import Page
from twosource.grounding.ranges import When
from twosource.grounding.saying import named_before
from twosource.grounding.timexes import Timex
from twosource.model import Span, Spans

_SAME = re.compile(
    r"\b(?:(?:the|that)\s+same\s+(?P<a>day|date|period|hour|evening|morning|afternoon|night|days|time)"
    r"|(?:that|this)\s+(?P<b>day|date|period|morning|afternoon|evening|night|time)"
    r"|the\s+(?:\w+\s+)?(?P<c>days)\b(?!\s+(?:ago|before)))",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\bthe\s+(?:previous|night|day|evening)\s*(?:day|evening|night|morning|afternoon|before)\b",
    re.I,
)
_NEXT = re.compile(r"\bthe\s+(?:next|following)\s+(?:day|morning|afternoon|evening|night)\b", re.I)
_EARLIER = re.compile(
    r"\bthe\s+(?:previous|preceding)\s+(?P<n>[\w-]+)\s+(?P<unit>days|weeks|months|years)\b", re.I
)
_OTHER_YEAR = re.compile(
    r"\bthe\s+same\s+(?:months?|period|weeks?|quarter|days|time)\s+(?:of|in)?\s*"
    r"(?:(?P<y>(?:19|20)[0-9]{2})\b|(?P<last>last\s+year|the\s+year\s+before|a\s+year\s+earlier|"
    r"the\s+previous\s+year))",
    re.IGNORECASE,
)
_DURING = re.compile(r"\bduring\s+the\s+(?:day|night|morning|afternoon|evening)\b", re.IGNORECASE)
_UNITS = {"days": "D", "weeks": "W", "months": "M", "years": "Y"}


def covered(page: Page, spans: Spans) -> Spans:
    """Stretches that only what was named before can date: no reading of their own holds there."""
    patterns = (_PREVIOUS, _NEXT, _EARLIER, _OTHER_YEAR, _SAME)
    return tuple(
        match.span() for p in patterns for span in spans for match in p.finditer(page.text, *span)
    )


def _date_named(page: Page, offset: int) -> When | None:
    """The last day of the calendar named before: "16 October", not "Tuesday"."""
    start = page.paragraph(max(0, page.paragraph(offset)[0] - 2))[0]
    found: Timex | None = None
    for timex in page.times_near((start, offset)):
        written = page.text[timex.span[0] : timex.span[1]]
        if start <= timex.span[0] and timex.span[1] <= offset and timex.first == timex.last:
            found = timex if timex.first and re.search(r"[0-9]", written) else found
    if found is None or found.first is None:
        return None
    return When(found.first, found.first, (found.span,), "that date")


def _other_year(page: Page, span: Span, latest: When) -> When | None:
    match = _OTHER_YEAR.search(page.text, *span)
    if match is None:
        return None
    step = int(match["y"]) - latest.first.year if match["y"] else -1
    first = cal.real(latest.first.year + step, latest.first.month, latest.first.day)
    last = cal.real(latest.last.year + step, latest.last.month, latest.last.day)
    if first is None or last is None:
        return None
    return When(first, last, (match.span(),), "the same time of another year")


def _earlier(page: Page, span: Span, latest: When | None) -> When | None:
    """Read "the previous six months" after a range: so long up to its beginning."""
    match = _EARLIER.search(page.text, *span)
    counts = {
        word: n
        for n, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1
        )
    }
    if match is None or latest is None or latest.first == latest.last:
        return None
    written = match["n"].casefold()
    count = int(written) if written.isdigit() else counts.get(written)
    if not count or count > 100:
        return None
    first = back(latest.first, count, _UNITS[match["unit"].casefold()])
    if first is None:
        return None
    return When(first, latest.first - timedelta(days=1), (match.span(),), "so long before")


def back(day: date, count: int, unit: str) -> date | None:
    """The day so many units earlier; ``None`` where there is none."""
    if unit in ("D", "W"):
        return day - timedelta(days=count * (7 if unit == "W" else 1))
    at = cal.shift_months(day, -count * (12 if unit == "Y" else 1))
    return cal.real(*at, min(day.day, 28)) if at else None


def taken_up(page: Page, spans: Spans, latest: When | None, now: date | None) -> When | None:
    """What such words in a content mean; ``latest`` is the last range named, ``now`` when said."""
    for span in spans:
        named = named_before(page, span[1])
        found = (_other_year(page, span, latest) if latest else None) or _earlier(
            page, span, latest
        )
        if found:
            return found
        if match := _PREVIOUS.search(page.text, *span):
            base = named_before(page, match.start()) or (latest.last if latest else None) or now
            if base is None:
                return None
            day = base - timedelta(days=1)
            return When(day, day, (match.span(),), "the day before")
        if (match := _NEXT.search(page.text, *span)) and (named or latest):
            base = named_before(page, match.start()) or (latest.last if latest else None)
            if base is None:
                return None
            day = base + timedelta(days=1)
            return When(day, day, (match.span(),), "the day after")
        if found := _same(page, span, latest):
            return found
        if (match := _DURING.search(page.text, *span)) and now:
            return When(now, now, (match.span(),), "the day it is said of")
    return None


def _same(page: Page, span: Span, latest: When | None) -> When | None:
    match = _SAME.search(page.text, *span)
    if match is None:
        return None
    unit = (match["a"] or match["b"] or match["c"]).casefold()
    if unit == "date":
        return _date_named(page, match.start()) or latest
    named = named_before(page, match.start())
    if named and unit not in ("period", "days", "time"):
        return When(named, named, (match.span(),), "the same day")
    if latest is None or (unit == "days" and latest.first == latest.last):
        return None
    return When(latest.first, latest.last, (match.span(),), "the same time")
