"""Whose turn it is in interviews and transcripts: the actors behind labels and answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.model import Span
from twosource.reading.cast import Actor
from twosource.reading.coreference import Cast
from twosource.reading.floor import floor
from twosource.reading.nouns import role_of
from twosource.reading.parsed import Parsed
from twosource.reading.states import fold
from twosource.reading.transcripts import initials

_SHORT = 4  # letters of the longest initials


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's paragraphs; ``house``: the outlet's own people speak."""

    span: Span
    label: str
    actor: Actor | None
    house: bool


def turns(parsed: Parsed, cast: Cast) -> list[Turn]:
    """Who has the floor where; empty outside transcripts and interviews."""
    found: list[Turn] = []
    speakers: list[Actor] = []
    for speech in floor(parsed):
        label = parsed.text[speech.speaker[0] : speech.speaker[1]]
        house = speech.house or _ours(label, cast)
        if house:
            actor = cast.publisher
        elif speech.answers:
            actor = _known(speech.name, speakers)
        else:
            actor = _speaker(label, cast, parsed, speakers)
        found.append(Turn((speech.speaker[0], speech.body[1]), label, actor, house))
    cast.actors += [each for each in speakers if each not in cast.actors]
    return found


def _ours(label: str, cast: Cast) -> bool:
    own, key = fold(cast.publisher.words), fold(label)
    return bool(own and key) and (key in own or own in key)


def _speaker(label: str, cast: Cast, parsed: Parsed, speakers: list[Actor]) -> Actor:
    """The actor behind a label, entered under the fullest name the text gives it."""
    name = _full_name(_untitled(label), parsed, speakers)
    words = f"(?i:correspondent|reporter|colleague|editor)\\s+{re.escape(name)}"
    actor = _known(name, speakers)
    return cast.publisher if re.search(words, parsed.text) else actor


def _known(name: str, speakers: list[Actor]) -> Actor:
    """The speaker of that name, met before or new."""
    parts = set(fold(name).split())
    for actor in speakers:
        if parts <= set(fold(actor.person).split()):
            return actor
    actor = Actor("person", name, person=name, last=0)
    speakers.append(actor)
    return actor


def _untitled(label: str) -> str:
    """As in "MR. MILLER" -> "MILLER", "GENERAL OR" -> "OR"."""
    parts = label.split()
    while len(parts) > 1 and (role_of(parts[0]) or role_of(parts[0].rstrip("."))):
        parts = parts[1:]
    return " ".join(parts)


def _full_name(label: str, parsed: Parsed, speakers: list[Actor]) -> str:
    """As in "HARROW" -> "Jane Harrow", "JH" -> "Jane Harrow", where the text writes that."""
    people = [
        *(a.person for a in speakers),
        *(e.text for e in parsed.doc.ents if e.label_ == "PERSON"),
    ]
    short = initials(label)
    if short and len(label) <= _SHORT:
        return next((name for name in people if initials(name) == short), label)
    proper = label if any(c.islower() for c in label) else label.title()
    pattern = rf"\b((?:[A-Z][\w’'-]+ ){{1,2}}{re.escape(proper)})\b"
    match = re.search(pattern, parsed.text)
    whole = _untitled(match.group(1)) if match else proper
    return whole if len(whole) > len(proper) else proper


def turn_at(found: list[Turn], offset: int) -> Turn | None:
    """The turn that holds a character offset."""
    return next((t for t in found if t.span[0] <= offset < t.span[1]), None)
