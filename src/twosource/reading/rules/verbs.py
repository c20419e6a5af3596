"""Attribution by a verb: one verb, one construction, one relation.

Constructions (the codes of ``data/reporting_verbs.tsv``): ``c`` finite clause ("said that …"),
``t`` the same before or around the verb ("…, he said", "…, it said, …"), ``w`` question clause
("asked whether …"), ``i`` infinitive ("pledged to …"), ``g`` gerund ("denied losing …"), ``o``
noun phrase with its complements ("rejected the report as baseless"), ``p:of`` prepositional
object ("spoke of …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.reading.rules import clauses, complements, surface
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import Frames, verb_frames
from twosource.reading.syntax import (
    NOMINAL,
    child,
    cue_tokens,
    following,
    is_passive,
    noun_phrase,
    predicate,
    subject,
    subtree,
)

_CREDITED = NOMINAL | {"DET", "ADJ", "X", "SYM", "VERB"}  # also what a noun is mistaken for
_CONSTRUCTIONS = (  # the first that fits wins
    clauses.displaced,
    complements.set_at,
    complements.counted,
    clauses.clausal,
    clauses.after_colon,
    clauses.as_clause,
    clauses.inserted,
    clauses.passive_infinitive,
    clauses.run_on,
    clauses.adjoining,
    complements.infinitive,
    complements.noun_object,
    complements.passive_object,
    complements.prepositional,
)


def relations(scene: Scene) -> Iterator[Found]:
    """All relations whose cue is a verb that stands outside quotation marks."""
    for token in scene.doc:
        if not (token.pos_ in ("VERB", "AUX") or _mistagged(token)) or scene.quoted(token.i):
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


def _mistagged(token: Token) -> bool:
    """As in "The ministry notes, …": a noun to the tagger of words, a predicate to the parser."""
    clauses = {c.dep_ for c in token.children if c.pos_ in NOMINAL or c.dep_ == "ccomp"}
    return token.pos_ == "NOUN" and token.dep_ == "ROOT" and {"nsubj", "ccomp"} <= clauses


def unreal(verb: Token) -> bool:
    """Nothing is reported: an imperative, a question to the reader, or a denied act of saying."""
    own = child(verb, "nsubj")
    if _asks_reader(verb) or _filler(verb, own) or _granted(verb, own) or _numbered(verb):
        return True
    helper = child(verb, "aux")
    if own is not None and helper is not None and helper.i < own.i < verb.i:
        return verb.sent.text.rstrip().endswith("?")
    nobody = own is not None and any(
        t.lower_ in words("reading", "nobody") for t in (own, *own.children)
    )
    if nobody or any(c.dep_ == "neg" and _close(c, verb) for c in verb.children):
        return verb.lemma_ not in ("rule", "deny", "dispute", "doubt", "believe", "think", "expect")
    return False


def _numbered(verb: Token) -> bool:
    """As in "Situation report No. 14": a paper, though the parse takes it for a verb."""
    after = verb.doc[verb.i + 1 : verb.i + 4]
    return bool(re.match(r"(?:No|Nr)\b\.?\s*\d", after.text, re.IGNORECASE))


def _granted(verb: Token, own: Token | None) -> bool:
    """As in "That said, the road is open": it only turns to something else."""
    if own is None or (own.lower_, verb.lower_) not in (("that", "said"), ("this", "said")):
        return False
    after = following(verb)
    return own.is_sent_start is True and after is not None and after.text == ","


def _filler(verb: Token, own: Token | None) -> bool:
    """As in "offensive beyond, you know, anything": it keeps the floor and tells nothing."""
    if own is None or (own.lower_, verb.lower_) not in (("you", "know"), ("you", "see")):
        return False
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    return own.i == verb.i - 1 and after.is_punct


def _close(negation: Token, verb: Token) -> bool:
    """Does "not" stand right before the verb, with no comma between?"""
    between = verb.doc[negation.i : verb.i]
    return 0 < verb.i - negation.i <= 3 and not any(t.text == "," for t in between)


def _asks_reader(verb: Token) -> bool:
    """As in "How many know where they are buried?": a question in the writer's own voice."""
    sentence = verb.sent
    last = next((t for t in reversed(sentence) if not (t.is_space or t.is_quote)), verb)
    asking = ("WP", "WRB", "WDT", "WP$")
    own = child(verb, "nsubj")
    whose = own is not None and any(t.tag_ in asking for t in own.subtree)
    opens = whose or (sentence[0].tag_ in asking and "w" not in verb_frames(verb.lemma_))
    return last.text == "?" and opens


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
        passing = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "amod", "acl")
        return passing and rule != "passive" and not (predicate(verb) or _perfect(verb))
    aside = verb.dep_ in ("relcl", "prep", "csubj", "acl", "amod", "nmod")
    return aside and not (verb.dep_ == "acl" and verb.tag_ == "VBG")


def _extraposed(verb: Token, who: Token) -> bool:
    """As in "It is important to note that …": nobody is named who does."""
    up = who.head
    return who.lower_ == "it" and up != verb and up.lemma_ in words("reading", "copulas")


def _perfect(verb: Token) -> bool:
    """As in "Having announced that …, the judge left"."""
    return any(c.dep_ == "aux" and c.tag_ == "VBG" for c in verb.children)


def _hardly(copula: Token) -> bool:
    """As in "It is hard to imagine that …": nobody does."""
    how = child(copula, "acomp", "attr")
    return how is None or how.lower_ in words("reading", "hard_to_say")


def _main(verb: Token) -> bool:
    """Is it the verb of a sentence, or of a part of one that a semicolon ends?"""
    parts = verb.doc[verb.i : verb.head.i]
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and any(t.text == ";" for t in parts))


def _may_lack_source(verb: Token) -> bool:
    """As in "It is believed that …", "…, suggesting a new wave": nobody need be named."""
    return is_passive(verb) or (verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl"))


def _finish(scene: Scene, verb: Token, content: set[int], rule: str) -> Found | None:
    doc = scene.doc
    who, noted = subject(verb), False
    if who is not None and surface.stands_in(who):
        who = None
    if who is not None and who.pos_ not in _CREDITED:
        return None
    if who is not None and _extraposed(verb, who):
        if rule not in ("clause", "that") or _hardly(who.head):
            return None
        who, noted = None, True
    source = noun_phrase(who) if who is not None else set()
    source |= surface.head_name(scene, source) if source else set()
    if not source and _main(verb) and not is_passive(verb):
        source = surface.name_before(scene, verb) - content
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
    lacking = _may_lack_source(verb) or noted
    if _subordinate(verb, rule) or not (source or lacking):
        return None
    return Found(content, cue, source - content, f"verb.{rule}", verb.i)
