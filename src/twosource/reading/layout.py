"""What stands at the head of a line and is no part of a statement.

Bullets and numbering ("- ", "1/ ", "(a) "), datelines ("KYIV, April 28 (Reuters) - ") and speaker
labels of transcripts ("LAVROV: ").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.lexicon import words
from twosource.model import Span, Spans

_BULLET = re.compile(r"\s*(?:[-–—•*·▪‣◦]|\d{1,3}[/.)](?=\s)|\(\d{1,2}\)|[a-h]\))\s+")
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /,]+[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+)*"
_DATELINE = re.compile(
    rf"(?:{_PLACE})(?:\s*,?\s*[^.:;\n]{{0,40}}?)?(?:\s*[(/][^()/\n]{{2,30}}[)/])?\s*[-–—]{{1,2}}\s+(?=\S)"
    rf"|(?:{_PLACE})[^:;\n]{{0,40}}?\.?\s*(?:/[^/\n]{{2,30}}/)\.?\s+(?=\S)"
    rf"|(?:{_PLACE}),\s*\d{{1,2}}\s+[A-Z]\w+[^:;\n]{{0,30}}\.\s+(?=\S)"
)
_SLUG = re.compile(  # wire slugs: "UPDATE 2-Blast kills 14", "BREAKING: …"
    r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|URGENT|FLASH|BREAKING|ALERT|FACTBOX|THREAD)"
    r"(?: \d{1,2})?(?:[-–—:]\s*))+(?=\S)"
)
_LABEL = re.compile(r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ0-9 .'’-]{1,40}?)(?:\s*\([^)\n]{1,60}\))?:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Turn:
    """One speech of a transcript: the speaker's label and what stands after it."""

    speaker: Span
    body: Span


def heads(text: str, paragraphs: Spans) -> Spans:
    """The head of every paragraph that has one."""
    found: list[Span] = []
    for start, end in paragraphs:
        at = start
        for pattern in (_BULLET, _SLUG, _DATELINE, _LABEL):
            match = pattern.match(text, at, min(end, at + 160))
            if match is not None:
                at = match.end()
        if at > start:
            found.append((start, at))
    return tuple(found)


def turns(text: str, paragraphs: Spans) -> tuple[Turn, ...]:
    """Speeches of a transcript; none unless at least two lines carry a label.

    Labels that name a part in the programme ("PRESENTER", "Q") credit nobody.
    """
    found: list[Turn] = []
    for start, end in paragraphs:
        match = _LABEL.match(text, start, min(end, start + 120))
        if match is not None:
            name = match.span("name")
            found.append(Turn(name, (match.end(), end)))
    if len(found) < 2:
        return ()
    roles = words("reading", "programme_roles")
    return tuple(t for t in found if text[t.speaker[0] : t.speaker[1]].casefold() not in roles)
