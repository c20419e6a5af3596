"""Attribution by a verb: one verb, one construction, one relation.

Constructions (the codes of ``data/reporting_verbs.tsv``): ``c`` finite clause ("said that …",
"…, he said", "… , it said, …"), ``w`` question clause ("asked whether …"), ``i`` infinitive
("pledged to …"), ``g`` gerund ("denied losing …"), ``o`` noun phrase with its complements
("rejected the report as baseless"), ``p:of`` prepositional object ("spoke of …").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.reading.rules import surface
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import Frames, verb_frames
from twosource.reading.rules.syntax import (
    NOMINAL,
    child,
    cue_tokens,
    is_passive,
    noun_phrase,
    subject,
    subtree,
)

_COMPLEMENTS = frozenset({"prep", "oprd", "acomp", "agent", "dative"})
_WH = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where", "which"})
_CREDITED = NOMINAL | {"DET", "X", "SYM", "VERB"}  # what a name or noun may be mistaken for
_CARRIERS = frozenset({"prep", "dative", "npadvmod"})


def relations(scene: Scene) -> Iterator[Found]:
    """All relations whose cue is a verb that stands outside quotation marks."""
    for token in scene.doc:
        if token.pos_ not in ("VERB", "AUX") or scene.quoted(token.i):
            continue
        frames = verb_frames(token.lemma_)
        if not (frames.kinds or frames.preps) or unreal(token):
            continue
        found = surface.aside(scene, token) if "c" in frames else None
        found = found or _relation(scene, token, frames)
        if found is None and "c" in frames:
            found = surface.tag(scene, token)
        if found is not None:
            yield found


def unreal(verb: Token) -> bool:
    """Nothing is reported: an imperative, a question to the reader, or a denied act of saying."""
    if any(c.dep_ == "neg" and 0 < verb.i - c.i <= 3 for c in verb.children):
        return verb.lemma_ not in ("rule", "deny", "dispute", "doubt", "believe", "think", "expect")
    return False


def _relation(scene: Scene, verb: Token, frames: Frames) -> Found | None:
    for build in _CONSTRUCTIONS:
        found = build(scene, verb, frames)
        if found is not None:
            content, rule = found
            return _finish(scene, verb, content, rule)
    return None


def _displaced(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    if "c" not in frames:
        return None
    content = surface.said_that(scene, verb)
    clause = child(verb, "ccomp")
    mark = child(clause, "mark") if clause is not None else None
    if content is None or (mark is not None and mark.i + 1 in content):
        return None
    return content, "that"


def _counted(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    if is_passive(verb):
        return None
    content = surface.counted(scene, verb)
    return None if content is None else (content, "figure")


def _finish(scene: Scene, verb: Token, content: set[int], rule: str) -> Found | None:
    doc = scene.doc
    who = subject(verb)
    if who is not None and who.pos_ not in _CREDITED:
        return None
    source = noun_phrase(who) if who is not None else set()
    cue = cue_tokens(verb)
    if who is not None and who.i in content and rule != "passive":
        content = content - source
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.pos_ == "VERB":
        cue |= {verb.head.i, *cue_tokens(verb.head.head)}  # "was quoted as saying"
        quoted = child(verb.head.head, "nsubjpass", "dobj")
        source = noun_phrase(quoted) if quoted is not None else source
    content = content - cue - source
    if not any(doc[i].is_alpha or doc[i].like_num for i in content):
        return None
    return Found(content, cue, source - content, f"verb.{rule}", verb.i)


def _strip_that(scene: Scene, clause: Token, content: set[int]) -> set[int]:
    mark = child(clause, "mark")
    if mark is not None and mark.lower_ == "that":
        content = {i for i in content if i > mark.i or i < mark.left_edge.i}
    return content


def _clause(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    """A clausal complement, before or after the verb."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if not clauses:
        return None
    clause = clauses[0]
    asks = any(
        t.lower_ in _WH and t.i <= clause.i for t in clause.subtree if t.i <= clause.left_edge.i + 1
    )
    if not ("c" in frames or ("w" in frames and asks)):
        return None
    content = _strip_that(scene, clause, subtree(clause))
    for other in clauses[1:]:
        content |= subtree(other)
    if clause.i > verb.i:
        return content | _fronted(verb, clause), "clause"
    return content | _leading(verb, clause), "preposed"


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


def _inserted(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    """As in "By evening, it said, 59 had died": the verb hangs on the clause that it reports."""
    own = child(verb, "nsubj", "nsubjpass")
    if verb.dep_ not in ("parataxis", "advcl", "dep") or "c" not in frames or own is None:
        return None
    host = verb.head
    first = min(own.left_edge.i, verb.i)
    flanked = first > 0 and scene.doc[first - 1].text == ","
    if child(verb, "mark", "ccomp", "dobj") is not None or (
        verb.dep_ != "parataxis" and not flanked
    ):
        return None
    return (subtree(host) - subtree(verb)) | _before_subject(verb, first), "inserted"


def _before_subject(verb: Token, first: int) -> set[int]:
    """Adverbials before an inserted "the ministry reports" belong to the clause around it."""
    kept: set[int] = set()
    for c in verb.lefts:
        if c.right_edge.i < first and c.dep_ in ("prep", "npadvmod", "advmod", "advcl"):
            kept |= subtree(c)
    return kept


def _passive_infinitive(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    """As in "The troops are believed to have left"; "three were reported killed"."""
    who = child(verb, "nsubjpass")
    if who is None or "c" not in frames:
        return None
    inner = child(verb, "xcomp", "oprd")
    if inner is None or inner.i < verb.i:
        return None
    return subtree(who) | subtree(inner), "passive"


def _infinitive(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    inner = child(verb, "xcomp", "ccomp")
    if inner is None or inner.i < verb.i:
        return None
    gerund = (inner.tag_ == "VBG" and child(inner, "aux") is None) or _having(inner)
    if ("g" if gerund else "i") not in frames:
        return None
    if not gerund and not any(c.lower_ == "to" and c.dep_ == "aux" for c in inner.children):
        return None
    content = subtree(inner)
    patient = child(verb, "dobj")
    if patient is not None and verb.i < patient.i < inner.i and "o" in frames:
        content |= subtree(patient)
    return content, "gerund" if gerund else "infinitive"


def _having(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBG" for c in verb.children)


def _object(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    """A noun phrase, with the complements that belong to it ("put the number at 59")."""
    if "o" not in frames or is_passive(verb):
        return None
    thing = child(verb, "dobj")
    if thing is None:
        return _small_clause(verb)
    if thing.lower_ in ("which", "that", "whom", "what") and verb.dep_ == "relcl":
        content = noun_phrase(verb.head) - subtree(verb)
    else:
        content = subtree(thing)
        for c in verb.rights:
            content |= subtree(c) if c.dep_ == "dobj" else set()
    last = max(content)
    for c in verb.rights:
        if c.i > last and c.dep_ in _COMPLEMENTS and not circumstance(c):
            content |= subtree(c)
    return content, "object"


def _small_clause(verb: Token) -> tuple[set[int], str] | None:
    """A verbless complement that the parse took for a clause ("called the claim untrue")."""
    inner = child(verb, "ccomp")
    if inner is None or inner.i < verb.i or child(inner, "mark", "aux") is not None:
        return None
    if inner.tag_ in ("VBD", "VBZ", "VBP") or inner.pos_ == "AUX":
        return None
    return subtree(inner), "object"


def circumstance(prep: Token) -> bool:
    """Does the phrase tell when, where or through what somebody spoke, not what was said?"""
    noun = child(prep, "pobj")
    if prep.dep_ == "agent" or noun is None:
        return prep.dep_ == "agent"
    if noun.ent_type_ in ("DATE", "TIME") and prep.lower_ in ("on", "in", "at", "during", "by"):
        return True
    return noun.lemma_.lower() in words("reading", "media_nouns") and prep.lower_ in (
        "in",
        "on",
        "at",
        "to",
        "by",
        "during",
    )


def _preposition(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    for prep in verb.rights:
        if prep.dep_ in _CARRIERS and prep.lower_ in frames.preps:
            thing = child(prep, "pobj", "pcomp")
            if thing is None or circumstance(prep):
                continue
            content = subtree(thing)
            patient = child(verb, "dobj")
            if patient is not None and patient.i < prep.i:
                content |= subtree(patient)
            return content, "preposition"
    return None


_CONSTRUCTIONS = (
    _displaced,
    _counted,
    _clause,
    _inserted,
    _passive_infinitive,
    _infinitive,
    _object,
    _preposition,
)
