"""Who has the floor: the speeches of a transcript, and interviews that have no labels.

Such an interview alternates between paragraphs that ask (they end in a question mark, are set in
bold among others that are, or prompt: "Tell us about the bridge.") and those that answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from twosource.lexicon import words
from twosource.model import Span
from twosource.reading.interviewee import interviewee
from twosource.reading.parsed import Parsed
from twosource.reading.transcripts import Speech, asks, caption, speeches

_DECLARED = re.compile(r"\binterview", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
_BOLD = re.compile(r"(\*\*|__|\*|_)(?!\s)(?:(?!\1).)+\1$")
_FIRST_WORD = re.compile(r"\w+")
_PROMPT = 300  # code points of the longest prompt without a question mark
_QUESTIONS = {True: (2, 12), False: (4, 6)}  # declared an interview: how many, one in how many


def floor(parsed: Parsed) -> tuple[Speech, ...]:
    """Speeches in text order; those of an interview without labels where it is plain who answers.

    Answers whose speaker the text does not name are left out.
    """
    labelled = speeches(parsed.text, parsed.paragraphs)
    if not labelled:
        return _unlabelled(parsed)
    if not any(each.answers for each in labelled):
        return labelled
    asked = [each.body for each in labelled if each.house]
    name = interviewee(parsed, labelled[0].body[0], asked)
    named = (replace(each, name=name) if each.answers else each for each in labelled)
    return tuple(each for each in named if name or not each.answers)


def _unlabelled(parsed: Parsed) -> tuple[Speech, ...]:
    questions = _questions(parsed)
    if not questions:
        return ()
    lines = [parsed.paragraphs[n] for n in questions]
    name = interviewee(parsed, lines[0][0], lines)
    if not name:
        return ()
    found: list[Speech] = []
    for n in range(questions[0], len(parsed.paragraphs)):
        start, end = parsed.paragraphs[n]
        asked = n in questions
        if not asked and (caption(parsed.text, (start, end)) or _of(parsed, (start, end), name)):
            continue
        if asked or not found or found[-1].house:
            whose = "" if asked else name
            found.append(Speech((start, start), (start, end), asked, not asked, whose))
        else:
            found[-1] = replace(found[-1], body=(found[-1].body[0], end))
    return tuple(found)


def _of(parsed: Parsed, paragraph: Span, name: str) -> bool:
    """Does it tell of the one interviewed by name? Then others wrote it."""
    return (
        re.search(rf"\b{re.escape(name.split()[-1])}\b", parsed.text[slice(*paragraph)]) is not None
    )


def _questions(parsed: Parsed) -> list[int]:
    """The paragraphs that ask; none where the text is no interview."""
    text, lines = parsed.text, parsed.paragraphs
    asked = [n for n, line in enumerate(lines) if asks(text, line)]
    if not asked:
        return []
    marks = {n: m[1] for n, line in enumerate(lines) if (m := _BOLD.match(text[slice(*line)]))}
    bold = [marks[n] for n in asked if n in marks]
    if 2 * len(bold) > len(asked):
        asked = [n for n in range(asked[0], len(lines)) if n in asked or marks.get(n) == bold[0]]
    else:
        asked = sorted({*asked, *_prompts(parsed, asked)})
    declared = _DECLARED.search(text, 0, max(lines[asked[0]][0], 1)) is not None
    declared = declared or (asked[0] == 0 and _DECLARED.search(text) is not None)
    fewest, share = _QUESTIONS[declared]
    if len(asked) < fewest or share * len(asked) < len(lines) - asked[0]:
        return []
    answers = [n for n in range(asked[0], len(lines)) if n not in asked]
    own = sum(_FIRST.search(text[slice(*lines[n])]) is not None for n in answers)
    return asked if answers and 4 * own >= len(answers) else []


def _prompts(parsed: Parsed, asked: Sequence[int]) -> list[int]:
    """As in "Tell us about the bridge." after an answer: it asks without a question mark."""
    found: list[int] = []
    for n in range(asked[0] + 2, len(parsed.paragraphs) - 1):
        start, end = parsed.paragraphs[n]
        first = _FIRST_WORD.search(parsed.text, start, end)
        short = end - start <= _PROMPT and n - 1 not in asked
        if short and first and first.group().casefold() in words("reading", "prompts"):
            found.append(n)
    return found
