"""When the thing a mention claims happened: first and last day, or nothing.

Words of time inside the content decide; "since" and "by" open a range whose other end is the day of
saying, or of publication; "in three days of" ends there. Without any, a past event takes the last
day its paragraph (or the one before) named, and what is said to be so is so on the day it is said.
When something was *said* is else no answer to when it happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Token

from twosource.grounding import edtf
from twosource.grounding.beginnings import (
    TOTALLED,
    Beginning,
    day_of_it,
    lasting,
    of_whole,
    runs_on,
    time_before,
)
from twosource.grounding.impossible import impossible
from twosource.grounding.page import Page, inside, touches
from twosource.grounding.ranges import When, best
from twosource.grounding.relative import back, covered, taken_up
from twosource.grounding.saying import of_saying, said_on
from twosource.grounding.timexes import Timex
from twosource.lexicon import words
from twosource.model import Figure, Measure, Mention, Reason, Span, TimeFrame, TimeRange

_COMPARED = re.compile(
    r"(?:(?<!later )(?<!sooner )(?<!earlier )(?<!rather )\bthan|\bcompared\s+(?:with|to)"
    r"|\b(?:up|down)\s+from|\b(?:twice|double|triple|half)\s+(?:the|that|those|what)"
    r"|\bas\s+(?:many|much|few|high|large|strong)\s+as)\s+(?:[\w'’,-]+\s+){0,4}?"
    r"(?:in|on|at|during)\s+(?:the\s+(?:\w+\s+of\s+)?)?$", re.IGNORECASE
)  # fmt: skip
CARRIED = 3  # days of the longest period that the statement after it takes over
CLOSED = ("since", "deadline", "so many days until it is said")  # not the time of what follows


@dataclass(frozen=True, slots=True)
class Told:
    """What a mention tells of, as far as its time depends on it.

    ``event``: it happens at a time; ``figure``: its count; ``latest``: the last range the document
    named, with what was counted then; ``beginning``: of the fighting, where the text dates it.
    """

    event: bool
    figure: Figure | None = None
    latest: When | None = None
    counted: Measure | None = None
    beginning: Beginning | None = None


def _compared(page: Page, timex: Timex) -> bool:
    """Does it date what a thing is compared with: "3,000 men, twice as many as in July"?"""
    start = max(page.sentence(timex.span[0])[0], timex.span[0] - 60)
    return bool(_COMPARED.search(page.text, start, timex.span[0]))


def _top(page: Page, mention: Mention) -> Token | None:
    tokens = [token for span in mention.content for token in page.tokens(span)]
    inner = {token.i for token in tokens}
    tops = [t for t in tokens if t.head.i not in inner or t.head.i == t.i]
    return next((t for t in tops if t.pos_ in ("VERB", "AUX")), tops[0] if tops else None)


def _state(page: Page, mention: Mention) -> bool:
    """Is it said of the moment of saying: "is", "remains", "was continuing", "has gone on"?"""
    top = _top(page, mention)
    if top is None:
        return False
    if top.pos_ not in ("VERB", "AUX"):
        return mention.time_frame is TimeFrame.PRESENT
    helpers = [child for child in top.children if child.dep_ in ("aux", "auxpass")]
    if any(child.dep_ == "auxpass" for child in helpers):
        return False
    lemma = top.lemma_.lower()
    if top.tag_ == "VBG" and any(child.lemma_.lower() == "be" for child in helpers):
        return True
    return lemma in words("grounding", "state_verbs") or top.tag_ in ("VBZ", "VBP")


def _still(page: Page, mention: Mention) -> bool:
    """Does "still" or "now" tie it to the moment of saying: "said that they still held it"?"""
    top = _top(page, mention)
    return top is not None and any(c.lower_ in ("still", "now") for c in top.children)


def _written(page: Page, span: Span) -> str:
    return page.text[span[0] : span[1]]


def _unread(page: Page, timexes: Sequence[Timex]) -> tuple[Reason, ...]:
    """Why words of time give no day."""
    reasons = []
    for timex in timexes:
        written = _written(page, timex.span)
        dated = not timex.value and any(c.isdigit() for c in written)
        why = "no day follows from this"
        if any(c.isdigit() and not c.isascii() for c in written):
            why = "digits of another script"
        elif dated and (page.anchor is not None or re.search(r"[0-9]{4}", written)):
            why = "the calendar has no such day, or two readings of it"
        elif page.anchor is None:
            why = "the document states no day to count from"
        reasons.append(Reason("time", "", (timex.span,), why))
    return tuple(reasons)


def _of_the_whole(page: Page, mention: Mention, told: Told, now: date | None) -> When | None:
    """Read "since the war began", "in the week before the fighting"."""
    begun = told.beginning
    if (before := time_before(page, mention)) and begun:
        span, days = before
        first = begun.day - timedelta(days=days)
        return When(first, begun.day, (span, begun.span), "so long before the fighting began")
    span_of = of_whole(page, mention)
    if now and (long := lasting(page, mention)) and not (begun and begun.day <= now):
        span, count, unit = long
        start = back(now, int(count), unit[0].upper())
        if start is not None:
            known = f"{start.isoformat()}~/{now.isoformat()}"
            return When(start, now, (span,), "as long as the fighting has lasted", known)
    if span_of is None or now is None:
        return None
    if begun and begun.day <= now:
        return When(begun.day, now, (span_of, begun.span), "since the fighting began")
    return When(now, now, (span_of,), "since a beginning the text does not date", edtf.until(now))


def _total(page: Page, mention: Mention, told: Told, found: When | None, now: date | None,
           dated: bool) -> When | None:  # fmt: skip
    """The range of a toll that has grown until a day; what was found where it is none."""
    if found is not None and (found.first != found.last or found.rule in CLOSED):
        return found
    until = found is not None and found.rule == "until"
    totalled = told.figure is not None and told.figure.measure in TOTALLED
    if not (until and totalled) and not runs_on(page, mention, told.figure):
        return found
    last = found.last if found is not None else now
    if last is None or (found is not None and not dated):
        return found
    spans = found.spans if found is not None else ()
    latest, begun = told.latest, told.beginning
    same = told.counted in TOTALLED
    if latest and same and latest.rule == "day" and latest.first < last and until:
        here = page.paragraph(mention.content[0][0])
        if latest.spans[0][0] >= here[0]:
            return When(
                latest.first, last, (*latest.spans, *spans), "grown since the day before it"
            )
    if begun and begun.day <= last:
        return When(begun.day, last, (begun.span, *spans), "a toll since the fighting began")
    return When(last, last, spans, "a toll until that day, from a beginning not dated",
                edtf.until(last))  # fmt: skip


def _clause(page: Page, mention: Mention) -> Span:
    """The part of the sentence between semicolons that holds the content."""
    start, end = page.sentence(mention.content[0][0])
    left = page.text.rfind(";", start, mention.content[0][0])
    right = page.text.find(";", mention.content[-1][1], end)
    return (left + 1 if left >= 0 else start), (right if right >= 0 else end)


def _beside(page: Page, mention: Mention, told: Told, now: date | None) -> When | None:
    """The time of the clause a content stands in, or of the statement before it in that clause."""
    ahead = mention.time_frame is TimeFrame.FUTURE
    clause = _clause(page, mention)
    latest = told.latest
    if (
        latest
        and latest.rule not in CLOSED
        and inside(latest.spans[0], (clause,))
        and (latest.spans[0][1] <= mention.content[0][0])
    ):
        return replace(latest, rule="the time of the clause")
    outer = [
        timex
        for timex in page.times_near(clause)
        if inside(timex.span, (clause,))
        and not touches(timex.span, mention.content)
        and timex.type in ("DATE", "TIME", "DURATION")
        and not of_saying(page, timex, mention)
    ]
    return best(page, outer, latest, ahead, now)


def when_of(page: Page, mention: Mention, told: Told) -> tuple[When | None, tuple[Reason, ...]]:
    """When the claimed thing happened and why.

    Reasons with an empty value name what was seen and not resolved; a reason for ``said`` gives the
    day of saying where the text tells it.
    """
    ahead = mention.time_frame is TimeFrame.FUTURE
    said = said_on(page, mention)
    plain = said and not (ahead and page.anchor and said[0] > page.anchor)
    now = said[0] if said and plain else page.anchor
    reasons = tuple(impossible(page.text, mention.content))
    if said:
        reasons += (Reason("said", said[0].isoformat(), (said[1],), "when it was said"),)
    near = page.times_near((mention.content[0][0], mention.content[-1][1]))
    inner = [t for t in near if touches(t.span, mention.content) and not _compared(page, t)]
    relative = covered(page, mention.content)
    dated = [t for t in inner if t.type != "SET" and not touches(t.span, relative)]
    found = best(page, dated, told.latest, ahead, now)
    found = found or taken_up(page, mention.content, told.latest, now)
    found = found or best(page, [t for t in inner if t.type != "SET"], told.latest, ahead, now)
    if (nth := day_of_it(page, mention)) and found is None:
        if told.beginning is None:
            why = "the text does not date the beginning that this counts from"
            return None, (*reasons, Reason("time", "", (nth[0],), why))
        day = told.beginning.day + timedelta(days=nth[1] - 1)
        found = When(day, day, (nth[0], told.beginning.span), "so many days into the fighting")
    whole = None if nth else _of_the_whole(page, mention, told, now)
    found = whole if whole and (found is None or whole.first < whole.last) else found
    if told.event:
        own = found is not None
        found = found or _beside(page, mention, told, now)
        still = _still(page, mention)
        state = not ahead and not told.figure and (still or _state(page, mention))
        if found is None and state and now:
            found = None if said or still else _scene(page, mention, told.latest)
            spans = (said[1],) if said else ()
            found = found or When(now, now, spans, "so when it is said")
        latest = told.latest if not ahead else None
        if latest and (latest.rule == "since" or (now and latest.first > now)):
            latest = None
        fresh = said and (latest is None or latest.last < said[0])
        if found is None and fresh and said and not ahead and not told.figure:
            about = edtf.doubted(said[0].isoformat(), "~")
            found = When(said[0], said[0], (said[1],), "told that day, of no other day", about)
        if found is None and latest is not None:
            found = _continued(page, mention, latest)
        if not ahead:
            found = _total(page, mention, told, found, now, own)
        clock = next((t for t in inner if t.type == "TIME" and t.first is None), None)
        if found is None and clock and page.anchor and not ahead:
            found = When(page.anchor, page.anchor, (clock.span,), "an hour of the day reported on")
    if found:
        value = f"{found.first.isoformat()}/{found.last.isoformat()}"
        return found, (*reasons, Reason("time", value, found.spans, found.rule))
    unread = [t for t in inner if t.first is None and t.type in ("DATE", "TIME")]
    return None, (*reasons, *_unread(page, unread))


def _scene(page: Page, mention: Mention, latest: When | None) -> When | None:
    """The day of the scene that undated words are spoken in: the one its paragraph tells of."""
    if latest is None or latest.first != latest.last or latest.rule in CLOSED or not latest.spans:
        return None
    if latest.spans[0][0] < page.paragraph(mention.content[0][0])[0]:
        return None
    return When(latest.first, latest.last, latest.spans, "the day of the scene")


def _continued(page: Page, mention: Mention, latest: When) -> When | None:
    """The day named last, if in this paragraph or the one before it."""
    here = page.paragraph(mention.content[0][0])
    previous = page.paragraph(max(0, here[0] - 2))
    long = (latest.last - latest.first).days > CARRIED and latest.rule == "period"
    if long or not latest.spans or latest.spans[0][0] < previous[0]:
        return None
    return When(latest.first, latest.last, latest.spans, "the day named just before", latest.edtf)


def time_range(when: When) -> TimeRange:
    """The stored form."""
    written = when.edtf or edtf.days(when.first, when.last)
    return TimeRange(when.first.isoformat(), when.last.isoformat(), written, when.spans)
