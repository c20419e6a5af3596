"""Annotated texts beside what the rules find in them, and how well a model reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.learning.annotated import Annotated
from twosource.learning.measures import Measures, measure
from twosource.reading.tagger.pieces import Hints
from twosource.reading.tagger.relations import hints, relations
from twosource.reading.tagger.session import Loaded


@dataclass(frozen=True, slots=True)
class Lesson:
    """One annotated text with what the rules find in it."""

    document: Annotated
    hints: Hints


def lesson(document: Annotated) -> Lesson:
    """Ask the rules."""
    from twosource.reading.nesting import outermost
    from twosource.reading.parsed import parse
    from twosource.reading.rules import relations as ruled

    return Lesson(document, hints(outermost(ruled(parse(document.text)))))


def measured(model: Loaded, lessons: Sequence[Lesson]) -> Measures:
    """How well the tagger, told what the rules find, reads the annotated texts."""
    found = (relations(model, each.document.text, each.hints) for each in lessons)
    return measure(documents(lessons), list(found))


def documents(lessons: Iterable[Lesson]) -> list[Annotated]:
    """The texts alone."""
    return [each.document for each in lessons]
