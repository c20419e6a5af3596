"""Small questions to the dependency parse that every rule asks.

Token sets are sets of indices into the document; `spans` turns them into character spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from twosource.lexicon import table, words
from twosource.model import Span, Spans

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_WRITTEN = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
_CLIMB = 20  # steps up a chain of coordinated or subordinate verbs
_EDGE = frozenset(",;:.–—-…!?)(")
_SHARING = frozenset({"conj", "advcl", "xcomp", "dep", "parataxis", "pcomp", "prep"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def subtree(token: Token) -> set[int]:
    """The token with everything that depends on it."""
    return {t.i for t in token.subtree}


def spans(doc: Doc, tokens: Iterable[int], keep: frozenset[str] = frozenset()) -> Spans:
    """Character spans of the tokens: white space bridged, punctuation trimmed at piece ends."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if doc[i].is_space:
            continue
        gap = doc[runs[-1][1] + 1 : i] if runs else ()
        if runs and all(t.is_space for t in gap):
            runs[-1][1] = i
        else:
            runs.append([i, i])
    found: list[Span] = []
    for first, last in runs:
        while first <= last and doc[first].text in _EDGE - keep:
            first += 1
        while last >= first and doc[last].text in _EDGE - keep and doc[last].text != ")":
            last -= 1
        if first <= last:
            end = doc[last]
            found.append((doc[first].idx, end.idx + len(end.text)))
    return tuple(found)


def child(token: Token, *deps: str) -> Token | None:
    """The first child in one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def cue_tokens(verb: Token) -> set[int]:
    """The verb with its auxiliaries, particle and negation."""
    kept = {verb.i}
    for c in verb.children:
        near = abs(c.i - verb.i) <= 4
        if c.dep_ in ("aux", "auxpass", "prt", "neg") and near and not c.is_space:
            kept.add(c.i)
    return kept


def noun_phrase(head: Token) -> set[int]:
    """A noun with what describes it; clauses set off by a comma and quotations are left out.

    So is the occasion: "the mayor, | in remarks to the station, | said".
    """
    kept = subtree(head)
    for c in head.children:
        loose = c.dep_ in ("relcl", "acl", "advcl", "parataxis", "ccomp", "conj", "dep")
        loose = loose or (c.dep_ == "prep" and c.lower_ == "in")
        edge = c.left_edge.i
        if c.i > head.i and loose and c.dep_ != "conj" and edge and head.doc[edge - 1].text == ",":
            kept -= subtree(c)
        if head.i < head.head.i < c.i:  # beyond the verb: no part of its subject
            kept -= subtree(c)
    return {i for i in kept if head.doc[i].dep_ != "prep" or i != max(kept)}


def agent(verb: Token) -> Token | None:
    """Who did it, of a passive verb: the noun after "by", unless it tells when ("by nightfall")."""
    by = child(verb, "agent")
    who = child(by, "pobj") if by is not None else None
    if who is None or who.ent_type_ in ("DATE", "TIME"):
        return None
    return None if who.lower_ in words("reading", "times_of_day") else who


def _own_subject(verb: Token) -> Token | None:
    named = [c for c in verb.children if c.dep_ == "nsubj"]
    if not named:
        return None
    subject = min(named, key=lambda c: abs(c.i - verb.i))
    subject = next((c for c in named if _ends_clause_of(subject, c)), subject)
    if subject.lower_ in _RELATIVE and verb.dep_ in ("relcl", "acl"):
        return verb.head if verb.head.pos_ in NOMINAL else None
    return subject


def _ends_clause_of(object_: Token, subject: Token) -> bool:
    """As in "a diplomat who has seen | the plan | said": an object that the parse took away."""
    for c in subject.children:
        if c.dep_ == "relcl" and c.i < object_.left_edge.i and c.right_edge.i < object_.i:
            return c.right_edge.i + 1 == object_.left_edge.i and child(c, "dobj") is None
    return False


def is_passive(verb: Token) -> bool:
    """Is it in the passive ("was said"), or a bare past participle after a noun?"""
    if child(verb, "auxpass", "nsubjpass", "agent") is not None:
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not predicate(verb)


def predicate(verb: Token) -> bool:
    """As in "The poll found that …": the only verb, which the parse took for a participle."""
    noun = verb.head
    bare = verb.dep_ == "acl" and verb.tag_ == "VBN" and noun.dep_ == "ROOT"
    clause = child(verb, "ccomp") if bare and noun.pos_ in NOMINAL else None
    return clause is not None and child(clause, "mark") is not None


def subject(verb: Token) -> Token | None:
    """Who does what the verb says: its own subject, a shared or controlling one, or the agent.

    Follows coordination, participles and infinitives up to the clause that names it; ``None``
    where nobody is named ("it is believed that").
    """
    here = verb
    for _ in range(_CLIMB):
        if is_passive(here):
            found = agent(here)
            if here == verb or found is not None:
                return found
            return child(here, "nsubjpass")
        own = _own_subject(here)
        if own is not None:
            return None if own.dep_ == "expl" else own
        if child(here, "expl", "csubj") is not None:
            return None
        up = here.head
        if here.dep_ == "acl" and up.pos_ in NOMINAL:
            return up if here.tag_ == "VBG" or predicate(here) else None
        shares = here.dep_ in _SHARING or here.pos_ not in ("VERB", "AUX")
        if up == here or not shares:
            return None
        here = up
    return None


def clause_head(token: Token) -> Token:
    """The predicate of the clause a word stands in."""
    here = token
    for _ in range(_CLIMB):
        if here.dep_ in ("ROOT", "ccomp", "parataxis") or here.head == here:
            return here
        if here.dep_ == "conj" and here.pos_ in ("VERB", "AUX") and child(here, *SUBJECTS):
            return here
        here = here.head
    return here


def within_semicolons(doc: Doc, content: set[int], at: int) -> set[int]:
    """The part of ``content`` that no semicolon parts from the token ``at``."""
    if not content:
        return content
    first, last = min(*content, at), max(*content, at)
    marks = [i for i in range(first, last + 1) if doc[i].text == ";"]
    low = max((i for i in marks if i < at), default=-1)
    high = min((i for i in marks if i > at), default=len(doc))
    return {i for i in content if low < i < high}


def ordinal(token: Token) -> bool:
    """A word that numbers a thing: alone it is nobody, though the parse may call it a subject."""
    return token.lower_ in words("reading", "ordinals")


def place(token: Token) -> int | None:
    """The number that an ordinal stands for ("third", "8th"), ``None`` where a word is none."""
    written = _WRITTEN.fullmatch(token.text)
    known = written[1] if written else table("reading", "ordinals").get(token.lower_, "-")
    return None if known == "-" else int(known)


def following(token: Token) -> Token | None:
    """The next token; ``None`` at the end of the text, which may be cut off anywhere."""
    return token.nbor() if token.i + 1 < len(token.doc) else None


def is_finite(verb: Token) -> bool:
    """Is a verb of a clause finite, by its own form or by an auxiliary?"""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux", "auxpass") is not None


def torn_off(noun: Token) -> Token | None:
    """The noun joined to an object that the parse joins to a noun before its verb instead.

    As in "a man accused of killing his wife and two sons told guards".
    """
    at = noun.right_edge.i + 1
    if at >= len(noun.doc) or noun.doc[at].lower_ != "and":
        return None
    other = noun.doc[at].head
    for joined in other.children:
        begins = joined.left_edge.i == at + 1 and joined.pos_ in ("NOUN", "PROPN")
        if joined.dep_ == "conj" and begins and other.i < noun.head.i:
            return joined
    return None


def reduced(word: Token) -> bool:
    """As in "one of two men shot dead has been named": a participle taken for a finite verb."""
    verb = word.head
    own = any(c.dep_ in ("aux", "auxpass", "dobj", "neg") for c in verb.children)
    inner = verb.dep_ in ("csubj", "csubjpass") or any(c.dep_ == "conj" for c in verb.children)
    return word.dep_ == "nsubj" and verb.tag_ in ("VBD", "VBN") and inner and not own
