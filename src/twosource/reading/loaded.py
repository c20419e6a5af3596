"""Words that judge rather than report, wherever in the mention they stand."""

from __future__ import annotations

from twosource.model import Spans
from twosource.reading.statement import Statement, spans_of
from twosource.reading.wordlist import hits


def loaded(statement: Statement) -> Spans:
    """Loaded words of content, cue and source; whose they are shows from the quotation marks."""
    tokens = [*statement.source, *statement.cue, *statement.content]
    unique = sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
    return tuple(span for found, _ in hits("loaded", unique) for span in spans_of(found))
