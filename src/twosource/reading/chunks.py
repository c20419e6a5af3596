"""A long text in pieces that are read one at a time: bounds memory."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.model import Span


def chunks(text: str, size: int) -> Iterator[Span]:
    """Cut at line ends, else at blanks, so that no piece is longer than ``size`` code points."""
    at = 0
    while at < len(text):
        end = min(len(text), at + size)
        if end < len(text):
            for mark in ("\n", " "):
                cut = text.rfind(mark, at + size // 2, end)
                if cut >= 0:
                    end = cut + 1
                    break
        yield at, end
        at = end
