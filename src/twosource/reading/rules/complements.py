"""Phrases as content: infinitives, gerunds, objects, figures and prepositional objects.

Each construction takes a verb with its frames and answers with the content's tokens and the name
of the construction, or ``None`` where it is not there.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import table, words
from twosource.reading.nouns import role_of
from twosource.reading.rules import surface
from twosource.reading.rules.found import Construction, Scene
from twosource.reading.rules.frames import Frames
from twosource.reading.syntax import (
    SUBJECTS,
    agent,
    child,
    is_passive,
    noun_phrase,
    subtree,
)

_COMPLEMENTS = frozenset({"prep", "oprd", "acomp", "agent", "dative"})
_CARRIERS = frozenset({"prep", "dative", "npadvmod"})


def infinitive(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "pledged to rebuild", "urged Rwanda to withdraw", "denied losing any aircraft"."""
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


def set_at(scene: Scene, verb: Token, frames: Frames) -> Construction:
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


def counted(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "reported 18 dead on the first day, 59 by Monday"."""
    if is_passive(verb):
        return None
    content = surface.counted(scene, verb)
    return None if content is None else (content, "figure")


def noun_object(scene: Scene, verb: Token, frames: Frames) -> Construction:
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
            apart = scene.doc[c.left_edge.i - 1].text == ","  # ", a charge it rejects"
            content |= subtree(c) if c.dep_ == "dobj" and not apart else set()
    last = max(content)
    for c in verb.rights:
        placed = (c.dep_ == "advmod" and child(c, "prep") is not None) or _as_phrase(c)
        if c.i > last and (placed or (c.dep_ in _COMPLEMENTS and not circumstance(c))):
            content |= subtree(c)
    return content, "object"


def passive_object(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "The claim was denied by Kyiv", "rejected by the army as baseless"."""
    lemma, thing = verb.lemma_.lower(), child(verb, "nsubjpass")
    denies = table("reading", "denials").get(lemma) == "verb"
    if "o" not in frames or not (denies or lemma in words("reading", "confirming_verbs")):
        return None
    if thing is None or agent(verb) is None or role_of(thing.text) is not None:
        return None
    if thing.pos_ != "NOUN" and thing.lower_ not in ("it", "this", "that"):
        return None  # "was confirmed by the Senate" of an envoy
    whole = [c for c in verb.rights if _as_phrase(c)]
    return subtree(thing) | {i for c in whole for i in subtree(c)}, "object"


def _small_clause(verb: Token) -> Construction:
    """A verbless complement that the parse took for a clause ("called the claim untrue")."""
    inner = child(verb, "ccomp")
    if inner is None or inner.i < verb.i or child(inner, "mark", "aux") is not None:
        return None
    if inner.tag_ in ("VBD", "VBZ", "VBP") or inner.pos_ == "AUX":
        return None
    return subtree(inner), "object"


def _as_phrase(complement: Token) -> bool:
    """As in "as baseless": a predicate of the object, not a clause."""
    first = complement.left_edge
    verbal = complement.pos_ in ("VERB", "AUX")
    return first.lower_ == "as" and not verbal and child(complement, *SUBJECTS) is None


def prepositional(scene: Scene, verb: Token, frames: Frames) -> Construction:
    """As in "spoke of ten", "warned of famine", "called for a ceasefire"."""
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
