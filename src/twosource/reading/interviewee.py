"""Whom a text interviews, by the fullest name: announced, most to the fore, or in its picture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from twosource.model import Span
from twosource.reading.cover import Cover
from twosource.reading.parsed import Parsed
from twosource.reading.states import any_state
from twosource.reading.transcripts import caption, credit

_ANNOUNCED = re.compile(
    r"\b(?:interview(?:s|ed|ing)?(?: with)?|(?:spoke|speaks|talk(?:s|ed)|sat down|caught up|met"
    r"|chatted)(?: (?:by|over) \w+| online)? (?:with|to)) ([^\n.,:;?!]{3,120})",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]*[a-zß-ž]$")
_AGENT = frozenset({"by", "about", "on"})  # "interviewed by the Herald", "spoke to us on …"


def interviewee(parsed: Parsed, before: int, questions: Iterable[Span]) -> str:
    """The name of the person interviewed, looked for up to the offset, else anywhere; or ``""``."""
    asked = [parsed.text[start:end] for start, end in questions]
    for end in (before, len(parsed.text)):
        found = _announced(parsed, end) or _foremost(parsed, end, asked)
        if found:
            return found
    return _pictured(parsed, asked)


def _announced(parsed: Parsed, before: int) -> str:
    """As in "an interview with the envoy Ann Or": the first full name after the word."""
    for match in _ANNOUNCED.finditer(parsed.text, 0, before):
        words = parsed.doc.char_span(*match.span(1), alignment_mode="expand") or ()
        run: list[str] = []
        for token in words:
            personal = token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "")
            if personal and _NAME.match(token.text) and any_state(token.text) is None:
                run.append(token.text)
            elif len(run) > 1 or token.lower_ in _AGENT:
                break
            else:
                run = []
        if len(run) > 1:
            return " ".join(run)
    return ""


def _foremost(parsed: Parsed, before: int, asked: list[str]) -> str:
    """Who is named most, in the first line and where an interview is spoken of above all.

    Not whom the questions are about, nor by whom the interview was held.
    """
    weight: Counter[str] = Counter()
    full: dict[str, str] = {}
    captions = Cover(line for line in parsed.paragraphs if caption(parsed.text, line))
    people = [e for e in parsed.doc.ents if e.label_ == "PERSON" and e.start_char < before]
    for entity in people:
        if captions.touches(((entity.start_char, entity.end_char),)):
            continue
        name = entity.text
        by = entity.start > 0 and parsed.doc[entity.start - 1].lower_ == "by"
        if by or " " not in name or "\n" in name:
            continue
        last = name.split()[-1]
        full[last] = max(full.get(last, ""), name, key=len)
        told = "interview" in entity.sent.text.casefold()
        weight[last] += 1 + 2 * told + 2 * (entity.start_char < parsed.paragraphs[0][1])
    named = [each for each in weight.most_common() if not _spoken_of(each[0], asked)]
    if not named or (len(named) > 1 and not named[0][1] > max(1, named[1][1])):
        return ""
    return full[named[0][0]]


def _pictured(parsed: Parsed, asked: list[str]) -> str:
    """The only person whom captions name before their credit, whoever took the picture."""
    credits = ((line, credit(parsed.text, line)) for line in parsed.paragraphs)
    before = Cover((line[0], end) for line, end in credits if end is not None)
    shown = {
        entity.text
        for entity in parsed.doc.ents
        if entity.label_ == "PERSON" and before.touches(((entity.start_char, entity.end_char),))
    }
    full = {name for name in shown if " " in name and not _spoken_of(name.split()[-1], asked)}
    return full.pop() if len(full) == 1 else ""


def _spoken_of(name: str, asked: list[str]) -> bool:
    """As in "What do you make of Or's views?", but not "Ms Or, what happened?"."""
    called = re.compile(rf"(?:^|[,.!])\s*(?:\w+\.?\s+){{0,2}}{re.escape(name)}\s*[,?!]")
    whole = re.compile(rf"\b{re.escape(name)}\b")
    return any(len(whole.findall(each)) > len(called.findall(each)) for each in asked)
