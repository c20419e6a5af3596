"""Clauses as content: after, before and around the verb that reports them.

Each construction takes a verb with its frames and answers with the content's tokens and the name
of the construction, or ``None`` where it is not there.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import table
from twosource.reading.rules import surface, tails
from twosource.reading.rules.found import Construction, Scene
from twosource.reading.rules.frames import Frames, verb_frames
from twosource.reading.syntax import (
    child,
    following,
    is_finite,
    subtree,
    within_semicolons,
)

_AGAINST = frozenset({"although", "though", "while", "whereas"})
_WH = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "which"})


def _strip_that(verb: Token, clause: Token, content: set[int]) -> set[int]:
    mark = child(clause, "mark")
    if mark is not None and mark.lower_ == "that":
        after = clause.i > verb.i
        content = {i for i in content if i > mark.i or (i < mark.i and not after)}
    return content


def clausal(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """A clausal complement, before or after the verb."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if not clauses:
        return None
    clause = clauses[0]
    if clause.i < verb.i and ("t" not in frames or _parted(verb, clause)):
        return None
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and child(clause, "mark") is None:
        return None  # "the truce proclaimed on Saturday lasted": the parse lost the main clause
    asks = any(
        t.lower_ in _WH and t.i <= clause.i for t in clause.subtree if t.i <= clause.left_edge.i + 1
    )
    if not ("c" in frames or ("w" in frames and asks)):
        return None
    content = _strip_that(verb, clause, subtree(clause)) - _when_said(verb, clause)
    for other in clauses[1:]:
        content |= set() if _taken(other) else subtree(other)
    theirs = _others_words(clause, content)
    content = {i for i in content if not theirs or i < min(theirs)}
    if clause.i > verb.i:
        content |= tails.series(scene, clause, content)
        content |= tails.of_them(scene, verb, content)
        content |= tails.counted(scene, verb, content)
        return content | _fronted(verb, clause), "clause"
    if not _set_off(scene, verb, max(content)):
        return None
    whole = _up_to_mark(scene, verb, content | _leading(verb, clause))
    return within_semicolons(scene.doc, whole, verb.i), "preposed"


def _when_said(verb: Token, clause: Token) -> set[int]:
    """As in "said | last night | it had left": between the verb and a subject it dates the verb."""
    own, after = child(clause, "nsubj", "nsubjpass"), following(verb)
    if own is None or after is None or own.left_edge.i <= after.i or child(clause, "mark"):
        return set()
    between = verb.doc[after.i : own.left_edge.i]
    dated = all(t.ent_type_ in ("DATE", "TIME") or t.dep_ == "prep" for t in between)
    return {t.i for t in between} if dated and any(t.ent_type_ for t in between) else set()


def _up_to_mark(scene: Scene, verb: Token, content: set[int]) -> set[int]:
    """As in "“We hold,” he said as shells fell": behind closed speech only more of it is said."""
    before = [i for i in content if i < verb.i and scene.doc[i].is_alpha]
    if not before or any(scene.quote_of[i] < 0 for i in before):
        return content
    return {i for i in content if i < verb.i or scene.quote_of[i] >= 0}


def _taken(clause: Token) -> bool:
    """As in "with the Herald reporting | nobody came": another's words, right behind the verb."""
    return clause.left_edge.i > 0 and _beside(clause.doc[clause.left_edge.i - 1])


def adjoining(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "with the Herald reporting nobody came": the parse hung the next clause elsewhere."""
    if "c" not in frames or not _beside(verb) or child(verb, "ccomp", "dobj") is not None:
        return None
    for clause in verb.sent.root.subtree:
        own = child(clause, "nsubj", "nsubjpass")
        first = own is not None and clause.left_edge.i == verb.i + 1 and own.left_edge.i > verb.i
        if first and clause.dep_ == "ccomp" and is_finite(clause):
            return subtree(clause), "adjoining"
    return None


def _others_words(clause: Token, content: set[int]) -> set[int]:
    """As in "…, while Hamas said that …", "…, but Kyiv denied it": another's words or denial."""
    doc = clause.doc
    dropped: set[int] = set()
    for i in content:
        other = doc[i]
        if _beside(other):
            return subtree(other.head)
        denies = table("reading", "denials").get(other.lemma_) == "verb"
        told = "t" in verb_frames(other.lemma_) or (other.dep_ == "conj" and denies)
        if other.dep_ not in ("advcl", "conj") or not told:
            continue
        own = child(other, "nsubj")
        edge = other.left_edge.i
        contrast = child(other, "mark")
        set_off = edge > 0 and doc[edge - 1].text in (",", "and", "but")
        if contrast is not None and contrast.lower_ not in (
            "while",
            "whereas",
            "although",
            "though",
        ):
            continue
        if own is not None and own.pos_ != "PRON" and other.i > clause.i and set_off:
            dropped |= subtree(other)
    return dropped


def _beside(verb: Token) -> bool:
    """As in ", with the Herald reporting that …": another's saying set beside what is said."""
    told = verb.dep_ == "pcomp" and verb.head.lower_ == "with" and verb.tag_ == "VBG"
    named = told and child(verb, "nsubj") is not None and "c" in verb_frames(verb.lemma_)
    return named and verb.doc[verb.head.i - 1].text == ","


def _set_off(scene: Scene, verb: Token, last: int) -> bool:
    """Does punctuation (or the verb itself) follow a preposed clause?"""
    ahead = next((t for t in scene.doc[last + 1 :] if not t.is_space), None)
    if ahead is None or ahead.i >= verb.i:
        return True
    return ahead.is_punct or scene.doc[last].is_punct or ahead.is_quote


def _parted(verb: Token, clause: Token) -> bool:
    """A semicolon between them: the clause is a statement of its own."""
    return any(verb.doc[i].text == ";" for i in range(clause.i, verb.i))


def _leading(verb: Token, clause: Token) -> set[int]:
    """Adverbials before a preposed content clause that the parse hung onto the verb of saying."""
    kept: set[int] = set()
    for c in verb.lefts:
        if c.i < clause.left_edge.i and c.dep_ in ("prep", "npadvmod", "advmod", "advcl", "pobj"):
            kept |= subtree(c)
    return kept


def _fronted(verb: Token, clause: Token) -> set[int]:
    """As in "At ten, the ministry reports, the city …": what stands before an inserted clause."""
    doc = verb.doc
    own = child(verb, "nsubj")
    if own is None or clause.left_edge.i == 0:
        return set()
    first = min(own.left_edge.i, verb.i)
    inserted = first > 0 and doc[first - 1].text == "," and doc[clause.left_edge.i - 1].text == ","
    if not inserted or child(clause, "mark") is not None:
        return set()
    kept: set[int] = set()
    for c in verb.lefts:
        if c.i < first and c.dep_ in ("prep", "npadvmod", "advmod", "advcl"):
            kept |= subtree(c)
    return kept


def displaced(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "said the same day that …", where the parse hung the clause elsewhere."""
    if "c" not in frames:
        return None
    content = surface.said_that(scene, verb)
    clause = child(verb, "ccomp")
    mark = child(clause, "mark") if clause is not None else None
    if content is None or (mark is not None and mark.i + 1 in content):
        return None
    return content, "that"


def as_clause(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "As Reuters first reported, the two sides met"."""
    mark = child(verb, "mark", "advmod")
    if verb.dep_ != "advcl" or not {"t", "as"} & frames.kinds or mark is None:
        return None
    said = child(verb, "ccomp", "dobj", "xcomp")
    it = said is not None and said.lower_ == "it"  # "as she put it"
    if mark.lower_ != "as" or child(verb, "nsubj") is None or (said is not None and not it):
        return None
    if "t" not in frames and not it:
        return None
    return subtree(verb.head) - subtree(verb), "as"


def after_colon(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "documents suggest otherwise: 90 were conscripts"; quotations are found elsewhere."""
    if "c" not in frames or child(verb, "ccomp", "nsubj") is None or child(verb, "xcomp"):
        return None  # "continues to receive cargo: …" says nothing
    sentence = verb.sent
    for i in range(verb.i + 1, min(verb.i + 12, sentence.end - 1)):
        if scene.doc[i].text == ":" and scene.quote_of[i + 1] < 0:
            content = set(range(i + 1, sentence.end))
            return (content, "colon") if child(verb, "ccomp") is None else None
        if scene.doc[i].pos_ == "VERB" and scene.doc[i].tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def inserted(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "By evening, it said, 59 had died": the verb hangs on the clause that it reports."""
    own = child(verb, "nsubj", "nsubjpass")
    if verb.dep_ not in ("parataxis", "advcl", "dep") or "t" not in frames or own is None:
        return None
    host = _main(verb)
    first = min(own.left_edge.i, verb.i)
    flanked = first > 0 and scene.doc[first - 1].text == ","
    if child(verb, "mark", "ccomp", "dobj") is not None or (
        verb.dep_ != "parataxis" and not flanked
    ):
        return None
    whole = (subtree(host) - subtree(verb)) | _before_subject(verb, first) | _further(verb)
    whole -= _set_against(host, verb)
    return within_semicolons(scene.doc, whole, verb.i), "inserted"


def _set_against(host: Token, verb: Token) -> set[int]:
    """As in "…, residents say, although an officer insisted …": another speaks from there on."""
    for c in host.rights:
        begins = c.dep_ == "advcl" and c.left_edge.i > verb.i and c.left_edge.lower_ in _AGAINST
        if begins and child(c, "nsubj") is not None and verb_frames(c.lemma_).kinds:
            end = c.right_edge.i + 1
            while end < len(c.doc) and c.doc[end].is_punct:
                end += 1
            return set(range(c.left_edge.i, end))
    return set()


def _main(verb: Token) -> Token:
    """The clause around an inserted verb that the parse hung onto a later one.

    As in "It was led by a soldier, she added, who had fled".
    """
    host = verb.head
    behind = host.i > verb.i and host.dep_ in ("advcl", "relcl") and host.head.i < verb.i
    return host.head if behind else host


def _further(verb: Token) -> set[int]:
    """As in "They fled, he said, and reached the border": what goes on behind the tag."""
    doc, kept = verb.doc, set[int]()
    for c in verb.children:
        own, edge = child(c, "nsubj", "nsubjpass"), c.left_edge.i
        joined = edge > 1 and doc[edge - 1].dep_ == "cc" and doc[edge - 2].text == ","
        told = c.dep_ == "conj" and c.i > verb.i and is_finite(c) and own is None and joined
        if told and "t" not in verb_frames(c.lemma_):
            kept |= {edge - 1, *subtree(c)}
    return kept


def _before_subject(verb: Token, first: int) -> set[int]:
    """Adverbials before an inserted "the ministry reports" belong to the clause around it."""
    kept: set[int] = set()
    for c in verb.lefts:
        if c.right_edge.i < first and c.dep_ in ("prep", "npadvmod", "advmod", "advcl"):
            kept |= subtree(c)
    return kept


def passive_infinitive(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "The troops are believed to have left"; "three were reported killed"."""
    who = child(verb, "nsubjpass")
    if who is None or "c" not in frames or "duty" in frames:
        return None
    inner = child(verb, "xcomp", "oprd")
    if inner is None or inner.i < verb.i:
        return None
    return subtree(who) | subtree(inner), "passive"


def run_on(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "They said by Monday, ten had left": no "that", and the parse joined both clauses."""
    doc = scene.doc
    own, clause = child(verb, "nsubj"), child(verb, "conj")
    if "t" not in frames or own is None or clause is None or child(verb, "dobj", "xcomp", "neg"):
        return None
    if child(verb, "cc") is not None or "t" in verb_frames(clause.lemma_):
        return None
    inner = child(clause, "nsubj", "nsubjpass", "csubj")
    finite = clause.tag_ in ("VBD", "VBZ", "VBP") or child(clause, "aux") is not None
    if inner is None or not finite or inner.left_edge.i <= verb.i or own.i > verb.i:
        return None
    if any(doc[i].text in ";:" or doc[i].is_quote for i in range(verb.i, inner.i)):
        return None
    return set(range(verb.i + 1, max(subtree(clause)) + 1)), "run_on"
