"""Credits in headlines: "Port closed - ministry", "Ministry: port closed".

A headline is a line without a full stop. The credit is a short phrase that names an institution, a
role or a person; a place before a colon ("Libya: 12 dead") credits nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan

from twosource.lexicon import words
from twosource.reading.nouns import org_class, role_of
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import verb_frames
from twosource.reading.rules.signed import last_dash
from twosource.reading.states import state_named
from twosource.reading.syntax import NOMINAL, child, is_finite

_LONGEST = 25  # tokens of a headline
_CREDIT = 5  # tokens of the credit
_FEWEST = 3  # tokens of what is credited behind a colon


def relations(scene: Scene) -> Iterator[Found]:
    """All relations of lines that are headlines with a credit."""
    for start, end in scene.parsed.paragraphs:
        sentence = scene.text[end - 1 : end] == "."  # a post, a line of a bulletin
        found = _headline(scene, start, end) if not (sentence and scene.talk) else None
        if found is not None:
            yield found


def _headline(scene: Scene, start: int, end: int) -> Found | None:
    if end - start > 200 or scene.text[end - 1] in "!?…:":
        return None
    line = scene.doc.char_span(start, end, alignment_mode="contract")
    if line is None or not 4 <= len(line) <= _LONGEST:
        return None
    if scene.text[end - 1] == ".":  # "UN: the road is open."
        return _before_colon(scene, line) if sum(t.text in ".:" for t in line) == 2 else None
    found = _after_dash(scene, line) or _before_colon(scene, line) or _after_colon(scene, line)
    return found or _taken_for_noun(scene, line)


def _after_dash(scene: Scene, line: DocSpan) -> Found | None:
    mark = last_dash(line)
    if mark is None or mark.i == line.start or not _spaced(scene, mark.i):
        return None
    if scene.doc[mark.i - 1].text in ".!?":
        return None  # sentences that somebody signed
    credit = scene.doc[mark.i + 1 : line.end]
    if not _credits(credit):
        return None
    content = set(range(line.start, mark.i)) - scene.head_tokens
    return _build(scene, content, mark.i, credit)


def _before_colon(scene: Scene, line: DocSpan) -> Found | None:
    mark = next((t for t in line if t.text == ":"), None)
    if mark is None or mark.i + 2 >= line.end:
        return None
    first = next((t.i for t in line if t.is_alpha), line.start)  # after "3/", "*"
    credit = scene.doc[first : mark.i]
    content = set(range(mark.i + 1, line.end))
    if not _credits(credit) or all(scene.quote_of[i] >= 0 for i in content):
        return None  # a quotation and its speaker are found elsewhere
    return _build(scene, content, mark.i, credit)


def _after_colon(scene: Scene, line: DocSpan) -> Found | None:
    """As in "Army retakes the plant: officials"."""
    mark = next((t for t in reversed(line) if t.text == ":"), None)
    if mark is None or mark.i - line.start < _FEWEST:
        return None
    credit = scene.doc[mark.i + 1 : line.end]
    known = any(t.lemma_.lower() in words("reading", "headline_sources") for t in credit)
    if not known or not _credits(credit):
        return None
    return _build(scene, set(range(line.start, mark.i)) - scene.head_tokens, mark.i, credit)


def _taken_for_noun(scene: Scene, line: DocSpan) -> Found | None:
    """As in "Greek court rules worship is legal": a verb that the parse takes for a plural."""
    for verb in line[1:-_FEWEST]:
        frames = verb_frames(verb.lower_.removesuffix("s"))
        read = child(verb, "nsubj") is not None and (verb.dep_ != "csubj" or "o" in frames)
        if verb.tag_ != "NNS" and (verb.tag_ != "VBZ" or read):
            continue
        before, rest = verb.nbor(-1), scene.doc[verb.i + 1 : line.end]
        speaks = org_class(before.text) or role_of(before.text) is not None
        begins = rest[0].pos_ in NOMINAL | {"DET", "ADJ", "NUM"} or rest[0].dep_ == "nsubj"
        said = begins and any(is_finite(t) for t in rest[1:])
        if speaks and said and "c" in frames:
            first = before.i
            while first > line.start and scene.doc[first - 1].pos_ in NOMINAL | {"DET", "ADJ"}:
                first -= 1
            content, source = set(range(rest.start, rest.end)), set(range(first, verb.i))
            return Found(content, {verb.i}, source, "headline", verb.i)
    return None


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
    named = all(t.ent_type_ in ("PERSON", "ORG") or t.is_punct for t in credit)
    return named and state_named(credit.text) is None
