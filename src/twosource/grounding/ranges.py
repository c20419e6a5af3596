"""From time expressions to days, with the word before them: "since", "by", "until"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.grounding import edtf
from twosource.grounding.page import Page
from twosource.grounding.timexes import Timex
from twosource.model import Span

_LEAD = re.compile(
    r"\b(?P<word>since|by|until|till|before|after|between|from|as\s+of|within|over|in)"
    r"(?:\s+(?:at\s+least|about|around|the|just|only|some|early|late|noon|dawn|midnight|on|"
    r"the\s+(?:beginning|end|middle|start)\s+of))*\s*$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:[\w'’-]+\s+){1,6}$", re.IGNORECASE)  # "since war broke out"
_TO = re.compile(r"^\s*(?:and|to|until|till|through|[-–—])\s*(?:the\s+)?$", re.IGNORECASE)
_NIGHT_TO = re.compile(r"\b(?:night|overnight)\s+(?:(?P<from>from)|to|into)\s+$", re.IGNORECASE)
_NIGHT_OF = re.compile(r"\bnight\s+(?:of|after)\s+$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|circa|roughly|approximately|some\s+time\s+(?:in|around|on))"
                    r"\s+(?:the\s+)?$", re.IGNORECASE)  # fmt: skip
_MAYBE = re.compile(r"\b(?:possibly|perhaps|probably|maybe)\s+(?:on|in|as\s+early\s+as)?\s*$", re.I)
_COUNTED = re.compile(r"^P(?P<n>[0-9]+)(?P<u>[DW])$")
_FOR = re.compile(
    r"\b(?:in|over|during|within|for)\s+(?:the\s+|just\s+|only\s+|same\s+|first\s+|last\s+)*$", re.I
)
LONGEST = 400  # days of a period counted back from a day


@dataclass(frozen=True, slots=True)
class When:
    """A range of days with the words that gave it; ``edtf`` where more is known than the days."""

    first: date
    last: date
    spans: tuple[Span, ...]
    rule: str
    edtf: str | None = None


def lead_of(page: Page, timex: Timex) -> str:
    """The word before an expression that makes a range of it; "" for none."""
    before = page.text[max(0, timex.span[0] - 40) : timex.span[0]]
    if match := _LEAD.search(before):
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


def _night(page: Page, timex: Timex) -> When | None:
    """Read "in the night to Friday": the night touches two days."""
    if timex.first is None or timex.first != timex.last:
        return None
    before = page.text[max(0, timex.span[0] - 24) : timex.span[0]]
    day = timedelta(days=1)
    if (match := _NIGHT_TO.search(before)) and not match["from"]:
        return When(timex.first - day, timex.first, (timex.span,), "the night to a day")
    if match or _NIGHT_OF.search(before):
        return When(timex.first, timex.first + day, (timex.span,), "the night of a day")
    return None


def _doubted(page: Page, timex: Timex, when: When) -> When:
    before = page.text[max(0, timex.span[0] - 30) : timex.span[0]]
    mark = "~" if _ABOUT.search(before) else "?" if _MAYBE.search(before) else ""
    if not mark:
        return when
    return replace(when, edtf=edtf.doubted(when.edtf or edtf.days(when.first, when.last), mark))


def _open(page: Page, timex: Timex, ahead: bool, now: date | None) -> When | None:
    """The range a dated expression and the word before it make; ``now``: when it was said."""
    if timex.first is None or timex.last is None:
        return None
    first, last = timex.first, timex.last
    lead, spans = lead_of(page, timex), (timex.span,)
    if lead == "within" and now and first <= now + timedelta(days=7) <= last:
        last = now + timedelta(days=7)
    if lead in ("since", "from") and now and first <= now:
        begun = edtf.named(timex.value) or first.isoformat()
        return When(first, now, spans, "since", f"{begun}/{now.isoformat()}")
    if lead in ("by", "before", "until", "till", "within") and now and last > now:
        return When(now, last, spans, "deadline")
    if lead in ("by", "as of", "until", "till", "before") and (last - first).days == 0:
        return When(first, last, spans, "until", edtf.until(last))
    if timex.type == "DURATION" or (last - first).days > 0:
        if ahead and now and first < now < last:
            first = now
        whole = (first, last) == (timex.first, timex.last)
        return When(first, last, spans, "period", edtf.named(timex.value) if whole else None)
    return When(first, last, spans, "day")


def _lasting(page: Page, timex: Timex, latest: When | None, now: date | None) -> When | None:
    """Read "in three days of shelling", "in the two days": so many days up to when it is said."""
    match = _COUNTED.match(timex.value)
    if not match or timex.type != "DURATION":
        return None
    before = page.text[max(0, timex.span[0] - 30) : timex.span[0]]
    if not _FOR.search(before):
        return None
    days = int(match["n"]) * (7 if match["u"] == "W" else 1)
    if days > LONGEST:
        return None
    if re.search(r"same\s+$", before, re.I) and latest:
        return When(latest.first, latest.last, (timex.span,), "the same days")
    if now is None or re.search(r"\bwithin\s", before, re.I):
        return None
    return When(now - timedelta(days=days - 1), now, (timex.span,), "so many days until it is said")


def best(
    page: Page, dated: list[Timex], latest: When | None, ahead: bool, now: date | None
) -> When | None:
    """The range several expressions make: pairs first, then "since", days, periods.

    ``now`` is the day of saying, which "since" runs to and a deadline runs from.
    """
    for timex in dated:
        paired = _pair(page, timex, dated) or _lasting(page, timex, latest, now)
        paired = paired or _night(page, timex)
        if paired:
            return paired
    ranges = [
        _doubted(page, timex, found) for timex in dated if (found := _open(page, timex, ahead, now))
    ]
    since = [found for found in ranges if found.rule == "since"]
    days = [found for found in ranges if found.rule in ("day", "deadline", "until")]
    if since and days and since[0].first <= days[-1].last and days[-1].spans != since[0].spans:
        return When(since[0].first, days[-1].last, (*since[0].spans, *days[-1].spans), "from … to")
    chosen = since or days or ranges
    return chosen[0] if chosen else None
