"""Plain text: the characters of the file, unchanged; a headline above a blank line is its title."""

from __future__ import annotations

import re

from twosource.documents.credit import is_byline
from twosource.documents.dateline import find_dateline
from twosource.documents.draft import Draft, Drafts
from twosource.model import Span

MAX_HEADLINE = 160  # code points
_HEAD = re.compile(r"\s*(?P<line>[^\r\n]+?)[ \t]*\r?\n[ \t]*\r?\n\s*\S")
_NO_HEADLINE = re.compile(r"[-*•–—(\[#>|]|\d+[.)]\s")


def read_plain(text: str) -> Drafts:
    """One draft with the text as it stands."""
    span = headline(text)
    yield Draft(text, "text/plain", text[span[0] : span[1]] if span else None, span)


def headline(text: str) -> Span | None:
    """The first line where it reads like a headline: short, no full stop, a blank line below."""
    match = _HEAD.match(text[:2000])
    if not match:
        return None
    line = match["line"]
    prose = line.endswith((".", ",", ";", ":")) and not line.endswith("...")
    if len(line) > MAX_HEADLINE or prose or len(line.split()) < 2 or _NO_HEADLINE.match(line):
        return None
    begins = line.lstrip("“\"'‘«„")[:1]
    if not (begins.isupper() or begins.isdigit() or (begins.isalpha() and not begins.islower())):
        return None
    if is_byline(line) or find_dateline(line + " "):
        return None
    return match.span("line")
