"""From time expressions to days, with the word before them: "since", "by", "until"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Token

from twosource.grounding import calendars as cal
from twosource.grounding import edtf
from twosource.grounding.durations import length
from twosource.grounding.page import Page
from twosource.grounding.timexes import Timex
from twosource.model import Span

_LEAD = re.compile(
    r"\b(?P<word>since|by|until|till|before|after|between|from|as\s+of|within|over|in)"
    r"(?P<clock>(?:\s+(?:at\s+least|about|around|the|just|only|some|early|late|noon|dawn|midnight|"
    r"midday|daybreak|sunrise|on|the\s+(?:beginning|end|middle|start)\s+of))*)\s*$",
    re.IGNORECASE,
)
_HOURS = ("noon", "dawn", "midnight", "midday", "daybreak", "sunrise")
_SINCE = re.compile(r"\bsince\s+(?:[\w'’-]+\s+){1,6}$", re.IGNORECASE)  # "since war broke out"
_TO = re.compile(r"^\s*(?:and|to|until|till|through|[-–—])\s*(?:the\s+)?$", re.IGNORECASE)
_NIGHT_TO = re.compile(r"\b(?:night|overnight)\s+(?:(?P<from>from)|to|into)\s+$", re.IGNORECASE)
_NIGHT_OF = re.compile(r"\bnight\s+(?:of|after)\s+$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|circa|roughly|approximately|some\s+time\s+(?:in|around|on))"
                    r"\s+(?:the\s+)?$", re.IGNORECASE)  # fmt: skip
_MAYBE = re.compile(r"\b(?:possibly|perhaps|probably|maybe)\s+(?:on|in|as\s+early\s+as)?\s*$", re.I)
_COUNTED = re.compile(r"^P(?P<clock>T)?(?P<n>[0-9]+)(?P<u>[DWMYH])$")
_BESIDE = 12  # code points between "overnight" and its day
_WITHIN = re.compile(
    r"\b(?:in|within|inside)\s+(?:the\s+|just\s+|only\s+|about\s+|less\s+than\s+|under\s+)*$"
    r"|\b(?:has|have|had|give[sn]?|gave|giving)\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE
)  # fmt: skip
_FOR = re.compile(
    r"\b(?:in|over|during|within|for)\s+(?:the\s+|just\s+|only\s+|same\s+|first\s+|last\s+)*$", re.I
)
_VERBS = ("VERB", "AUX")
_BACKWARD = re.compile(r"\b(?:past|last|previous)\b", re.IGNORECASE)
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
        hour = match["clock"].split() and match["clock"].split()[0] in _HOURS
        if hour and match["word"].casefold() in ("before", "after"):
            return ""  # "before dawn on Thursday" is on Thursday
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


def written(page: Page, timex: Timex) -> str:
    """The words of an expression, case-folded."""
    return page.text[timex.span[0] : timex.span[1]].casefold()


def _without_overnight(page: Page, dated: list[Timex]) -> list[Timex]:
    """Leave out the "overnight" whose day is named behind it: "overnight on Tuesday"."""
    return [
        timex
        for timex in dated
        if written(page, timex) != "overnight"
        or not any(
            other.first and other.span[0] > timex.span[1]
            and len(page.text[timex.span[1] : other.span[0]]) < _BESIDE
            for other in dated
        )
    ]  # fmt: skip


def _night(page: Page, timex: Timex, now: date | None) -> When | None:
    """Read "in the night to Friday", "overnight": the night touches two days."""
    if timex.first is None or timex.first != timex.last:
        return None
    before = page.text[max(0, timex.span[0] - 24) : timex.span[0]]
    day = timedelta(days=1)
    if written(page, timex) == "overnight" and now:
        return When(now - day, now, (timex.span,), "the night before")
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
    both = timex.edtf == edtf.days(first, last) and first < last  # "from 5 to 11 June"
    if lead in ("since", "from") and now and first <= now and not both:
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
        known = timex.edtf or edtf.named(timex.value)
        return When(first, last, spans, "period", known if whole else None)
    return When(first, last, spans, "day", timex.edtf)


def _length(timex: Timex) -> timedelta | None:
    """How long a counted duration is; ``None`` for others and those beyond reporting."""
    match = _COUNTED.match(timex.value)
    if not match or timex.type != "DURATION" or bool(match["clock"]) != (match["u"] == "H"):
        return None
    unit = "TH" if match["clock"] else match["u"]
    reach = length(float(match["n"]), unit)
    return reach if reach is not None and reach.days <= LONGEST else None


def _so_far(page: Page, timex: Timex) -> bool:
    """Does a perfect lead to now: "have been shelling it for three months", "has been shut"?"""
    verb = next((t for t in page.token_at(timex.span[0]).ancestors if t.pos_ in _VERBS), None)
    if verb is None:
        return False
    helpers = {c.lower_ for c in verb.children}
    return bool(helpers & {"has", "have", "had"}) and ("been" in helpers or verb.lower_ == "been")


def _lasting(page: Page, timex: Timex, latest: When | None, now: date | None) -> When | None:
    """Read "in three days of shelling", "in the two days": so many days up to when it is said."""
    reach = _length(timex)
    before = page.text[max(0, timex.span[0] - 30) : timex.span[0]]
    if timex.last not in (None, page.anchor):  # "the first five months of the year"
        return None
    lead = _FOR.search(before)
    if reach is None or lead is None or page.text.startswith(("'", "’"), timex.span[1]):
        return None
    counted = timex.value[-1] in "DW"  # "signed for three months" is no time up to now
    if lead.group().casefold().startswith("for") and not counted and not _so_far(page, timex):
        return None
    if re.search(r"same\s+$", before, re.I) and latest:
        return When(latest.first, latest.last, (timex.span,), "the same days")
    inner = re.search(r"\bwithin\s", before, re.I) and not _BACKWARD.search(written(page, timex))
    if now is None or inner:
        return None
    return When(now - reach, now, (timex.span,), "so many days until it is said")


def _due(page: Page, timex: Timex, now: date | None) -> When | None:
    """Read "within two weeks", "in ten days", "within hours" of what is still to come."""
    before = page.text[max(0, timex.span[0] - 30) : timex.span[0]]
    if now is None or timex.type != "DURATION" or not _WITHIN.search(before):
        return None
    reach = _length(timex)
    if reach is not None:
        extra = 0 if timex.value.startswith("PT") else 1  # two weeks from today, today not counted
        return When(now, now + reach + timedelta(days=extra), (timex.span,), "deadline")
    if timex.coming is None and timex.last is None:
        return None
    vague = timex.coming or cal.Period(now, timex.last or now, "", timex.edtf)
    return When(vague.first, vague.last, (timex.span,), "deadline", vague.edtf)


def to_come(page: Page, timex: Timex) -> Timex:
    """The expression as it is meant of what is still to come, where the plain reading is over."""
    coming, now = timex.coming, page.anchor
    if coming is None or now is None or (timex.last is not None and timex.last >= now):
        return timex
    return replace(
        timex, first=coming.first, last=coming.last, value=coming.value, edtf=coming.edtf
    )


def _over(page: Page, timex: Timex) -> bool:
    """Does it date what lies behind: "the men captured in March will be freed in July"?"""
    past = timex.last is not None and page.anchor is not None and timex.last <= page.anchor
    return past and _of_the_past(page.token_at(timex.span[1] - 1))


def _of_the_past(token: Token) -> bool:
    """Does a word hang on a verb of the past in a clause of its own?"""
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.dep_ not in ("acl", "relcl", "advcl", "ccomp"):
        return False
    if verb.dep_ == "ccomp" and token.head.lower_ in ("until", "till"):  # "gave them until Friday"
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "would"}:  # "would have left by Friday"
        return False
    bare = verb.tag_ == "VBN" and not helpers and verb.dep_ == "acl"
    return verb.tag_ == "VBD" or bare or bool(helpers & {"had", "was", "were", "has", "have"})


def best(
    page: Page, dated: list[Timex], latest: When | None, ahead: bool, now: date | None
) -> When | None:
    """The range several expressions make: pairs first, then "since", days, periods.

    ``now`` is the day of saying, which "since" runs to and a deadline runs from.
    """
    if ahead:
        dated = [to_come(page, timex) for timex in dated if not _over(page, timex)]
    dated = _without_overnight(page, dated)
    for timex in dated:
        paired = _pair(page, timex, dated) or (_due(page, timex, now) if ahead else None)
        paired = paired or (None if ahead else _lasting(page, timex, latest, now))
        paired = paired or _night(page, timex, now)
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
