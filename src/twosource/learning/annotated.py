"""A text with the attributions that people marked in it: what every format is read into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.model import Attribution, Span, Spans

ROLES = ("content", "source", "cue")


class FormatError(ValueError):
    """An annotated file that cannot be used; the message is one line without the file's name."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """``attributions`` stand in text order; each has a span in at least one role.

    ``known`` are the stretches that somebody has looked at: outside them nothing is known, so
    nothing is learnt from them and no score counts them. ``None``: the whole text.
    """

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    known: Spans | None = None


def spans(pairs: Iterable[Sequence[int]], length: int) -> Spans:
    """Checked spans in text order; those that overlap or touch become one.

    Raises `FormatError` where one is empty, reversed or outside a text of ``length`` code points.
    """
    found: list[Span] = []
    for start, end in sorted((int(pair[0]), int(pair[1])) for pair in pairs):
        if not 0 <= start < end <= length:
            raise FormatError(f"span {start}-{end} lies outside a text of {length} characters")
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def attribution(content: Spans, source: Spans, cue: Spans) -> Attribution:
    """An attribution that a person marked."""
    return Attribution(content=content, cue=cue, source=source, rule="annotated")


def in_order(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """In text order, each once, without those that hold nothing."""
    filled = {a for a in found if a.content or a.source or a.cue}
    return tuple(sorted(filled, key=lambda a: (_first(a), a.content, a.cue, a.source)))


def _first(found: Attribution) -> int:
    return min(start for part in (found.content, found.cue, found.source) for start, _ in part)
