"""When the thing a mention claims happened: first and last day, or nothing.

Words of time inside the content decide; "since" and "by" open a range whose other end is the day of
publication; "in three days of" ends there. Without any, a past event takes the last day its
paragraph (or the one before) named. When something was *said* is no answer to when it happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.grounding.page import Page, inside, touches
from twosource.grounding.timexes import Timex
from twosource.model import Mention, Reason, Span, TimeFrame, TimeRange

_LEAD = re.compile(
    r"\b(?P<word>since|by|until|till|before|after|between|from|as\s+of|within|over|in)"
    r"(?:\s+(?:at\s+least|about|around|the|just|only|some|early|late|noon|dawn|midnight|on|"
    r"the\s+(?:beginning|end|middle|start)\s+of))*\s*$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:[\w'’-]+\s+){1,6}$", re.IGNORECASE)  # "since war broke out"
_TO = re.compile(r"^\s*(?:and|to|until|till|through|[-–—])\s*(?:the\s+)?$", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:said|says|say|told|announced|reported|reports|stated|claimed|wrote|added|declared|"
    r"tweeted|posted|published|insisted|denied|noted|confirmed|acknowledged)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:(?:the|that)\s+same\s+(?:day|date|period|hour|evening|morning|night|days)"
    r"|(?:that|this)\s+(?:day|date|period|morning|evening|night|time)"
    r"|the\s+(?:\w+\s+)?days\b(?!\s+(?:ago|before)))",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\bthe\s+(?:previous|night|day|evening)\s*(?P<w>day|evening|night|morning|before)\b", re.I
)
_NEXT = re.compile(r"\bthe\s+(?:next|following)\s+(?:day|morning|evening|night)\b", re.I)
_DURING = re.compile(
    r"\b(?:in|over|during|within|for)\s+(?:(?:the|just|only|same|first|last)\s+)*$", re.I
)
_COUNTED = re.compile(r"^P(?P<n>[0-9]+)(?P<u>[DW])$")


@dataclass(frozen=True, slots=True)
class When:
    """A range of days with the words that gave it."""

    first: date
    last: date
    spans: tuple[Span, ...]
    rule: str


def _lead(page: Page, timex: Timex) -> str:
    before = page.text[max(0, timex.span[0] - 40) : timex.span[0]]
    match = _LEAD.search(before)
    if match:
        return " ".join(match["word"].casefold().split())
    return "since" if _SINCE.search(page.text[max(0, timex.span[0] - 60) : timex.span[0]]) else ""


def _pair(page: Page, timex: Timex, days: list[Timex]) -> When | None:
    """Read "between 27 September and 4 October"."""
    for other in days:
        if other.span[0] < timex.span[1] or timex.first is None or other.last is None:
            continue
        joined = _TO.match(page.text[timex.span[1] : other.span[0]])
        if joined and timex.first <= other.last:
            spans = ((timex.span[0], other.span[1]),)
            return When(timex.first, other.last, spans, "from … to")
    return None


def _open(page: Page, timex: Timex, ahead: bool) -> When | None:
    """The range a dated expression and the word before it make."""
    if timex.first is None or timex.last is None:
        return None
    first, last, anchor = timex.first, timex.last, page.anchor
    lead = _lead(page, timex)
    if lead == "within" and anchor and first <= anchor + timedelta(days=7) <= last:
        last = anchor + timedelta(days=7)
    if lead in ("since", "after", "from") and anchor and first <= anchor and lead != "after":
        return When(first, anchor, (timex.span,), "since")
    if lead in ("by", "before", "until", "till", "within") and anchor and last > anchor:
        return When(anchor, last, (timex.span,), "deadline")
    if timex.type == "DURATION" or (last - first).days > 0:
        if ahead and anchor and first < anchor < last:
            first = anchor
        return When(first, last, (timex.span,), "period")
    return When(first, last, (timex.span,), "day")


def _lasting(page: Page, timex: Timex, latest: When | None) -> When | None:
    """Read "in three days of shelling", "in the two days": so many days up to publication."""
    match = _COUNTED.match(timex.value)
    if not match or timex.type != "DURATION":
        return None
    before = page.text[max(0, timex.span[0] - 30) : timex.span[0]]
    if not re.search(
        r"\b(?:in|over|during|within|for)\s+(?:the\s+|just\s+|only\s+|same\s+|first\s+|last\s+)*$",
        before,
        re.I,
    ):
        return None
    days = int(match["n"]) * (7 if match["u"] == "W" else 1)
    if days > 400:
        return None
    if re.search(r"same\s+$", before, re.I) and latest:
        return When(latest.first, latest.last, (timex.span,), "the same days")
    end = page.anchor
    if end is None or re.search(r"\bwithin\s", before, re.I):
        return None
    return When(
        end - timedelta(days=days - 1), end, (timex.span,), "so many days until publication"
    )


def _taken_up(page: Page, spans: tuple[Span, ...], latest: When | None) -> When | None:
    """Read "the same day", "the previous day", "the next day" after a day named before."""
    for span in spans:
        named = _named_before(page, span[1])
        match = _PREVIOUS.search(page.text, *span)
        if match:
            base = named or (latest.last if latest else None) or page.anchor
            if base is None:
                return None
            day = base - timedelta(days=1)
            return When(day, day, (match.span(),), "the day before")
        match = _NEXT.search(page.text, *span)
        if match and latest:
            day = latest.last + timedelta(days=1)
            return When(day, day, (match.span(),), "the day after")
        match = _SAME.search(page.text, *span)
        if match and named and "day" in match.group().casefold().split()[-1:]:
            return When(named, named, (match.span(),), "the same day")
        if match and latest:
            return When(latest.first, latest.last, (match.span(),), "the same time")
    return None


def _named_before(page: Page, offset: int) -> date | None:
    """The last single day the same or the previous paragraph names before an offset."""
    start = page.paragraph(max(0, page.paragraph(offset)[0] - 2))[0]
    days = [
        timex.first
        for timex in page.times
        if start <= timex.span[0] and timex.span[1] <= offset and timex.first == timex.last
    ]
    dated = [day for day in days if day is not None]
    return dated[-1] if dated else None


def _best(page: Page, dated: list[Timex], latest: When | None, ahead: bool) -> When | None:
    for timex in dated:
        paired = _pair(page, timex, dated) or _lasting(page, timex, latest)
        if paired:
            return paired
    ranges = [found for timex in dated if (found := _open(page, timex, ahead))]
    if not ranges:
        return None
    since = [found for found in ranges if found.rule == "since"]
    days = [found for found in ranges if found.rule in ("day", "deadline")]
    if since and days and since[0].first <= days[-1].last and days[-1].spans != since[0].spans:
        return When(since[0].first, days[-1].last, (*since[0].spans, *days[-1].spans), "from … to")
    return (since or days or ranges)[0]


def _when_said(page: Page, timex: Timex, mention: Mention) -> bool:
    """Does a word of time outside the content belong to the saying: "said on Sunday"."""
    if touches(timex.span, (*mention.cue, *mention.source)):
        return True
    before = page.text[max(0, timex.span[0] - 28) : timex.span[0]]
    after = page.text[timex.span[1] : timex.span[1] + 28]
    return bool(_SPOKEN.search(before)) or bool(re.match(r"\s+(?:said|told|that)\b", after))


def when_of(
    page: Page, mention: Mention, latest: When | None, event: bool
) -> tuple[When | None, tuple[Reason, ...]]:
    """When the claimed thing happened; ``latest`` is the last range the document named.

    ``event``: the mention tells of something that happens at a time, so that a day named just
    before may be taken up. Reasons with an empty value name what was seen and not resolved.
    """
    ahead = mention.time_frame is TimeFrame.FUTURE
    inner = [timex for timex in page.times if touches(timex.span, mention.content)]
    found = _best(page, [t for t in inner if t.type != "SET"], latest, ahead)
    found = _taken_up(page, mention.content, latest) if found is None else found
    if found is None and event:
        sentence = page.sentence(mention.content[0][0])
        outer = [
            timex
            for timex in page.times
            if inside(timex.span, (sentence,))
            and not touches(timex.span, mention.content)
            and timex.type in ("DATE", "TIME")
            and not _when_said(page, timex, mention)
        ]
        found = _best(page, outer, latest, ahead)
        if found is None and latest is not None and not ahead and latest.rule != "since":
            found = _continued(page, mention, latest)
        clock = next((t for t in inner if t.type == "TIME" and t.first is None), None)
        if found is None and clock and page.anchor and not ahead:
            found = When(page.anchor, page.anchor, (clock.span,), "an hour of the day reported on")
    if found:
        value = f"{found.first.isoformat()}/{found.last.isoformat()}"
        return found, (Reason("time", value, found.spans, found.rule),)
    unread = [t for t in inner if t.first is None and t.type in ("DATE", "TIME")]
    return None, tuple(Reason("time", "", (t.span,), "no day follows from this") for t in unread)


def _continued(page: Page, mention: Mention, latest: When) -> When | None:
    """The day named last, if in this paragraph or the one before it."""
    here = page.paragraph(mention.content[0][0])
    previous = page.paragraph(max(0, here[0] - 2))
    if latest.spans[0][0] < previous[0]:
        return None
    return When(latest.first, latest.last, latest.spans, "the day named just before")


def time_range(when: When) -> TimeRange:
    """The stored form."""
    first, last = when.first.isoformat(), when.last.isoformat()
    edtf = first if first == last else f"{first}/{last}"
    return TimeRange(first, last, edtf, when.spans)
