"""Another's claim denied: "Peru denied Chilean claims that …", "dismissed reports of …".

What is denied is what was claimed, and the one who denies says so; whose claim it was is no link of
that chain. So the verb of denying and the noun of claiming make one relation with one source.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import table
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import noun_frames
from twosource.reading.rules.nouns import claimed
from twosource.reading.rules.verbs import unreal
from twosource.reading.syntax import child, cue_tokens, noun_phrase, subject, subtree

_REACH = 8  # tokens from the verb to the claim: "dismissed as baseless | the enemy's claims"


def joined(scene: Scene, found: list[Found]) -> list[Found]:
    """The relations with one for each denial of a claim in place of those it is made of."""
    made: list[Found] = []
    parts: set[int] = set()
    denying = table("reading", "denials")
    for verb in scene.doc:
        if verb.pos_ != "VERB" or denying.get(verb.lemma_.lower()) != "verb":
            continue
        if scene.quoted(verb.i) or unreal(verb):
            continue
        noun = _claim(verb)
        who = subject(verb)
        if noun is None or who is None:
            continue
        content = _content(noun)
        if not content:
            continue
        cue = cue_tokens(verb) | {noun.i}
        source = noun_phrase(who) - content - cue
        made.append(Found(content - cue, cue, source, "verb.clause", verb.i))
        parts |= {verb.i, noun.i}
    return [f for f in found if f.at not in parts] + made


def _content(claim: Token) -> set[int]:
    clause = child(claim, "ccomp") if claim.pos_ == "VERB" else None  # "denied rebel claims that"
    if clause is None:
        told = claim.tag_ == "NNS" or any(
            c.dep_ == "acl" or child(c, "pcomp") for c in claim.rights
        )
        return claimed(claim, noun_frames(claim.lemma_)) if told else set()  # not "the report of X"
    mark = child(clause, "mark")
    return {i for i in subtree(clause) if mark is None or i > mark.i}


def _claim(verb: Token) -> Token | None:
    """The claim that is denied: its object, also where the parse hung it on "as baseless"."""
    for token in verb.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]:
        if (token.is_punct and token.tag_ != "POS") or token.lower_ == "that":
            return None
        if not {"t", "p:of"} & _kinds(token) or not _below(token, verb):
            continue
        if token.pos_ == "NOUN" or (token.dep_ == "ccomp" and child(token, "mark") is None):
            return token
    return None


def _kinds(token: Token) -> set[str]:
    frames = noun_frames(token.lemma_)
    return set(frames.kinds) | {f"p:{p}" for p in frames.preps}


def _below(token: Token, verb: Token) -> bool:
    """Is the noun the verb's object or in its "as" phrase, not deeper ("the author of a claim")?"""
    head = token.head
    if token.dep_ in ("dobj", "ccomp"):
        return head.i == verb.i
    return token.dep_ == "pobj" and head.lower_ == "as" and head.head.i == verb.i
