"""What stands at the head of a line and is no part of a statement.

Bullets and numbering ("- ", "1/ ", "(a) "), datelines ("KYIV, April 28 (Reuters) - ") and speaker
labels of transcripts ("LAVROV: ").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

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
_LABEL = re.compile(
    r"[\"“]?(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ0-9 .'’-]{1,40}?)(?:\s*\([^)\n]{1,60}\))?:\s+(?=\S)"
)
_MARK = re.compile(r"[\"“]")
_NOISE = re.compile(r"[\"“]?[(\[][A-Z .,]+[)\]]")  # as "(CROSSTALK)"
_WORDS = re.compile(r"[^\W\d_]{2}")
_NAME = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech of a transcript: the speaker's label and what stands after it.

    ``house``: the label names a part in the programme ("PRESENTER", "Q") and credits nobody.
    """

    speaker: Span
    body: Span
    house: bool = False


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


def speeches(text: str, paragraphs: Spans) -> tuple[Speech, ...]:
    """Speeches of a transcript, the house's own included.

    Two lines with a label in capitals make one; labels in small letters ("Ann Or: ") are common
    outside transcripts, so three lines with words are wanted, two speakers, and one of them twice.
    A transcript may stand in quotation marks that each paragraph opens anew; those without a label
    go on with the speech before.
    """
    found = _labelled(text, paragraphs, _LABEL)
    if len(found) >= 2 and not all(s.house for s in found):
        return found
    found = tuple(s for s in _labelled(text, paragraphs, _NAME) if _WORDS.search(text, *s.body))
    names = [text[a:b] for a, b in (s.speaker for s in found)]
    return found if 1 < len(set(names)) < len(names) else ()


def _labelled(text: str, paragraphs: Spans, label: re.Pattern[str]) -> tuple[Speech, ...]:
    roles = words("reading", "programme_roles")
    found: list[Speech] = []
    marked = False  # the paragraph before belongs to a speech and opens with a quotation mark
    for start, end in paragraphs:
        match = label.match(text, start, min(end, start + 120))
        opens = _MARK.match(text, start) is not None
        if match is not None:
            house = match["name"].casefold() in roles
            found.append(Speech(match.span("name"), (match.end(), end), house))
            marked = opens
        elif marked and opens and not _NOISE.match(text, start, end):
            found[-1] = replace(found[-1], body=(found[-1].body[0], end))
        else:
            marked = False
    return tuple(found)
