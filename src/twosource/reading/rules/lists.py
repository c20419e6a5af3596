"""Lists credited as a whole: "in X's view: (1) … (2) …", and bullets after "X said:".

A paragraph set apart after such a line, without marks, is what X said too.

The split into items is left to ``reading/splitting.py``.
"""

from __future__ import annotations

import re
from itertools import pairwise

from twosource.model import Span
from twosource.reading.phrase import FIRST
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import noun_frames, verb_frames
from twosource.reading.rules.nouns import credited
from twosource.reading.syntax import child, cue_tokens, noun_phrase, subject

_ITEM = re.compile(r"\s*\(?(?:\d{1,2}|[a-h])\)\s")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪‣◦]|\(?\d{1,2}[.)])\s+")
_NEAR = 15  # tokens between the cue and the colon that opens its list


def enumerated(scene: Scene, found: Found) -> None:
    """Make the list after the colon the content, where the cue's clause leads up to one."""
    doc = scene.doc
    for i in range(found.at + 1, min(found.at + _NEAR, len(doc) - 1)):
        if doc[i].text in (".", "?", "!") or "\n" in doc[i].text:
            return
        if doc[i].text == ":" and _ITEM.match(scene.text, doc[i].idx + 1):
            found.content = set(range(i + 1, _list_end(scene, i + 1)))
            return


def _list_end(scene: Scene, first: int) -> int:
    """End of the sentence in which the list's last item stands."""
    doc = scene.doc
    last = end = first
    while end < len(doc) and "\n" not in doc[end].text:
        if _ITEM.match(scene.text, doc[end].idx):
            last = end
        end += 1
    for i in range(last + 1, end):
        if doc[i].text == "." and i + 1 < end:
            return i
    return end


def bulleted(scene: Scene, known: list[Found]) -> list[Found]:
    """Relations of lines that end in a colon and are followed by bullets."""
    lines = scene.parsed.paragraphs
    found: list[Found] = []
    for n, line in enumerate(lines[:-1]):
        if not scene.text[line[0] : line[1]].endswith(":"):
            continue
        items: set[int] = set()
        for after in lines[n + 1 :]:
            if not _BULLET.match(scene.text, after[0], after[1]):
                break
            items |= _tokens(scene, after)
        relation = _lead(scene, line, items - scene.head_tokens) if items else None
        if relation is None:
            continue
        known[:] = [k for k in known if k.at != relation.at]
        found.append(relation)
    return found


def set_apart(scene: Scene, known: list[Found]) -> list[Found]:
    """Relations of lines like "In his letter the mayor writes:" with the paragraph below."""
    lines = scene.parsed.paragraphs
    found: list[Found] = []
    for line, below in pairwise(lines):
        told, after = scene.text[slice(*line)], scene.text[slice(*below)]
        if not told.endswith(":") or not after.endswith((".", "!", "…")):
            continue
        words = _tokens(scene, below) - scene.head_tokens
        marked = any(scene.quote_of[i] >= 0 for i in sorted(words)[:1])
        others = any(k.at in words and not _own(scene, k) for k in known)
        if marked or others or not words or _BULLET.match(after):
            continue
        relation = _writes(scene, line, words)
        if relation is not None:
            known[:] = [k for k in known if k.at != relation.at]
            found.append(relation)
    return found


def _own(scene: Scene, found: Found) -> bool:
    """Does the one who writes speak of themselves ("We ask the council …")?"""
    return bool(found.source) and all(scene.doc[i].lower_ in FIRST for i in found.source)


def _writes(scene: Scene, line: Span, words: set[int]) -> Found | None:
    """The main verb of saying of a line's last sentence, where it says nothing else."""
    last = scene.doc[max(_tokens(scene, line))].sent.root
    who = subject(last)
    says = last.pos_ == "VERB" and {"c", "t"} <= verb_frames(last.lemma_).kinds
    if not says or who is None or child(last, "ccomp") is not None or child(last, "neg"):
        return None
    return Found(words, cue_tokens(last), noun_phrase(who), "list.paragraph", last.i)


def _tokens(scene: Scene, span: Span) -> set[int]:
    piece = scene.doc.char_span(*span, alignment_mode="contract")
    return set(range(piece.start, piece.end)) if piece is not None else set()


def _lead(scene: Scene, line: Span, items: set[int]) -> Found | None:
    """Who is credited with the list, by the last reporting word of the line before it."""
    for i in sorted(_tokens(scene, line), reverse=True):
        token = scene.doc[i]
        if token.pos_ == "VERB" and verb_frames(token.lemma_).kinds:
            who = subject(token)
            if who is not None:
                return Found(items, cue_tokens(token), noun_phrase(who), "list.verb", i)
        if token.pos_ == "NOUN" and noun_frames(token.lemma_).kinds:
            source, _ = credited(token)
            if source:
                return Found(items, {i}, source, "list.noun", i)
    return None
