"""A copy beside what it was taken from: both texts whole, the shared passages numbered alike."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Copy, Document, Span
from twosource.publishing.views.common import DocumentName, document_name


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text; ``passage`` is its number (from 1) where it is shared, else 0."""

    text: str
    passage: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents, cut at its passages; ``shared`` in hundredths of its text."""

    name: DocumentName
    stretches: tuple[Stretch, ...]
    shared: int


def _cut(text: str, spans: list[tuple[Span, int]]) -> tuple[Stretch, ...]:
    out: list[Stretch] = []
    at = 0
    for (start, end), number in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if end <= start:
            continue
        if start > at:
            out.append(Stretch(text[at:start]))
        out.append(Stretch(text[start:end], number))
        at = end
    if at < len(text):
        out.append(Stretch(text[at:]))
    return tuple(out)


def _side(document: Document, spans: list[tuple[Span, int]]) -> Side:
    stretches = _cut(document.text, spans)
    shared = sum(len(s.text) for s in stretches if s.passage)
    return Side(
        document_name(document), stretches, round(100 * shared / max(1, len(document.text)))
    )


def sides(copy: Copy, copied: Document, original: Document) -> tuple[Side, Side]:
    """The copy and its original."""
    here = [(passage.here, at) for at, passage in enumerate(copy.passages, 1)]
    there = [(passage.there, at) for at, passage in enumerate(copy.passages, 1)]
    return _side(copied, here), _side(original, there)
