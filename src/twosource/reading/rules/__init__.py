"""The rule reader: attributions by verb, noun, phrase and quotation mark over the parse.

Two layers. `relations` yields whole attribution relations (one per act of reporting; what a
trained tagger can later replace). `RuleReader.attributions` cuts them into the statements that a
reader could check on their own and adds those that nobody is credited with; these two steps live
beside the rules (``reading/splitting.py``, ``reading/unattributed.py``) and serve any reader.
"""

from __future__ import annotations

from twosource.model import Attribution, Document
from twosource.reading.parsed import Parsed
from twosource.reading.rules import (
    ascribed,
    asked,
    attitudes,
    citing,
    denials,
    headlines,
    lists,
    nouns,
    phrases,
    provenance,
    seen,
    signed,
    speech,
    verbs,
    within,
)
from twosource.reading.rules.found import Found, Scene, attribution, merge, substantial
from twosource.reading.statements import statements
from twosource.reading.syntax import ordinal, spans


def relations(parsed: Parsed) -> tuple[Attribution, ...]:
    """Whole attribution relations in text order, contents undivided, quotation marks included."""
    scene = Scene(parsed)
    found = [*verbs.relations(scene), *nouns.relations(scene), *phrases.relations(scene)]
    found += attitudes.relations(scene)
    found = denials.pointing(scene, denials.joined(scene, found))
    found = asked.answered(scene, found)
    names = {each.at: each for each in (*headlines.relations(scene), *signed.relations(scene))}
    found += names.values()
    found += provenance.beside(scene, found)
    found += seen.beside(scene, found)
    found += lists.bulleted(scene, found)
    found += lists.set_apart(scene, found)
    found.sort(key=lambda f: f.at)
    for each in found:
        lists.enumerated(scene, each)
    for each in found:
        each.content -= scene.head_tokens
        if each.rule != "headline":  # whose credit stands before a colon
            each.source -= scene.head_tokens
        citing.cut(scene, each)
    denials.cut(scene, found)
    found = [f for f in found if _says_something(scene, f) and not _ordinal(scene, f.source)]
    for each in found:
        speech.complete(scene, each)
    found += list(ascribed.relations(scene, found))
    found += speech.speeches(scene, found)
    found += list(within.relations(scene, found))
    done = [finished for each in found if (finished := _finished(scene, each)) is not None]
    return tuple(sorted(done, key=lambda a: (a.content, a.cue, a.source)))


def _says_something(scene: Scene, found: Found) -> bool:
    return found.rule == denials.POINTS or substantial(scene, found.content)


def _ordinal(scene: Scene, source: set[int]) -> bool:
    """Is the source a bare ordinal that the parse took for a name ("First confirmed …")?"""
    return len(source) == 1 and ordinal(scene.doc[min(source)])


def _finished(scene: Scene, found: Found) -> Attribution | None:
    content = merge(scene.text, speech.own_words(scene, found))
    if not content:
        return None
    cue = spans(scene.doc, found.cue, keep=frozenset({":", "-", "–", "—"}))
    source = spans(scene.doc, found.source)
    return attribution(scene, content, cue, source, found.rule)


class RuleReader:
    """Finds statements by rules of grammar and punctuation; see the module docstring."""

    name = "rules"

    def attributions(self, document: Document, parsed: Parsed) -> tuple[Attribution, ...]:
        """All statements in text order; spans lie inside ``parsed.text``."""
        return statements(parsed, relations(parsed))
