"""Attribution by an attitude: "is sure that …", "made clear that …", "my view is that …".

The predicate is a form of *be* (or *feel*, *remain*, …) with an adjective of
``data/reporting_adjectives.tsv``, whose subject is credited, or with a clause, and then a noun of
saying or thinking for its subject, whose owner is credited.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import noun_frames, verb_frames
from twosource.reading.rules.nouns import claimed, credited
from twosource.reading.rules.verbs import unreal
from twosource.reading.syntax import child, cue_tokens, is_finite, noun_phrase, subject, subtree

_CLAUSES = ("ccomp", "advcl", "acl")
_EXTRAPOSED = frozenset({"it", "that", "this", "there", "what", "which"})


def relations(scene: Scene) -> Iterator[Found]:
    """All relations of predicates with an adjective or a clause, outside quotation marks."""
    for token in scene.doc:
        if token.pos_ not in ("VERB", "AUX") or scene.quoted(token.i) or unreal(token):
            continue
        found = _adjective(token) or _made_clear(token) or _noun(token) or _cleft(token)
        found = found or _held(token) or _seems(token)
        if found is not None:
            yield found


def _adjective(verb: Token) -> Found | None:
    """As in "The general is confident that the line will hold"."""
    if verb.lemma_ not in words("reading", "copulas"):
        return None
    for state in verb.rights:
        known = state.lower_ in words("reading", "reporting_adjectives")
        if state.dep_ not in ("acomp", "attr") or not known:
            continue
        clause = _clause(state) or _clause(verb, state.i)
        who = subject(verb)
        if clause is None or who is None or who.lower_ in _EXTRAPOSED or _degree(verb, state):
            return None
        return _found(verb, {state.i}, clause, noun_phrase(who), "attitude.adjective")
    return None


def _degree(verb: Token, state: Token) -> bool:
    """As in "is not sure that", which thinks nothing, and "so worried that they left"."""
    beside = [*verb.children, *state.children]
    degree = any(c.dep_ == "advmod" and c.lower_ in ("so", "too", "that") for c in beside)
    return degree or any(c.dep_ == "neg" for c in beside)


def _made_clear(verb: Token) -> Found | None:
    """As in "made clear that …", "made it plain that …"."""
    state = child(verb, "ccomp", "oprd", "acomp")
    if verb.lemma_ != "make" or state is None or state.lower_ not in ("clear", "plain"):
        return None
    clause = _clause(state) or _clause(verb, state.i)
    who = subject(verb)
    if clause is None or who is None:
        return None
    return _found(verb, {state.i}, clause, noun_phrase(who), "attitude.clear")


def _noun(verb: Token) -> Found | None:
    """As in "The ministry's position is that the strike was lawful"."""
    noun = child(verb, "nsubj")
    if verb.lemma_ != "be" or noun is None or noun.pos_ != "NOUN":
        return None
    clause = _clause(verb, noun.i)
    mark = child(clause, "mark") if clause is not None else None
    if clause is None or mark is None or mark.lower_ != "that" or clause.i < verb.i:
        return None
    owner, _ = credited(noun)
    stated = "t" in noun_frames(noun.lemma_) or noun.lower_ in words("reading", "view_nouns")
    return _found(verb, {noun.i}, clause, owner, "attitude.noun") if owner and stated else None


def _cleft(verb: Token) -> Found | None:
    """As in "What we know is that the bridge was hit", "All she said was that …"."""
    what = child(verb, "csubj", "nsubj")
    if verb.lemma_ != "be" or what is None:
        return None
    said = what if what.dep_ == "csubj" else child(what, "relcl")
    thing = child(said, "dobj") if said is not None and said is what else what
    if said is None or thing is None or thing.lower_ not in ("what", "all"):
        return None
    who, clause = child(said, "nsubj"), _clause(verb, verb.i)
    mark = child(clause, "mark") if clause is not None else None
    if who is None or who.i < thing.i or mark is None or clause is None:
        return None
    if "c" not in verb_frames(said.lemma_) or unreal(said):
        return None
    return _found(said, set(), clause, noun_phrase(who), "attitude.cleft")


def _held(verb: Token) -> Found | None:
    """As in "We got the impression that …", "There is a feeling among officers that …"."""
    there = verb.lemma_ == "be" and child(verb, "expl") is not None
    noun = child(verb, "attr" if there else "dobj")
    if noun is None or noun.lower_ not in words("reading", "thought_nouns"):
        return None
    among = next((c for c in noun.children if c.lower_ in ("among", "amongst")), noun)
    if not there and verb.lemma_ not in words("reading", "holding_verbs"):
        return None
    who = child(among, "pobj") if there else subject(verb)
    content = claimed(noun, noun_frames(noun.lemma_))
    if who is None or not content:
        return None
    source = noun_phrase(who) - content
    return Found(content, cue_tokens(verb) | {noun.i}, source, "attitude.held", verb.i)


def _seems(verb: Token) -> Found | None:
    """As in "It seems to the mayor that …"."""
    to = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "to"), None)
    who = child(to, "pobj") if to is not None else None
    clause = _clause(verb, to.i) if to is not None else None
    if verb.lemma_ not in ("seem", "appear") or who is None or clause is None:
        return None
    return _found(verb, set(), clause, noun_phrase(who), "attitude.seems")


def _clause(head: Token, after: int = -1) -> Token | None:
    """A finite clause that says what is thought: after "that", or with a subject of its own."""
    for c in head.children:
        if c.dep_ not in _CLAUSES or c.i < max(after, head.i):
            continue
        mark = child(c, "mark")
        if mark is not None and mark.lower_ == "that":
            return c
        whose = child(c, "nsubj", "nsubjpass", "expl")
        if mark is None and c.dep_ == "ccomp" and whose is not None and is_finite(c):
            return c if not any(t.tag_ in ("WP", "WRB", "WDT") for t in c.lefts) else None
    return None


def _found(verb: Token, words: set[int], clause: Token, source: set[int], rule: str) -> Found:
    mark = child(clause, "mark")
    content = {i for i in subtree(clause) if mark is None or i > mark.i}
    cue = (cue_tokens(verb) | words) - content
    return Found(content, cue, source - cue - content, rule, verb.i)
