"""When a thing was said, which is not when it happened: "said on Sunday that …"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from twosource.grounding.page import Page, inside, touches
from twosource.grounding.timexes import Timex
from twosource.model import Mention, Span

_SPOKEN = re.compile(
    r"\b(?:said|says|say|told|announced|reported|reports|stated|claimed|wrote|added|declared|"
    r"tweeted|posted|published|insisted|denied|noted|confirmed|acknowledged|put|boasted|alleged)\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    r"\b(?:the|that)\s+same\s+(?:day|morning|afternoon|evening|night)\b", re.IGNORECASE
)
_SAYS_NEXT = re.compile(
    rf",?\s+(?:that\b|(?:(?:he|she|it|they|had|has)\s+){{0,2}}{_SPOKEN.pattern})", re.IGNORECASE
)
_PREVIOUS = re.compile(
    r"\bthe\s+(?:previous|night|day|evening)\s*(?:day|evening|night|morning|afternoon|before)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from|until|by)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
REACH = 28  # code points between the verb of saying and its time


def of_saying(page: Page, timex: Timex, mention: Mention) -> bool:
    """Does a word of time outside the content belong to the saying: "said on Sunday"?"""
    if touches(timex.span, (*mention.cue, *mention.source)):
        return True
    before = page.text[max(0, timex.span[0] - REACH) : timex.span[0]]
    after = page.text[timex.span[1] : timex.span[1] + REACH]
    if re.search(r"[;.]", before.rsplit(" ", 1)[0]):
        before = re.split(r"[;.]", before)[-1]
    return bool(_SPOKEN.search(before)) or bool(_SAYS_NEXT.match(after))


def named_before(page: Page, offset: int) -> date | None:
    """The last single day the same or the previous paragraph names before an offset.

    The bounds of longer times ("since Sunday") are not such days.
    """
    start = page.paragraph(max(0, page.paragraph(offset)[0] - 2))[0]
    days = [
        timex.first
        for timex in page.times_near((start, offset))
        if start <= timex.span[0]
        and timex.span[1] <= offset
        and timex.first == timex.last
        and not _SINCE.search(page.text[max(0, timex.span[0] - 20) : timex.span[0]])
    ]
    dated = [day for day in days if day is not None]
    return dated[-1] if dated else None


def said_on(page: Page, mention: Mention) -> tuple[date, Span] | None:
    """The day a mention's words were said, with the words that tell it; ``None``: not told."""
    sentence = page.sentence(mention.content[0][0])
    for timex in page.times_near(sentence):
        if (
            timex.first is not None
            and timex.first == timex.last
            and inside(timex.span, (sentence,))
            and not touches(timex.span, mention.content)
            and of_saying(page, timex, mention)
        ):
            return timex.first, timex.span
    for pattern, back in ((_SAME_DAY, 0), (_PREVIOUS, 1)):
        for match in pattern.finditer(page.text, *sentence):
            day = named_before(page, match.start()) or (page.anchor if back else None)
            if day is not None and not touches(match.span(), mention.content):
                return day - timedelta(days=back), match.span()
    return None
