"""Spans that survive re-extraction: exact text, what stands before and after, and the position.

The selectors are those of the W3C Web Annotation model (TextQuoteSelector with
TextPositionSelector). A span is never silently moved: `relocate` answers ``None`` unless exactly
one place fits.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Span, Spans

CONTEXT = 32  # code points kept on either side


@dataclass(frozen=True, slots=True)
class Anchor:
    """One span with enough of its surroundings to find it again."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def anchor(text: str, span: Span) -> Anchor:
    """Describe ``span`` of ``text``; raises ``ValueError`` where it does not lie inside."""
    start, end = span
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"span {span} outside a text of {len(text)} characters")
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(text[start:end], before, after, start, end)


def relocate(text: str, wanted: Anchor) -> Span | None:
    """Find the anchor in a text that may have changed; ``None`` where it is gone or ambiguous."""
    here = (wanted.start, wanted.end)
    if wanted.end <= len(text) and anchor(text, here) == wanted:
        return here
    found: list[int] = []
    at = text.find(wanted.exact) if wanted.exact else -1
    while at >= 0:
        found.append(at)
        at = text.find(wanted.exact, at + 1)

    def fits(start: int) -> bool:
        end = start + len(wanted.exact)
        before, after = text[:start], text[end : end + len(wanted.suffix)]
        return before.endswith(wanted.prefix) and after == wanted.suffix

    exact = [start for start in found if fits(start)]
    if len(exact) == 1:
        return exact[0], exact[0] + len(wanted.exact)
    return (found[0], found[0] + len(wanted.exact)) if len(found) == 1 else None


def words(text: str, spans: Spans) -> str:
    """The text under ``spans``; pieces of a discontinuous span are joined by an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)
