"""The words that give a person's office beside the name: "Chad's foreign minister, Ann Or"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from twosource.model import Span
from twosource.reading.phrase import Phrase

_NO_OFFICE = frozenset(["", "title", "person", "witness", "counterpart"])  # classes of roles


def with_office(doc: Doc, phrase: Phrase) -> Phrase:
    """The phrase of one segment with the offsets of its office, where it names one."""
    span = None if phrase.role_class in _NO_OFFICE else _beside(doc, phrase)
    return phrase if span is None else replace(phrase, office=span)


def _beside(doc: Doc, phrase: Phrase) -> Span | None:
    """The phrase without the person's name before or behind, article and marks."""
    whole = doc[phrase.start : phrase.end]
    at = whole.text.find(phrase.person) if phrase.person else -1
    behind = at + len(phrase.person) if at >= 0 else 0
    before = [t for t in whole if t.idx - whole.start_char < at]
    after = [t for t in whole if t.idx - whole.start_char >= behind]
    if phrase.person and (at < 0 or (before and any(t.is_alpha for t in after))):
        return None
    tokens = before or after
    while tokens and (tokens[0].tag_ in ("DT", "PRP$") or tokens[0].is_punct):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens = tokens[:-1]
    return (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else None
