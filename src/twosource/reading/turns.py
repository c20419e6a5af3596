"""Who has the floor in interviews and transcripts: paragraphs that begin with "NAME:"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from twosource.model import Span
from twosource.reading.cast import Actor
from twosource.reading.coreference import Cast
from twosource.reading.parsed import Parsed
from twosource.reading.states import fold

_LABEL = re.compile(r"([A-Z][A-Z .'’-]{1,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s")
_QUESTIONS = 4  # questions that make an interview
_HOUSE = frozenset({"presenter", "host", "anchor", "interviewer", "q", "question", "moderator"})


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's paragraph; ``house``: the outlet's own people speak."""

    span: Span
    label: str
    actor: Actor | None
    house: bool


def turns(parsed: Parsed, cast: Cast) -> list[Turn]:
    """All turns, empty unless at least two labels open three paragraphs or more."""
    marked = []
    for start, end in parsed.paragraphs:
        match = _LABEL.match(parsed.text, start, end)
        if match is not None:
            marked.append((start, end, match.group(1)))
    labels = {label for _, _, label in marked}
    if len(marked) < 3 or len(labels) < 2:
        return _answers(parsed, cast)
    own = fold(cast.publisher.words)
    found = []
    for start, end, label in marked:
        key = fold(label)
        house = key in _HOUSE or (bool(own) and (key in own or own in key))
        found.append(Turn((start, end), label, _speaker(label, house, cast, parsed), house))
    return found


def _answers(parsed: Parsed, cast: Cast) -> list[Turn]:
    """An interview without labels: questions are paragraphs that end in a question mark."""
    text = parsed.text
    asked = [n for n, (_, end) in enumerate(parsed.paragraphs) if text[end - 1 : end] == "?"]
    if len(asked) < _QUESTIONS or len(asked) < len(parsed.paragraphs) / 8:
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
