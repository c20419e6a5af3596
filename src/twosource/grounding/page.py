"""One document with everything grounding reads in it once: times, quantities, places, sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from twosource.grounding.anchor import anchor_of
from twosource.grounding.numbers import Quantity, quantities
from twosource.grounding.timexes import Timex, timexes
from twosource.model import Document, Span, Spans
from twosource.reading.parsed import Parsed

T = TypeVar("T")
_LONGEST = 400  # code points that no time expression, quantity or name is longer than


@dataclass(frozen=True, slots=True)
class Page:
    """``anchor`` is the day that times count from (`anchor_of`), ``None`` where none is told."""

    document: Document
    parsed: Parsed
    anchor: date | None
    times: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    starts: tuple[int, ...]  # of tokens
    sentence_starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The text spans point into."""
        return self.parsed.text

    def token_at(self, offset: int) -> Token:
        """The token that holds an offset, or the last one before it."""
        return self.parsed.doc[max(0, bisect_right(self.starts, offset) - 1)]

    def tokens(self, span: Span) -> list[Token]:
        """Tokens that begin inside a span."""
        first = bisect_right(self.starts, span[0] - 1)
        last = bisect_right(self.starts, span[1] - 1)
        return list(self.parsed.doc[first:last])

    def sentence(self, offset: int) -> Span:
        """The sentence that holds an offset."""
        at = bisect_right(self.sentence_starts, offset) - 1
        start = self.sentence_starts[max(0, at)]
        end = self.sentence_starts[at + 1] if at + 1 < len(self.sentence_starts) else len(self.text)
        return start, end

    def paragraph(self, offset: int) -> Span:
        """The paragraph that holds an offset, or the one before it."""
        at = bisect_right(self.parsed.paragraphs, offset, key=lambda span: span[0]) - 1
        return self.parsed.paragraphs[at] if at >= 0 else (0, len(self.text))

    def times_near(self, span: Span) -> Sequence[Timex]:
        """The time expressions that may touch a span, and few others."""
        return about(self.times, span, lambda timex: timex.span[0])

    def quantities_near(self, span: Span) -> Sequence[Quantity]:
        """The quantities that may touch a span, and few others."""
        return about(self.quantities, span, lambda quantity: quantity.core[0])


def about(items: Sequence[T], span: Span, start: Callable[[T], int]) -> Sequence[T]:
    """Of items in text order those that may touch a span: a long text is not searched for each."""
    low = bisect_left(items, span[0] - _LONGEST, key=start)
    return items[low : bisect_left(items, span[1], low, key=start)]


def inside(span: Span, spans: Spans) -> bool:
    """Does one of the spans hold this one entirely."""
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def touches(span: Span, spans: Spans) -> bool:
    """Does one of the spans share a character with this one."""
    return any(start < span[1] and span[0] < end for start, end in spans)


def _in_time(quantity: Quantity, times: Sequence[Timex]) -> bool:
    near = about(times, quantity.core, lambda timex: timex.span[0])
    start, end = quantity.core
    spans = tuple(
        timex.span
        for timex in near
        if timex.span == quantity.core or not (start <= timex.span[0] and timex.span[1] <= end)
    )  # "a quarter" is no time in "a quarter of a million"
    return touches(quantity.core, spans)


def open_page(document: Document, parsed: Parsed) -> Page:
    """Read times and quantities of a document; quantities inside a time expression are none."""
    anchor = anchor_of(document, parsed.text)
    times = timexes(parsed.text, anchor)
    counted = tuple(q for q in quantities(parsed.text) if not _in_time(q, times))
    sentences: list[Sentence] = list(parsed.doc.sents)
    return Page(
        document,
        parsed,
        anchor,
        times,
        counted,
        tuple(token.idx for token in parsed.doc),
        tuple(s.start_char for s in sentences) or (0,),
    )
