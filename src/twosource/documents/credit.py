"""Who wrote it, and which agency it came from: bylines and wire credits in text and metadata.

A credit counts where it stands in a place for credits (byline, dateline, last lines, copyright
line), never anywhere in the running text: "Reuters could not verify this" credits nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from twosource import lexicon

_BY = re.compile(r"^\s*(?:Written by|Text by|Story by|By|Von|Par|Por|Автор:|Від)\s+(.+)$", re.I)
_NAME = r"[^\W\d_][\w.’'\-]*"
_PERSONS = re.compile(
    rf"^(?:{_NAME}\s+){{1,4}}{_NAME}(?:(?:,| and|, and| &)\s+(?:{_NAME}\s+){{1,4}}{_NAME})*"
)
_IN_PLACE = re.compile(r"\s+(?:in|at|reporting from)\s+[A-ZÀ-Ž][^|]*$")
_SPLIT = re.compile(r"\s*(?:,|\||/|\s[-–—•·]\s|\bfor\b|\(|\)|\bof\b|\band\b|&|\n)\s*")
_REPORTING = re.compile(r"^\s*\(?\s*(?:Reporting|Report)\s+by\s+(.+?)\s*(?:[;.)]|$)", re.I)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bCopyright\b)\s*(?:\d{4}\s*)?(?:by\s+)?([^.|\n]{2,60})", re.I)
_TRAILER = re.compile(r"^\s*(?:[-–—/(\[]+|(?:Source|Via|Credit)\s*:)\s*([^\n]{2,60}?)[\])/.\s]*$")
MAX_CREDIT = 200  # code points: a longer line is prose
LAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Credit:
    """Persons, agency and paper that a credit names, each ``None`` where it names none."""

    byline: str | None = None
    agency: str | None = None
    outlet: str | None = None


def known_agency(name: str) -> str | None:
    """The canonical name of an agency; abbreviations only as written ("AP", never "ap")."""
    wanted = " ".join(name.split()).strip("()[]/.,;:*- ")
    spelled = _spellings()
    if wanted in spelled:
        return spelled[wanted]
    return spelled.get(wanted.casefold()) if len(wanted) > 6 else None


@cache
def _spellings() -> dict[str, str]:
    table: dict[str, str] = {}
    for written, canonical, *_ in lexicon.rows("documents", "agencies"):
        table[written] = canonical
        table[written.upper()] = canonical
        if len(written) > 6:
            table[written.casefold()] = canonical
    return table


def agency_name(name: str) -> str | None:
    """A known agency, or a name that says itself that it is one ("Northern News Agency")."""
    wanted = " ".join(name.split()).strip("()[]/.,;:*- ")
    if known := known_agency(wanted):
        return known
    tail = wanted.casefold().split()
    says_so = lexicon.words("documents", "agency_words")
    named = len(tail) > 1 and wanted[:1].isupper() and len(tail) <= 5
    return wanted if named and (tail[-1] in says_so or " ".join(tail[-2:]) in says_so) else None


def read_byline(written: str) -> Credit:
    """``By Jane Roe, Reuters`` -> Jane Roe, Reuters; also "Reuters" alone, "Jane Roe | AFP"."""
    text = " ".join(written.split())[:MAX_CREDIT]
    if match := _BY.match(text):
        text = match.group(1)
    persons: list[str] = []
    agency = outlet = None
    for part in filter(None, map(str.strip, _SPLIT.split(text))):
        if found := agency_name(part):
            agency = agency or found
        elif persons and _is_outlet(part):
            outlet = outlet or part
        elif not persons or re.search(r"\band\b|&", text):
            persons.append(_IN_PLACE.sub("", part))
    return Credit(", ".join(persons) or None, agency, outlet)


def _is_outlet(name: str) -> bool:
    """Several capitalised words, the last one what papers are called ("Harbour Gazette")."""
    parts = name.split()
    called = lexicon.words("documents", "outlet_words")
    return 2 <= len(parts) <= 5 and parts[0][:1].isupper() and parts[-1].casefold() in called


def is_byline(text: str) -> bool:
    """Is this line a byline and nothing else ("By Imogen Farleigh in Istanbul")?"""
    match = _BY.match(text) if len(text) <= MAX_CREDIT else None
    if not match or text.rstrip().endswith((".", "?", "!", ":")):
        return False
    who = match.group(1)
    capital = who[:1].isupper() or who[:1] in "“\"'"
    return bool(capital and (_PERSONS.match(who) or agency_name(who)) and len(who.split()) <= 14)


def credit_in(text: str) -> Credit:
    """Byline and agency from a text's own first and last lines."""
    found = Credit()
    lines = [line for line in text[:3000].split("\n") if line.strip()]
    for line in lines[:5]:
        if is_byline(line):
            found = read_byline(line)
            break
    tail = [line for line in text[-1500:].split("\n") if line.strip()][-LAST_LINES:]
    for line in tail:
        signed = _signature(line) if len(line) <= MAX_CREDIT else Credit()
        found = Credit(found.byline or signed.byline, found.agency or signed.agency, found.outlet)
    return found


def _signature(line: str) -> Credit:
    """A closing line: "Reporting by …; editing by …", "© AP", "/TASS/", "Source: Interfax"."""
    if match := _REPORTING.match(line):
        return read_byline(match.group(1))
    if match := _COPYRIGHT.search(line):
        return Credit(agency=copyright_agency(match.group(1)))
    if match := _TRAILER.match(line):
        names = re.split(r"\s*(?:,|\band\b|/|;)\s*", match.group(1))
        return Credit(agency=next(filter(None, map(known_agency, names)), None))
    return Credit()


def copyright_agency(holder: str) -> str | None:
    """The agency that a copyright notice names, e.g. ``2025 AFP. All rights reserved``."""
    holder = re.sub(r"^\s*(?:©|\(c\)|copyright)?\s*(?:\d{4})?\s*(?:by)?\s*", "", holder, flags=re.I)
    parts = re.split(r"\s*(?:[.,/|]|\bAll rights\b|\bvia\b)\s*", holder)
    return next(filter(None, map(agency_name, parts)), None)
