"""Days that a text names by others it named before: "the same day", "the previous six months"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from twosource.grounding import calendars as cal
from twosource.grounding import edtf
from twosource.grounding.page import Page
from twosource.grounding.ranges import When
from twosource.grounding.saying import named_before
from twosource.grounding.timexes import Timex
from twosource.grounding.timing import count_of
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
_DURING = re.compile(
    r"\b(?:during|(?:earlier|later|early|late)\s+in)\s+the\s+"
    r"(?:day|night|morning|afternoon|evening)\b",
    re.IGNORECASE,
)
_SHIFTED = re.compile(
    r"\b(?P<n>an?|[0-9]{1,3}|[a-z]+)\s+(?P<unit>days?|weeks?|months?|years?)\s+"
    r"(?:(?P<back>earlier|before\b(?!\s+(?:the|a|an|his|her|its|their)\b))|later|after(?=[.,;:]))",
    re.IGNORECASE,
)
MOST = 100  # units that are counted back or on
_UNITS = {"days": "D", "weeks": "W", "months": "M", "years": "Y"}


def covered(page: Page, spans: Spans) -> Spans:
    """Stretches that only what was named before can date: no reading of their own holds there."""
    patterns = (_PREVIOUS, _NEXT, _EARLIER, _OTHER_YEAR, _SAME, _SHIFTED)
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
    if match is None or latest is None or latest.first == latest.last:
        return None
    count = count_of(match["n"])
    if not count or count > MOST:
        return None
    first = back(latest.first, int(count), _UNITS[match["unit"].casefold()])
    if first is None:
        return None
    return When(first, latest.first - timedelta(days=1), (match.span(),), "so long before")


def _shifted(page: Page, span: Span) -> When | None:
    """Read "two days later" after a day the text named just before."""
    match = _SHIFTED.search(page.text, *span)
    base = named_before(page, match.start()) if match else None
    count = count_of(match["n"]) if match else None
    if match is None or base is None or not count or count > MOST or count != int(count):
        return None
    unit = match["unit"].casefold().removesuffix("s") + "s"
    steps = int(count) if match["back"] else -int(count)
    day = back(base, steps, _UNITS[unit])
    if day is None:
        return None
    exact = unit in ("days", "weeks")
    return When(day, day, (match.span(),), "so long before or after the day named before it",
                None if exact else edtf.doubted(day.isoformat(), "~"))  # fmt: skip


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
        found = found or _shifted(page, span)
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
