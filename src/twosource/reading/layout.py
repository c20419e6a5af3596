"""What stands at the head of a line and is no part of a statement.

Bullets and numbering ("- ", "1/ ", "(a) "), datelines ("KYIV, April 28 (Reuters) - ") and speaker
labels of transcripts ("LAVROV: ").
"""

from __future__ import annotations

import re

from twosource.model import Span, Spans
from twosource.reading.transcripts import LABEL, labels

_BULLET = re.compile(r"\s*(?:[-–—•*·▪‣◦]|\d{1,3}[/.)](?=\s)|\(\d{1,2}\)|[a-h]\))\s+")
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /,]+[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+)*"
_DATELINE = re.compile(
    rf"(?:{_PLACE})(?:\s*,?\s*[^.:;\n]{{0,40}}?)?(?:\s*[(/][^()/\n]{{2,30}}[)/])?\s*[-–—]{{1,2}}\s+(?=\S)"
    rf"|(?:{_PLACE})[^:;\n]{{0,40}}?\.?\s*(?:/[^/\n]{{2,30}}/)\.?\s+(?=\S)"
    rf"|(?:{_PLACE}),\s*\d{{1,2}}\s+[A-Z]\w+[^:;\n]{{0,30}}\.\s+(?=\S)"
    r"|[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?, \d{1,2} [A-Z][a-z]+(?: \d{4})?:\s+(?=\S)"
    r"|\([A-ZÀ-Þ][^()\n]{1,40}\)\s*[-–—]{1,2}\s+(?=\S)"
)
_SLUG = re.compile(  # wire slugs: "UPDATE 2-Blast kills 14", "BREAKING: …"
    r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|URGENT|FLASH|BREAKING|ALERT|FACTBOX|THREAD)"
    r"(?: \d{1,2})?(?:[-–—:]\s*))+(?=\S)"
)


def heads(text: str, paragraphs: Spans) -> Spans:
    """The head of every paragraph that has one."""
    found: list[Span] = []
    spoken = labels(text, paragraphs)
    for start, end in paragraphs:
        at = start
        for pattern in (_BULLET, _SLUG, _DATELINE, LABEL):
            match = pattern.match(text, at, min(end, at + 160))
            if match is not None:
                at = match.end()
        at = max(at, spoken.get(start, start))
        if at > start:
            found.append((start, at))
    return tuple(found)
