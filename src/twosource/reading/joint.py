"""Rules and tagger together: what the rules find, and beside it what only the tagger is sure of.

The rules know what the tagger's corpus never shows (chains, headlines, lists, statements within
statements) and name how they found it, which later steps build on. The tagger knows wordings that
no rule foresees. So a relation of the tagger joins where it touches no relation of the rules, names
a source and a word of saying, and its score shows that such findings mostly hold. Speakers' names
with a colon are left to the rules, which know an interview's questions from its answers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from twosource.model import Attribution, Document, Span, Spans
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
        contents = _Cover(span for each in known for span in each.content)
        cues = _Cover(span for each in known for span in each.cue)
        more = (
            found
            for found in self._tagger.told(parsed, known)
            if _sure(parsed.text, found)
            and not (contents.touches(found.content) or cues.touches(found.cue))
        )
        return tuple(sorted((*known, *more), key=lambda a: (a.content, a.cue, a.source)))


def _sure(text: str, found: Attribution) -> bool:
    """Does a relation of the tagger name a source and a word of saying, and is it sure?"""
    worded = any(char.isalpha() for a, b in found.cue for char in text[a:b])
    return bool(worded and found.source) and (found.score or 0) >= SURE


class _Cover:
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
