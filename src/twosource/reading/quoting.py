"""Direct, indirect or mixed: how much of the content stands in quotation marks."""

from __future__ import annotations

from twosource.model import Attribution, Quote, Spans
from twosource.reading.statement import Statement

DIRECT = 0.9  # share of the words in marks from which a statement counts as quoted


def quote_of(statement: Statement, quotes: Spans, in_turn: bool) -> Quote:
    """The form of the quotation; ``in_turn``: the source has the floor in an interview."""
    attribution: Attribution = statement.attribution
    if not (attribution.source or attribution.cue or statement.credit.actors):
        return attribution.quote
    words = [t for t in statement.content if t.is_alpha or t.like_num]
    if not words:
        return attribution.quote
    if in_turn:
        return Quote.DIRECT
    marked = sum(any(a <= t.idx < b for a, b in quotes) for t in words)
    if not marked:
        return Quote.INDIRECT
    return Quote.DIRECT if marked / len(words) >= DIRECT else Quote.MIXED
