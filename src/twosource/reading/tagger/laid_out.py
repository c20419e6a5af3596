"""Whom the layout credits beyond doubt: speakers of a transcript, names set under quotations.

Trained on running prose, the tagger takes the name above or below the right one where many stand
in a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.lexicon import words
from twosource.model import Attribution, Quote, Span
from twosource.reading.cover import Cover
from twosource.reading.parsed import Parsed
from twosource.reading.rules import signed
from twosource.reading.transcripts import Speech, speeches


def layout_credits(parsed: Parsed, known: Iterable[Attribution]) -> list[Attribution]:
    """Relations that the layout shows; ``known``: what the rules found."""
    text = parsed.text
    turns = speeches(text, parsed.paragraphs)
    spoken = [_relation(text, each) for each in turns if _named(text, each)]
    return [*spoken, *(each for each in known if each.rule == signed.RULE)]


def credited(found: Sequence[Attribution], laid_out: list[Attribution]) -> tuple[Attribution, ...]:
    """The tagger's relations, but for those that cross what the layout shows, and the latter.

    What one who has the floor says of others stays.
    """
    if not laid_out:
        return tuple(found)
    whole = Cover(span for each in laid_out for span in (*each.source, *each.cue, *each.content))
    inside = [(a, b) for each in laid_out for a, b in each.content]
    kept = [
        each
        for each in found
        if not whole.touches((*each.content, *each.cue)) or _within(each, inside)
    ]
    return tuple(sorted((*kept, *laid_out), key=lambda each: each.content[0]))


def _within(found: Attribution, contents: list[Span]) -> bool:
    """Does a whole relation stand within one speech, and is but a part of it?"""
    spans = (*found.source, *found.cue, *found.content)
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    return bool(found.cue) and any(a <= first and last <= b for a, b in contents)


def _named(text: str, speech: Speech) -> bool:
    """Is the label a name, an interviewer's too, rather than a part in the programme?"""
    label = text[slice(*speech.speaker)].casefold()
    return bool(label) and label not in words("reading", "programme_roles")


def _relation(text: str, speech: Speech) -> Attribution:
    between = range(speech.speaker[1], speech.body[0])
    mark = next((i for i in between if text[i] == ":"), between.start)
    cue = (mark, mark + 1)
    return Attribution((speech.body,), (cue,), (speech.speaker,), Quote.DIRECT, None, None, "turn")
