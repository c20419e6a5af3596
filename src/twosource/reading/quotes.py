"""Quoted stretches of a text, in the marks of any house style."""

from __future__ import annotations

from twosource.model import Span, Spans

_OPEN = "“„«"
_CLOSE = "”»"


def quoted(text: str) -> Spans:
    """Quoted stretches, marks included; an unclosed one runs to the end of its line."""
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        start: int | None = None
        for i, char in enumerate(line):
            if start is None and (char in _OPEN or char == '"'):
                start = i
            elif start is not None and (char in _CLOSE or char == '"'):
                found.append((at + start, at + i + 1))
                start = None
        if start is not None:
            found.append((at + start, at + len(line)))
        at += len(line) + 1
    return tuple(found)
