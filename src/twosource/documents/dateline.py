"""The dateline of a dispatch: "KYIV, April 28 (Reuters) -", "MOSCOW, April 28. /TASS/."

Shapes: those of the agencies' house styles (Reuters, AP, AFP, TASS, Interfax, Xinhua, Yonhap),
which most of the world's agencies follow. The agency may be one nobody has heard of: it is the name
that stands in the agency's place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from twosource.documents.credit import agency_name, is_byline, known_agency
from twosource.documents.publication import MONTHS
from twosource.model import Span

_MONTH = "|".join(sorted((m.title() for m in MONTHS), key=len, reverse=True))
_DATE = (
    rf"(?P<date>(?i:{_MONTH})\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}\s+(?i:{_MONTH})\.?(?:\s+\d{{4}})?)"
)
_CAPITALS = r"[A-ZÀ-ÞЀ-Я][A-ZÀ-ÞЀ-Я.’'\-]+(?:\s+[A-ZÀ-ÞЀ-Я][A-ZÀ-ÞЀ-Я.’'\-]*){0,3}"
_TITLED = r"[A-ZÀ-ÞЀ-Я][\w.’'\-]+(?:\s+[A-ZÀ-ÞЀ-Я][\w.’'\-]+){0,3}"
_REGION = rf"(?:,\s*{_TITLED})?"
_AGENCY = r"[^\W\d_][\w .&’'\-]{1,38}"
_DASH = r"\s*(?:(?:--|[-–])\s|—\s?)"
_PLACES = rf"(?P<place>{_CAPITALS}(?:\s*/\s*{_CAPITALS}){{0,2}}{_REGION})"
_MIXED_PLACES = rf"(?P<place>{_TITLED}(?:\s*/\s*{_TITLED}){{0,2}}{_REGION})"
SHAPES = (
    # KYIV, April 28 (Reuters) -     SEOUL, Oct. 24 (Yonhap) --     KYIV (AFP) -
    rf"{_PLACES}(?:,\s*{_DATE})?,?\s*\((?P<agency>{_AGENCY})\)\s*(?:{_DASH}|[.:]\s)",
    rf"{_MIXED_PLACES}(?:,\s*{_DATE})?,?\s*\((?P<agency>{_AGENCY})\)\s*(?:{_DASH}|[.:]\s)",
    # MOSCOW, April 28. /TASS/.      MOSCOW. April 28 (Interfax) -
    rf"{_PLACES}[.,]\s*{_DATE}\.?,?\s*/(?P<agency>{_AGENCY})/\.?\s*[-–—]?",
    rf"{_PLACES}\.\s*{_DATE}\.?\s*\((?P<agency>{_AGENCY})\)(?:{_DASH}|[.:]\s)",
    # YEREVAN, 4 OCTOBER, ARMENPRESS.
    rf"{_PLACES},\s*{_DATE},\s*(?P<agency>{_CAPITALS})\.\s",
    # BRUSSELS, April 28 -           LONDON —
    rf"{_PLACES},\s*{_DATE}(?P<agency>){_DASH}",
    rf"{_PLACES}(?P<date>)(?P<agency>)(?:{_DASH})",
    # MANILA, Philippines (May 29, 2017) —
    rf"{_PLACES}\s*\({_DATE}\)(?P<agency>){_DASH}",
    # Jalalabad, 3 June:             of monitors of the press
    rf"{_MIXED_PLACES},\s*{_DATE}(?P<agency>):\s",
)
# (Nairobi) –     (New York, 28 April 2013) –     of Human Rights Watch and other bodies
_IN_BRACKETS = rf"\((?P<place>{_TITLED})(?:,\s*{_DATE})?\)\s*[-–—]+\s"
_NOTE = re.compile(r"(?:\w+ed|\w+s|photo|video|file|update|analysis|opinion)\b", re.IGNORECASE)
_BARE_AGENCY = rf"\((?P<agency>{_AGENCY})\){_DASH}"
MAX_LINES = 6  # title, lead and byline may stand above the dateline


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place as written, date as written, agency (canonical if known), and where it all stands."""

    place: str | None
    date: str | None
    agency: str | None
    span: Span


@cache
def _compiled(shapes: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compiled when first needed: that costs more than importing the whole room."""
    return tuple(map(re.compile, shapes))


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at the head of one of the first lines from ``start`` on."""
    at, seen = start, 0
    while at < len(text) and seen < MAX_LINES:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.strip():
            seen += 1
            if not is_byline(line) and (found := _at_head(line, at)):
                return found
        at = end + 1
    return None


def _at_head(line: str, offset: int) -> Dateline | None:
    lead = len(line) - len(line.lstrip(" \t*_"))
    head = line[lead : lead + 160]
    for shape in _compiled(SHAPES):
        if match := shape.match(head):
            agency = " ".join((match["agency"] or "").split())
            capitals = match["place"].split(",")[0].isupper()  # "MEMPHIS, Tenn. -"
            if not (match["date"] or capitals or agency_name(agency)):
                continue  # "Defence Ministry (MoD) - …"
            if agency[:1].islower() and not agency_name(agency):
                continue  # a speaker's label: "OR (by telephone): …"
            span = (offset + lead, offset + lead + len(match.group().rstrip()))
            date = (match["date"] or "").rstrip(".") or None
            return Dateline(match["place"], date, _canonical(agency), span)
    bare = _compiled((_BARE_AGENCY,))[0].match(head)
    if bare and (known := known_agency(bare["agency"])):
        return Dateline(None, None, known, (offset + lead, offset + lead + bare.end() - 1))
    set_apart = _compiled((_IN_BRACKETS,))[0].match(head)
    if set_apart and (set_apart["date"] or not _NOTE.match(set_apart["place"])):
        span = (offset + lead, offset + lead + len(set_apart.group().rstrip()))
        return Dateline(set_apart["place"], set_apart["date"], None, span)
    return None


def _canonical(written: str) -> str | None:
    if not written:
        return None
    return known_agency(written) or (
        written.title() if written.isupper() and " " in written else written
    )
