"""Words that judge rather than report, wherever in the mention they stand."""

from __future__ import annotations

from spacy.tokens import Token

from twosource.model import Spans
from twosource.reading.statement import Statement, spans_of
from twosource.reading.wordlist import hits


def loaded(statement: Statement) -> Spans:
    """Loaded words of content, cue and source; whose they are shows from the quotation marks."""
    tokens = [*statement.source, *statement.cue, *statement.content]
    unique = sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
    found = [words for words, _ in hits("loaded", unique) if not _lies_somewhere(words[0])]
    return tuple(span for words in found for span in spans_of(words))


def _lies_somewhere(word: Token) -> bool:
    """Is it "the road lies open", which judges nobody?"""
    return word.lemma_ == "lie" and word.pos_ == "VERB"
