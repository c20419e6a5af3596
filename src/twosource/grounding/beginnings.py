"""When the fighting a text is about began, and statements that count from there.

A toll "by 8 October", "so far", "since the war began" runs from that beginning. Where the text does
not date it the range stays open at its start, and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from twosource.grounding.page import Page
from twosource.grounding.timing import count_of
from twosource.lexicon import rows, table
from twosource.model import Figure, Measure, Mention, Span

TOTALLED = frozenset(
    (Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.CAPTURED, Measure.MISSING,
     Measure.EQUIPMENT)
)  # fmt: skip
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
REACH = 90  # code points between the beginning and its date


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first day of the fighting, with the words that tell it."""

    day: date
    span: Span


@cache
def _words(role: str) -> str:
    found = (row[1] for row in rows("grounding", "beginnings") if row[0] == role)
    return "(?:" + "|".join(sorted(found, key=len, reverse=True)) + ")"


@cache
def _outbreak() -> re.Pattern[str]:
    fight, begin = _words("fight"), _words("begin")
    return re.compile(
        rf"\b{fight}\b(?:\s+[\w'’-]+){{0,4}}?\s+{begin}\b|\b{_words('start')}\s+of\s+"
        rf"(?:the\s+|its\s+|a\s+)?(?:[\w'’-]+\s+){{0,2}}?{fight}\b",
        re.IGNORECASE,
    )


@cache
def _whole() -> re.Pattern[str]:
    """As in "since the war began", "over the whole war", "the war has cost"."""
    fight = _words("fight")
    return re.compile(
        rf"\bsince\s+(?:the\s+)?(?:{fight}|(?:{_words('start')})\s+of)\b"
        rf"|\b(?:over|during|in|throughout)\s+the\s+(?:whole|entire|course\s+of\s+the)\s+{fight}\b"
        rf"|\b{fight}\s+(?:has|have|had)\s+(?:cost|claimed|killed|left|taken)\b"
        rf"|\bin\s+(?:[\w-]+\s+){{1,2}}(?:days|weeks|months|years)\s+of\s+{fight}\b",
        re.IGNORECASE,
    )


@cache
def _total() -> re.Pattern[str]:
    return re.compile(rf"\b{_words('total')}\b", re.IGNORECASE)


def beginning_of(page: Page) -> Beginning | None:
    """The day the text says the fighting began; ``None`` where it dates none, or two."""
    found: dict[date, Beginning] = {}
    for match in _outbreak().finditer(page.text):
        sentence = page.sentence(match.start())
        for timex in page.times_near(sentence):
            near = match.start() <= timex.span[0] <= min(match.end() + REACH, sentence[1])
            led = sentence[0] <= timex.span[0] and timex.span[1] <= match.start() <= (
                timex.span[1] + 3
            )
            if (near or led) and timex.first is not None and timex.first == timex.last:
                span = (min(match.start(), timex.span[0]), max(match.end(), timex.span[1]))
                found.setdefault(timex.first, Beginning(timex.first, span))
                break
    return next(iter(found.values())) if len(found) == 1 else None


def of_whole(page: Page, mention: Mention) -> Span | None:
    """The words that make a statement one about the whole of the fighting so far."""
    match = _in_content(_whole(), page, mention)
    return match.span() if match else None


def _in_content(pattern: re.Pattern[str], page: Page, mention: Mention) -> re.Match[str] | None:
    """Where a statement first has the words."""
    found = (pattern.search(page.text, start, end) for start, end in mention.content)
    return next((match for match in found if match), None)


@cache
def _nth() -> re.Pattern[str]:
    return re.compile(
        rf"\bon\s+(?:the\s+(?P<nth>[\w-]+)\s+day|day\s+(?P<n>[\w-]+))\s+of\s+"
        rf"(?:the\s+|its\s+|their\s+)?(?:[\w'’-]+\s+)?{_words('fight')}\b",
        re.IGNORECASE,
    )


def day_of_it(page: Page, mention: Mention) -> tuple[Span, int] | None:
    """Read "on the third day of the offensive": the words, and which day it is."""
    match = _in_content(_nth(), page, mention)
    if match is None:
        return None
    written = (match["nth"] or match["n"]).casefold()
    number = count_of(written.rstrip("stndrh") if written[0].isdigit() else written)
    spelt = table("reading", "ordinals").get(written, "-")
    number = number or (int(spelt) if spelt.isdigit() else None)
    return (match.span(), int(number)) if number else None


@cache
def _long() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<n>[\w]+)[-\s](?P<unit>day|week|month|year)(?:s|[-\s]old|[-\s]long)?\s+(?:of\s+)?"
        rf"(?:[\w'’-]+\s+)?{_words('fight')}\s+(?:has|have)\s",
        re.IGNORECASE,
    )


def lasting(page: Page, mention: Mention) -> tuple[Span, float, str] | None:
    """Read "the 11-month campaign has killed": the words, how many of which unit."""
    match = _in_content(_long(), page, mention)
    count = count_of(match["n"]) if match else None
    return (match.span(), count, match["unit"].casefold()) if match and count else None


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"\bin\s+the\s+(?P<unit>day|week|fortnight|month)\s+before\s+(?:the\s+)?{_words('fight')}\b",
        re.IGNORECASE,
    )


def time_before(page: Page, mention: Mention) -> tuple[Span, int] | None:
    """Read "in the week before the fighting": the words, and how many days."""
    for start, end in mention.content:
        if match := _before().search(page.text, start, end):
            return match.span(), _LENGTHS[match["unit"].casefold()]
    return None


def runs_on(page: Page, mention: Mention, figure: Figure | None) -> bool:
    """Is the figure a toll that has grown until a day: "by 8 October", "so far", "the total"?"""
    if figure is None or figure.measure not in TOTALLED or figure.low is None:
        return False
    if figure.cumulative:
        return True
    sentence = page.sentence(mention.content[0][0])
    start = max(sentence[0], mention.content[0][0] - 60)
    end = min(sentence[1], mention.content[-1][1] + 30)
    return _total().search(page.text, start, end) is not None
