"""The tagger as a `Reader`: alone, or told what the rules found.

Told, it leaves to the layout whom that names: speakers of a transcript, names under quotations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Attribution, Document
from twosource.reading.nesting import outermost
from twosource.reading.parsed import Parsed
from twosource.reading.rules import relations as ruled
from twosource.reading.rules.found import Scene, quote_type
from twosource.reading.statements import statements
from twosource.reading.tagger.laid_out import credited, layout_credits
from twosource.reading.tagger.relations import hints, relations
from twosource.reading.tagger.session import Loaded


class TaggerReader:
    """Finds relations with the trained model; ``rules``: it is told what the rules found."""

    def __init__(self, model: Loaded, *, rules: bool) -> None:
        self.model = model
        self.rules = rules
        self.name = f"tagger {model.name}"

    def attributions(self, document: Document, parsed: Parsed) -> tuple[Attribution, ...]:
        """All statements in text order; spans lie inside ``parsed.text``."""
        return statements(parsed, self.relations(parsed))

    def relations(self, parsed: Parsed) -> tuple[Attribution, ...]:
        """Whole relations, before they are split into statements."""
        return self.told(parsed, ruled(parsed) if self.rules else None)

    def told(self, parsed: Parsed, known: Sequence[Attribution] | None) -> tuple[Attribution, ...]:
        """Whole relations; ``known``: what the rules found, ``None`` where they were not asked."""
        scene = Scene(parsed)
        shown = None if known is None else hints(outermost(known))
        found = relations(self.model, parsed.text, shown)
        if known is not None:
            found = credited(found, layout_credits(parsed, known))
        return tuple(replace(each, quote=quote_type(scene, each.content)) for each in found)
