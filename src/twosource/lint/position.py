r"""Lines and columns: both count from 1, columns in Unicode code points.

A line ends at ``\n``, ``\r\n`` or ``\r``, as in an editor. Where the stored text stands in the file
as it is (plain text, Markdown without markup) positions are those of the file; for JSON, HTML and
the others they are those of the stored text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from twosource.model import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands for a person: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text; ``shift`` is where the stored text begins in it."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shift: int = 0

    def position(self, offset: int) -> Position:
        """Line and column of an offset into the stored text."""
        offset += self.shift
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def range(self, span: Span) -> tuple[Position, Position]:
        """First and one past the last position of a span."""
        start, end = self.position(span[0]), self.position(max(span[0], span[1] - 1))
        return start, Position(end.line, end.column + (1 if span[1] > span[0] else 0))

    def words(self, span: Span) -> str:
        """The words under a span of the stored text."""
        return self.text[span[0] + self.shift : span[1] + self.shift]

    def line(self, number: int) -> str:
        """The text of a line, without its end."""
        return self.text[self.starts[number - 1] : self.ends[number - 1]]


def lines(text: str) -> Lines:
    """Index the lines of a text."""
    starts, ends = [0], []
    for match in _LINE_END.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return Lines(text, tuple(starts), (*ends, len(text)))


def within(data: bytes, text: str) -> Lines:
    """The lines of the file where the stored text stands in it as it is, else of the text."""
    try:
        whole = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return lines(text)
    at = whole.find(text) if text else -1
    if at < 0 or whole.find(text, at + 1) >= 0:
        return lines(text)
    return replace(lines(whole), shift=at)
