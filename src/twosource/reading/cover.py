"""What many spans cover, asked without looking at each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from twosource.model import Span, Spans


class Cover:
    """What some spans cover; asked by bisection, so that long texts cost no square of theirs."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(span for span in spans if span[0] < span[1]):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, spans: Spans) -> bool:
        """Does one of ``spans`` share a character with what is covered?"""
        return any(
            (at := bisect_left(self._starts, end)) > 0 and self._ends[at - 1] > start
            for start, end in spans
        )
