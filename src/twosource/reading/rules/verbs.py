"""Attribution by a verb: one verb, one construction, one relation.

Constructions (the codes of ``data/reporting_verbs.tsv``): ``c`` finite clause ("said that …"),
``t`` the same before or around the verb ("…, he said", "…, it said, …"), ``w`` question clause
("asked whether …"), ``i`` infinitive ("pledged to …"), ``g`` gerund ("denied losing …"), ``o``
noun phrase with its complements ("rejected the report as baseless"), ``p:of`` prepositional
object ("spoke of …").
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
    SUBJECTS,
    child,
    cue_tokens,
    is_passive,
    noun_phrase,
    subject,
    subtree,
    within_semicolons,
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
        found = surface.aside(scene, token) if "t" in frames else None
        found = found or _relation(scene, token, frames)
        if found is None and "t" in frames:
            found = surface.tag(scene, token)
        if found is not None:
            yield found


def unreal(verb: Token) -> bool:
    """Nothing is reported: an imperative, a question to the reader, or a denied act of saying."""
    own = child(verb, "nsubj")
    helper = child(verb, "aux")
    if own is not None and helper is not None and helper.i < own.i < verb.i:
        return verb.sent.text.rstrip().endswith("?")
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


def _subordinate(verb: Token, rule: str) -> bool:
    """An act mentioned in passing ("the man who attacked the plan"): it reports nothing here."""
    if rule not in ("object", "infinitive", "preposition"):
        return verb.tag_ == "VBN" and verb.dep_ in ("advcl", "amod", "acl") and rule != "passive"
    aside = verb.dep_ in ("relcl", "prep", "csubj", "acl", "amod", "nmod")
    return aside and not (verb.dep_ == "acl" and verb.tag_ == "VBG")


def _may_lack_source(verb: Token) -> bool:
    """As in "It is believed that …", "…, suggesting a new wave": nobody need be named."""
    return is_passive(verb) or (verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl"))


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
    if verb.i in source:  # "evidence suggesting that …"
        source -= subtree(verb)
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
    if _subordinate(verb, rule) or (not source and not _may_lack_source(verb)):
        return None
    return Found(content, cue, source - content, f"verb.{rule}", verb.i)


def _strip_that(verb: Token, clause: Token, content: set[int]) -> set[int]:
    mark = child(clause, "mark")
    if mark is not None and mark.lower_ == "that":
        after = clause.i > verb.i
        content = {i for i in content if i > mark.i or (i < mark.i and not after)}
    return content


def _clause(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
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
    content = _strip_that(verb, clause, subtree(clause))
    for other in clauses[1:]:
        content |= subtree(other)
    theirs = _others_words(clause, content)
    content = {i for i in content if not theirs or i < min(theirs)}
    if clause.i > verb.i:
        content |= _of_them(scene, verb, content)
        return content | _fronted(verb, clause), "clause"
    if not _set_off(scene, verb, max(content)):
        return None
    whole = content | _leading(verb, clause)
    return within_semicolons(scene.doc, whole, verb.i), "preposed"


def _others_words(clause: Token, content: set[int]) -> set[int]:
    """As in "…, while Hamas said that …": what another is credited with in the same sentence."""
    doc = clause.doc
    dropped: set[int] = set()
    for i in content:
        other = doc[i]
        if other.dep_ not in ("advcl", "conj") or "t" not in verb_frames(other.lemma_):
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


def _set_off(scene: Scene, verb: Token, last: int) -> bool:
    """Does punctuation (or the verb itself) follow a preposed clause?"""
    ahead = next((t for t in scene.doc[last + 1 :] if not t.is_space), None)
    if ahead is None or ahead.i >= verb.i:
        return True
    return ahead.is_punct or scene.doc[last].is_punct or ahead.is_quote


def _parted(verb: Token, clause: Token) -> bool:
    """A semicolon between them: the clause is a statement of its own."""
    return any(verb.doc[i].text == ";" for i in range(clause.i, verb.i))


def _of_them(scene: Scene, verb: Token, content: set[int]) -> set[int]:
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


def _as_clause(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    """As in "As Reuters first reported, the two sides met"."""
    mark = child(verb, "mark", "advmod")
    if verb.dep_ != "advcl" or "t" not in frames or mark is None or mark.lower_ != "as":
        return None
    if child(verb, "ccomp", "dobj", "xcomp") is not None or child(verb, "nsubj") is None:
        return None
    return subtree(verb.head) - subtree(verb), "as"


def _colon(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    """As in "documents suggest otherwise: 90 were conscripts"; quotations are found elsewhere."""
    if "c" not in frames or child(verb, "ccomp", "nsubj") is None:
        return None
    sentence = verb.sent
    for i in range(verb.i + 1, min(verb.i + 12, sentence.end - 1)):
        if scene.doc[i].text == ":" and scene.quote_of[i + 1] < 0:
            content = set(range(i + 1, sentence.end))
            return (content, "colon") if child(verb, "ccomp") is None else None
        if scene.doc[i].pos_ == "VERB" and scene.doc[i].tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _inserted(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    """As in "By evening, it said, 59 had died": the verb hangs on the clause that it reports."""
    own = child(verb, "nsubj", "nsubjpass")
    if verb.dep_ not in ("parataxis", "advcl", "dep") or "t" not in frames or own is None:
        return None
    host = verb.head
    first = min(own.left_edge.i, verb.i)
    flanked = first > 0 and scene.doc[first - 1].text == ","
    if child(verb, "mark", "ccomp", "dobj") is not None or (
        verb.dep_ != "parataxis" and not flanked
    ):
        return None
    whole = (subtree(host) - subtree(verb)) | _before_subject(verb, first)
    return within_semicolons(scene.doc, whole, verb.i), "inserted"


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


def _as_phrase(complement: Token) -> bool:
    """As in "as baseless": a predicate of the object, not a clause."""
    first = complement.left_edge
    verbal = complement.pos_ in ("VERB", "AUX")
    return first.lower_ == "as" and not verbal and child(complement, *SUBJECTS) is None


def _set_at(scene: Scene, verb: Token, frames: Frames) -> tuple[set[int], str] | None:
    """As in "put the number at 59 by Friday", "raised that to nine"."""
    thing = child(verb, "dobj")
    preps = frames.preps & {"at", "to", "as"}
    if thing is None or thing.i < verb.i or not preps:
        return None
    for i in range(thing.i + 1, min(thing.i + 15, verb.sent.end - 1)):
        if scene.doc[i].lower_ in preps and _number_follows(scene, i):
            stop = surface.phrase_end(scene, i + 1, verb.sent.end)
            return set(range(thing.left_edge.i, stop)), "figure"
    return None


def _number_follows(scene: Scene, i: int) -> bool:
    ahead = scene.doc[i + 1 : i + 5]
    return any(t.pos_ == "NUM" and t.ent_type_ not in ("DATE", "TIME") for t in ahead)


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
        placed = (c.dep_ == "advmod" and child(c, "prep") is not None) or _as_phrase(c)
        if c.i > last and (placed or (c.dep_ in _COMPLEMENTS and not circumstance(c))):
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
            if any(scene.doc[i].pos_ == "NUM" for i in content):
                stop = surface.phrase_end(scene, prep.i + 1, verb.sent.end)
                content |= set(range(prep.i + 1, stop))
            return content, "preposition"
    return None


_CONSTRUCTIONS = (
    _displaced,
    _set_at,
    _counted,
    _clause,
    _colon,
    _as_clause,
    _inserted,
    _passive_infinitive,
    _infinitive,
    _object,
    _preposition,
)
