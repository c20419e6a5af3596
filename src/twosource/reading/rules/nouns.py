"""Attribution by a noun: "Moscow's claim that …", "a pledge by Kim to …", "the declaration of …".

Constructions (the codes of ``data/reporting_nouns.tsv``): ``t`` a clause ("that …"), ``i`` an
infinitive, ``p:of`` a prepositional phrase. Somebody must be credited: a possessor, "by X",
"from X", a nationality before the noun, or the subject of the verb that makes the statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.reading.nouns import org_class
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import Frames, noun_frames
from twosource.reading.syntax import child, noun_phrase, subject, subtree

_BODIES = ("authority", "force")  # "a government estimate", "the army claim"
_NAMING = frozenset({"ORG", "GPE", "NORP", "PERSON"})


def relations(scene: Scene) -> Iterator[Found]:
    """All relations whose cue is a noun outside quotation marks."""
    for token in scene.doc:
        if token.pos_ != "NOUN" or scene.quoted(token.i):
            continue
        frames = noun_frames(token.lemma_)
        if not (frames.kinds or frames.preps):
            continue
        found = _relation(scene, token, frames)
        if found is not None:
            yield found


def credited(noun: Token) -> tuple[set[int], set[int]]:
    """Who makes the statement: tokens of the source, and all tokens of the phrase naming it."""
    owner = child(noun, "poss")
    if owner is not None:
        return noun_phrase(owner) - {c.i for c in owner.children if c.dep_ == "case"}, subtree(
            owner
        )
    for c in noun.children:
        if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from"):
            who = child(c, "pobj")
            if who is not None:
                return noun_phrase(who), subtree(c)
        names = c.ent_type_ in _NAMING or org_class(c.text) in _BODIES
        if c.dep_ in ("amod", "compound", "nmod") and names and c.i < noun.i:
            return {t.i for t in c.subtree}, {t.i for t in c.subtree}
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun.head
    if noun.dep_ in ("dobj", "pobj") and verb.lemma_ in words("reading", "light_verbs"):
        who = subject(verb)
        if who is not None:
            return noun_phrase(who), set()
    return set(), set()


def _relation(scene: Scene, noun: Token, frames: Frames) -> Found | None:
    source, phrase = credited(noun)
    content = claimed(noun, frames)
    if not source or not content:
        return None
    content = content - phrase - source
    if not any(scene.doc[i].is_alpha for i in content):
        return None
    return Found(content, {noun.i}, source, "noun", noun.i)


def claimed(noun: Token, frames: Frames) -> set[int]:
    """What the noun says follows: the tokens of its clause, infinitive or prepositional phrase."""
    for c in noun.rights:
        if c.dep_ in ("acl", "ccomp", "relcl") and "t" in frames:
            mark = child(c, "mark")
            if mark is not None and mark.lower_ == "that":
                return {i for i in subtree(c) if i > mark.i}
        if c.dep_ in ("acl", "relcl", "xcomp") and "i" in frames and c.tag_ == "VB":
            return subtree(c)
        if c.dep_ == "prep" and c.lower_ in frames.preps:
            thing = child(c, "pobj", "pcomp")
            if thing is not None:
                return subtree(thing) | _trailing(noun, c)
    return set()


def _trailing(noun: Token, prep: Token) -> set[int]:
    """Further modifiers of the noun that belong to what is said ("control … following months")."""
    kept: set[int] = set()
    for c in noun.rights:
        plain = c.dep_ == "prep" and c.lower_ not in ("by", "from")
        if c.i > prep.i and plain and noun.doc[c.left_edge.i - 1].text != ",":
            kept |= subtree(c)
    return kept
