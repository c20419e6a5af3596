"""What goes on behind the clause of a verb of saying, where the parse hung it elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from twosource.reading.rules.found import Scene
from twosource.reading.rules.frames import verb_frames
from twosource.reading.syntax import child, subtree


def of_them(scene: Scene, verb: Token, content: set[int]) -> set[int]:
    """As in ", 182 of them children": a remainder that the parse hung onto the verb of saying."""
    doc = scene.doc
    last = max(content)
    if last + 3 >= len(doc) or doc[last + 1].text != "," or doc[last + 3].lower_ != "of":
        return set()
    kept: set[int] = set()
    for i in range(last + 2, verb.sent.end):
        if doc[i].text in ";:" or (doc[i].pos_ in ("VERB", "AUX") and doc[i].tag_ != "VBN"):
            return kept if doc[i].text in ";:" else set()
        kept.add(i)
    return kept


def series(scene: Scene, clause: Token, content: set[int]) -> set[int]:
    """As in "that A, that B and that C": what the parse hung elsewhere of such a list."""
    doc, mark = scene.doc, child(clause, "mark")
    kept: set[int] = set()
    last = at = max(content)
    while mark is not None and mark.lower_ == "that" and at + 1 < clause.sent.end:
        at += 1
        if doc[at].lower_ == "that" and doc[at].dep_ == "mark":
            kept |= {*range(last + 1, at), *(i for i in subtree(doc[at].head) if i >= at)}
            last = at = max(kept)
        elif doc[at].text != "," and doc[at].dep_ != "cc":
            break
    return kept


def counted(scene: Scene, verb: Token, content: set[int]) -> set[int]:
    """As in "said 74 had been killed, 171 wounded and 19 were missing": further counts."""
    doc, at = scene.doc, max(content) + 1
    while at < verb.sent.end and (doc[at].text == "," or doc[at].dep_ == "cc"):
        at += 1
    joined = doc[at - 1].text == "," or doc[at - 1].dep_ == "cc"
    if at >= verb.sent.end or not joined or not doc[at].like_num:
        return set()
    clause = doc[at]
    while clause.head.i != verb.i and clause.head != clause:
        clause = clause.head
    told = any("t" in verb_frames(t.lemma_) for t in clause.subtree if t.pos_ == "VERB")
    whole = {i for i in subtree(clause) if i >= at}
    return set() if told or clause.head.i != verb.i or clause.i < at else whole
