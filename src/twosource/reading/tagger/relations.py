"""A text of any length to its attributions, a stretch of it at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from twosource.model import Attribution, Span, Spans
from twosource.reading.chunks import chunks
from twosource.reading.tagger.decode import attributions
from twosource.reading.tagger.pieces import Hints, cut, hinted
from twosource.reading.tagger.runs import ROLES
from twosource.reading.tagger.session import Loaded, score
from twosource.reading.tagger.threads import one_thread

STRETCH = 20_000  # code points: longer texts are cut at line ends, where no sentence goes on


def hints(found: Iterable[Attribution]) -> Hints:
    """What the tagger is told of the rules' relations."""
    return tuple(tuple(tuple(getattr(a, role)) for role in ROLES) for a in found)


def relations(model: Loaded, text: str, told: Hints | None = None) -> tuple[Attribution, ...]:
    """Whole relations in text order of their contents; ``quote`` is left to the caller.

    ``told``: what the rules found in the text, ``None`` where they were not asked.
    """
    found: list[Attribution] = []
    with one_thread():
        for start, end in chunks(text, STRETCH):
            pieces = cut(model.tokenizer, text[start:end])
            if told is not None:
                pieces = hinted(pieces, _within(told, start, end))
            found += (_moved(each, start) for each in attributions(pieces, score(model, pieces)))
    return tuple(found)


def _within(told: Hints, start: int, end: int) -> Hints:
    """The part of each relation that lies in a stretch, counted from its start."""

    def part(spans: Spans) -> Spans:
        inside = ((max(a, start), min(b, end)) for a, b in spans if a < end and b > start)
        return tuple((a - start, b - start) for a, b in inside)

    parts = (tuple(part(spans) for spans in relation) for relation in told)
    return tuple(relation for relation in parts if any(relation))


def _moved(found: Attribution, by: int) -> Attribution:
    def moved(spans: Spans) -> Spans:
        return tuple(_shift(span, by) for span in spans)

    content, cue, source = map(moved, (found.content, found.cue, found.source))
    return replace(found, content=content, cue=cue, source=source)


def _shift(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
