"""The tagger's spans and the rules' together: each finds what the other misses.

Where both found the same act of reporting (their cues touch), the spans are the tagger's and the
rule's name is kept, since it tells a clause from an act. What only the rules found stays where it
says something else than the tagger's contents: reporting within reporting, headlines, evidence
nouns, acts that the training corpus does not mark. What only the tagger found stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.model import Attribution, Document, Spans
from twosource.reading.parsed import Parsed
from twosource.reading.rules import relations as by_rules
from twosource.reading.rules.found import Scene, quote_type
from twosource.reading.statements import statements
from twosource.reading.tagger import decode, session

SURE = 0.5  # mean word score below which a tagger's relation alone is not believed
SAME = 0.5  # Dice of two contents from which they count as one statement


def relations(parsed: Parsed, model: session.Loaded) -> tuple[Attribution, ...]:
    """What the tagger alone finds, in text order."""
    pieces, scores = session.read(model, parsed.text)
    scene = Scene(parsed)
    return tuple(
        replace(found, quote=quote_type(scene, found.content))
        for found in decode.attributions(pieces, scores)
        if found.score is None or found.score >= SURE
    )


class TaggerReader:
    """Statements from the trained tagger, completed by the rules."""

    name = "tagger"

    def __init__(self, model: session.Loaded | None = None) -> None:
        self._model = model or session.load()

    def attributions(self, document: Document, parsed: Parsed) -> tuple[Attribution, ...]:
        """All statements in text order; spans lie inside ``parsed.text``."""
        return statements(parsed, combined(relations(parsed, self._model), by_rules(parsed)))


def combined(
    tagged: Sequence[Attribution], ruled: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """One list in text order; see the head of this module for who yields to whom."""
    named = {
        n: rule
        for n, mine in enumerate(tagged)
        for rule in ruled
        if _touch(mine.cue, rule.cue) and _dice(mine.content, rule.content) >= SAME
    }
    kept = [
        replace(mine, rule=named[n].rule, source=mine.source or named[n].source)
        if n in named
        else mine
        for n, mine in enumerate(tagged)
    ]
    kept += [rule for rule in ruled if _adds(rule, tagged)]
    return tuple(sorted(kept, key=lambda a: (a.content, a.cue, a.source)))


def _adds(rule: Attribution, tagged: Sequence[Attribution]) -> bool:
    """Does a rule's relation say something that no tagged one says?"""
    for mine in tagged:
        if _dice(mine.content, rule.content) >= SAME:
            return False
        if _touch(mine.cue, rule.cue) and _touch(mine.content, rule.content):
            return False
    return True


def _touch(a: Spans, b: Spans) -> bool:
    return any(s < f and t < e for s, e in a for t, f in b)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _dice(a: Spans, b: Spans) -> float:
    both = sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
    total = _size(a) + _size(b)
    return 2 * both / total if total else 0.0
