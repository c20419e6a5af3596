"""Credits in headlines and under quotations set apart: "Port closed - ministry", "“…” — Ann Li".

A headline is a line without a full stop. The credit is a short phrase that names an institution, a
role or a person; a place before a colon ("Libya: 12 dead") credits nobody. A paragraph of whole
sentences signed by a person is that person's, but for the last one, where reporters sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from twosource.lexicon import words
from twosource.reading.rules.found import Found, Scene

_LONGEST = 25  # tokens of a headline
_CREDIT = 5  # tokens of the credit
_SET_APART = 600  # code points of a quotation set apart
_DASHES = frozenset({"-", "–", "—"})


def relations(scene: Scene) -> Iterator[Found]:
    """All relations of lines that are headlines with a credit, or quotations with a name under."""
    lines = scene.parsed.paragraphs
    for n, (start, end) in enumerate(lines):
        signed = _set_apart(scene, start, end)
        found = signed or _headline(scene, start, end)
        if found is not None and (signed is None or n + 1 < len(lines)):
            yield found


def _headline(scene: Scene, start: int, end: int) -> Found | None:
    if end - start > 200 or scene.text[end - 1] in ".!?…:":
        return None
    line = scene.doc.char_span(start, end, alignment_mode="contract")
    if line is None or not 4 <= len(line) <= _LONGEST:
        return None
    return _after_dash(scene, line) or _before_colon(scene, line)


def _set_apart(scene: Scene, start: int, end: int) -> Found | None:
    """As in "“It is a long game.” — Ann Li": whole sentences, then who said them."""
    line = scene.doc.char_span(start, min(end, start + _SET_APART), alignment_mode="contract")
    mark = _last_dash(line) if line is not None and line.end_char == end else None
    if line is None or mark is None or not _spaced(scene, mark.i):
        return None
    credit = scene.doc[mark.i + 1 : line.end]
    named = all(t.pos_ == "PROPN" and t.ent_type_ in ("PERSON", "") for t in credit)
    before = scene.text[start : mark.idx].rstrip(" ”\"'’»")
    if not named or not 2 <= len(credit) <= _CREDIT or not before.endswith((".", "!", "?")):
        return None
    return _build(scene, set(range(line.start, mark.i)), mark.i, credit)


def _last_dash(line: DocSpan) -> Token | None:
    return next((t for t in reversed(line) if t.text in _DASHES), None)


def _after_dash(scene: Scene, line: DocSpan) -> Found | None:
    mark = _last_dash(line)
    if mark is None or mark.i == line.start or not _spaced(scene, mark.i):
        return None
    credit = scene.doc[mark.i + 1 : line.end]
    if not _credits(credit):
        return None
    content = set(range(line.start, mark.i)) - scene.head_tokens
    return _build(scene, content, mark.i, credit)


def _before_colon(scene: Scene, line: DocSpan) -> Found | None:
    mark = next((t for t in line if t.text == ":"), None)
    if mark is None or mark.i + 2 >= line.end:
        return None
    credit = scene.doc[line.start : mark.i]
    content = set(range(mark.i + 1, line.end))
    if not _credits(credit) or all(scene.quote_of[i] >= 0 for i in content):
        return None  # a quotation and its speaker are found elsewhere
    return _build(scene, content, mark.i, credit)


def _build(scene: Scene, content: set[int], mark: int, credit: DocSpan) -> Found | None:
    if not any(scene.doc[i].is_alpha for i in content):
        return None
    return Found(content, {mark}, set(range(credit.start, credit.end)), "headline", mark)


def _spaced(scene: Scene, mark: int) -> bool:
    """A dash after a blank ("port -police", "port - police"), not a hyphen."""
    return bool(scene.doc[mark - 1].whitespace_)


def _credits(credit: DocSpan) -> bool:
    if not 1 <= len(credit) <= _CREDIT or any(t.pos_ in ("VERB", "AUX") for t in credit):
        return False
    if any(t.lemma_.lower() in words("reading", "headline_sources") for t in credit):
        return True
    return all(t.ent_type_ in ("PERSON", "ORG") or t.is_punct for t in credit)
