"""Quoted stretches as the corpus scorer counts them; `measures` needs its reading, not our own."""

from __future__ import annotations

from twosource.model import Span

_OPEN, _CLOSE = "“„«", "”»"


def stretches(text: str) -> list[Span]:
    """Spans of quotations, marks included; an unclosed one runs to the end of its line."""
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        found += [(at + start, at + end) for start, end in _of_line(line)]
        at += len(line) + 1
    return found


def _of_line(line: str) -> list[Span]:
    found: list[Span] = []
    begun: int | None = None
    i = 0
    while i < len(line):
        size = 2 if line.startswith("''", i) else 1
        if size == 2 or line[i] == '"':
            before = not i or line[i - 1].isspace()
            after = i + size >= len(line) or line[i + size].isspace()
            if begun is None:
                begun = i if not after or before else None
            elif before and not after:  # another one begins: this one was never closed
                found.append((begun, i))
                begun = i
            else:
                found.append((begun, i + size))
                begun = None
        elif line[i] in _OPEN and begun is None:
            begun = i
        elif line[i] in _CLOSE and begun is not None:
            found.append((begun, i + size))
            begun = None
        i += size
    if begun is not None:
        found.append((begun, len(line)))
    return found
