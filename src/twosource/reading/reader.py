"""What finds the spans of statements: rules now, a trained tagger beside them later."""

from __future__ import annotations

from typing import Protocol

from twosource.model import Attribution, Document
from twosource.reading.parsed import Parsed


class Reader(Protocol):
    """Finds attributions, and factual statements nobody is credited with, in one document."""

    name: str

    def attributions(self, document: Document, parsed: Parsed) -> tuple[Attribution, ...]:
        """All statements in text order; spans lie inside ``parsed.text``."""
        ...
