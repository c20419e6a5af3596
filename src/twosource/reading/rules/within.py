"""Reports inside direct speech: "“The ministry told us that ten had died,” she said".

Whoever is quoted passes on what somebody else says; the chain runs through both. Only where that
is a name or a noun: whom a speaker means by "they" the text around does not tell, and a speaker's
own "I think" is left to ``reading/own_hedges.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from twosource.reading.rules import clauses
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import verb_frames
from twosource.reading.rules.verbs import unreal
from twosource.reading.syntax import child, cue_tokens, noun_phrase, subject


def relations(scene: Scene, found: Iterable[Found]) -> Iterator[Found]:
    """All relations whose cue stands inside a quotation that somebody is credited with."""
    credited = {q for each in found for q in each.extra}
    credited |= {scene.quote_of[i] for each in found for i in each.content}
    for token in scene.doc:
        quote = scene.quote_of[token.i]
        if token.pos_ != "VERB" or quote not in credited or not scene.quoted(token.i):
            continue
        inner = _told(scene, token)
        if inner is not None and all(scene.quote_of[i] == quote for i in inner.content):
            yield inner


def _told(scene: Scene, verb: Token) -> Found | None:
    clause, frames = child(verb, "ccomp"), verb_frames(verb.lemma_)
    if clause is None or clause.i < verb.i or "c" not in frames or unreal(verb):
        return None
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return None  # "they went to show that …"
    who = subject(verb)
    if who is None or who.pos_ not in ("NOUN", "PROPN"):
        return None
    built = clauses.clausal(scene, verb, frames)
    cue, source = cue_tokens(verb), noun_phrase(who)
    content = built[0] - cue - source if built is not None else set()
    return Found(content, cue, source - cue, "quote.within", verb.i) if content else None
