"""Who has the floor in interviews and transcripts, by labels or by questions and answers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from twosource.model import Span
from twosource.reading.cast import Actor
from twosource.reading.coreference import Cast
from twosource.reading.layout import speeches
from twosource.reading.parsed import Parsed
from twosource.reading.states import any_state, fold

_INTERVIEWS = re.compile(r"\binterview(?:s|ed)?(?: with)? ([^\n.,:;?!]{3,120})", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]*[a-zß-ž]$")
_QUESTIONS = 4  # questions that make an interview


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's paragraph; ``house``: the outlet's own people speak."""

    span: Span
    label: str
    actor: Actor | None
    house: bool


def turns(parsed: Parsed, cast: Cast) -> list[Turn]:
    """Who has the floor where; empty outside transcripts and interviews."""
    labelled = speeches(parsed.text, parsed.paragraphs)
    if not labelled:
        return _answers(parsed, cast)
    own = fold(cast.publisher.words)
    found = []
    for speech in labelled:
        label = parsed.text[speech.speaker[0] : speech.speaker[1]]
        key = fold(label)
        house = speech.house or (bool(own) and (key in own or own in key))
        span = speech.speaker[0], speech.body[1]
        found.append(Turn(span, label, _speaker(label, house, cast, parsed), house))
    return found


def _answers(parsed: Parsed, cast: Cast) -> list[Turn]:
    """An interview without labels: questions are paragraphs that end in a question mark."""
    text = parsed.text
    asked = [n for n, (_, end) in enumerate(parsed.paragraphs) if text[end - 1 : end] == "?"]
    if not asked or parsed.paragraphs[asked[0]][0] == 0:
        return []
    declared = "interview" in text[: parsed.paragraphs[asked[0]][0]].casefold()
    if not declared and (len(asked) < _QUESTIONS or len(asked) < len(parsed.paragraphs) / 8):
        return []
    if declared and len(asked) < len(parsed.paragraphs) / 20:
        return []
    name = _interviewee(parsed, parsed.paragraphs[asked[0]][0])
    if not name:
        return []
    actor = Actor("person", name, person=name, last=0)
    cast.actors.append(actor)
    found = []
    for n in range(asked[0], len(parsed.paragraphs)):
        house = n in asked
        speaker = cast.publisher if house else actor
        found.append(Turn(parsed.paragraphs[n], "", speaker, house))
    return found


def _interviewee(parsed: Parsed, before: int) -> str:
    """The person most to the fore before the first question, by the fullest name."""
    announced = _announced(parsed, before)
    if announced:
        return announced
    weight: Counter[str] = Counter()
    full: dict[str, str] = {}
    people = [e for e in parsed.doc.ents if e.label_ == "PERSON" and e.start_char < before]
    for entity in people:
        name = entity.text
        if " " not in name or "\n" in name:
            continue
        last = name.split()[-1]
        full[last] = max(full.get(last, ""), name, key=len)
        asked = "interview" in entity.sent.text.casefold()
        weight[last] += 1 + 2 * asked + 2 * (entity.start_char < parsed.paragraphs[0][1])
    return full[weight.most_common(1)[0][0]] if weight else ""


def _announced(parsed: Parsed, before: int) -> str:
    """As in "an interview with the envoy Ann Or": the first full name after the word."""
    for match in _INTERVIEWS.finditer(parsed.text, 0, before):
        words = parsed.doc.char_span(*match.span(1), alignment_mode="expand") or ()
        run: list[str] = []
        for token in words:
            personal = token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "")
            if personal and _NAME.match(token.text) and any_state(token.text) is None:
                run.append(token.text)
            elif len(run) > 1:
                break
            else:
                run = []
        if len(run) > 1:
            return " ".join(run)
    return ""


def _speaker(label: str, house: bool, cast: Cast, parsed: Parsed) -> Actor | None:
    """The actor behind a label, entered under the fullest name the text gives it."""
    if house:
        return cast.publisher
    for actor in cast.actors:
        if actor.person and fold(label) in fold(actor.person).split():
            return actor
    name = _full_name(label, parsed.text)
    words = f"(?i:correspondent|reporter|colleague|editor)\\s+{re.escape(name)}"
    if re.search(words, parsed.text):
        return cast.publisher
    actor = Actor("person", name, person=name)
    actor.last = 0
    cast.actors.append(actor)
    return actor


def _full_name(label: str, text: str) -> str:
    """As in "HARROW" -> "Jane Harrow", where the text writes that."""
    pattern = rf"\b((?:[A-Z][\w’'-]+ ){{1,2}}{re.escape(label.title())})\b"
    match = re.search(pattern, text)
    return match.group(1) if match else label.title()


def turn_at(found: list[Turn], offset: int) -> Turn | None:
    """The turn that holds a character offset."""
    return next((t for t in found if t.span[0] <= offset < t.span[1]), None)
