"""Rules and tagger together: what the rules find, and beside it what only the tagger is sure of.

The rules know what the tagger's corpus never shows (chains, headlines, lists, statements within
statements) and name how they found it, which later steps build on. The tagger knows wordings that
no rule foresees. So a relation of the tagger joins where it touches no relation of the rules, names
a source and a word of saying, and its score shows that such findings mostly hold. Speakers' names
with a colon are left to the rules, which know an interview's questions from its answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Attribution, Document, Spans
from twosource.reading.parsed import Parsed
from twosource.reading.rules import relations as ruled
from twosource.reading.statements import statements
from twosource.reading.tagger.reader import TaggerReader

SURE = 0.8  # score from which a finding of the tagger alone is taken: four in five are right


class JointReader:
    """The rules, completed by a tagger that is told what they found."""

    def __init__(self, tagger: TaggerReader) -> None:
        self._tagger = tagger
        self.name = f"both {tagger.model.name}"

    def attributions(self, document: Document, parsed: Parsed) -> tuple[Attribution, ...]:
        """All statements in text order; spans lie inside ``parsed.text``."""
        return statements(parsed, self.relations(parsed))

    def relations(self, parsed: Parsed) -> tuple[Attribution, ...]:
        """Whole relations in text order, before they are split into statements."""
        known = ruled(parsed)
        more = (t for t in self._tagger.told(parsed, known) if _new(parsed.text, t, known))
        return tuple(sorted((*known, *more), key=lambda a: (a.content, a.cue, a.source)))


def _new(text: str, found: Attribution, known: Sequence[Attribution]) -> bool:
    """Is a relation of the tagger sure, sourced, and apart from everything the rules found?"""
    worded = any(char.isalpha() for a, b in found.cue for char in text[a:b])
    if not (worded and found.source) or (found.score or 0) < SURE:
        return False
    return not any(
        _touch(found.content, each.content) or _touch(found.cue, each.cue) for each in known
    )


def _touch(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
