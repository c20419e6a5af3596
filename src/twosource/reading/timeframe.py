"""Past, present or future: the tense of the statement, seen from when it was made."""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import words as listed
from twosource.model import Reason, TimeFrame
from twosource.reading.statement import Statement, spans_of
from twosource.reading.wordlist import entries, hits

_FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "'d"})
_WISHED = frozenset({"would", "'d", "’d"})
_CONDITIONS = frozenset({"had", "if", "unless", "were"})
_OPEN_MODALS = frozenset({"could", "may", "might", "can", "should", "must"})
_PROSPECTS = frozenset(["likely", "unlikely", "due", "about", "set", "bound", "sure"])
_BY = frozenset({"by", "on", "in", "before", "within", "at", "next"})
_TERMED = frozenset({"have", "give", "grant", "allow", "get"})
_GOING = frozenset({"go", "set", "due", "plan", "expect", "schedule", "poise", "suppose", "about"})


def time_frame(statement: Statement) -> tuple[TimeFrame, Reason | None]:
    """The frame, and the words that show it; nominal statements follow what reports them."""
    root = statement.root
    forward = [t for t in statement.cue if (t.lemma_.casefold(),) in entries("reading", "forward")]
    if root is None:
        return TimeFrame.PAST, None
    verb = _verb(root, statement)
    if verb is None:
        return _nominal(statement, forward)
    frame, words, rule = _tense(verb, statement)
    if frame is TimeFrame.PRESENT and forward:
        return _said(TimeFrame.FUTURE, forward, "reporting word looks ahead")
    perceived = [t for t in statement.cue if t.lemma_ in listed("reading", "perceiving_verbs")]
    bare = verb.tag_ in ("VB", "VBG", "VBP") and all(c.dep_ != "mark" for c in verb.children)
    if frame is TimeFrame.PRESENT and perceived and bare:
        return _said(TimeFrame.PAST, perceived, "perceived then")  # "watched them | carry it out"
    return _said(frame, words, rule)


def _said(frame: TimeFrame, words: list[Token], rule: str) -> tuple[TimeFrame, Reason]:
    return frame, Reason("time_frame", frame.value, spans_of(sorted(words, key=_at)), rule)


def _at(token: Token) -> int:
    return token.i


def _verb(root: Token, statement: Statement) -> Token | None:
    """The verb that carries the statement's tense, also where it stands outside the content."""
    if root.pos_ in ("VERB", "AUX"):
        return root
    inside = [t for t in statement.content if t.pos_ in ("VERB", "AUX") and t.dep_ != "relcl"]
    finite = [t for t in inside if t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.dep_ != "acl"]
    if finite:
        return finite[0].head if finite[0].dep_ in ("aux", "auxpass") else finite[0]
    cue = {t.i for t in statement.cue}
    above = root
    for _ in range(4):
        if above.head == above:
            return None
        above = above.head
        if above.i in cue:
            return None
        if above.pos_ in ("VERB", "AUX"):
            return above
    return None


def _tense(verb: Token, statement: Statement) -> tuple[TimeFrame, list[Token], str]:
    chain = _governors(verb, statement)
    helpers = [c for v in chain for c in v.children if c.dep_ in ("aux", "auxpass")]
    words = {t.lower_ for t in helpers}
    perfect = bool({"have", "has", "had", "'ve", "having", "’ve"} & words)
    if perfect and words & _WISHED and _contrary(verb):
        return TimeFrame.PAST, [*(t for t in helpers if t.lower_ in _WISHED), verb], "contrary"
    if words & _FUTURE_MODALS:
        return TimeFrame.FUTURE, [t for t in helpers if t.lower_ in _FUTURE_MODALS], "will"
    if words & _OPEN_MODALS:
        shown = [t for t in helpers if t.lower_ in _OPEN_MODALS]
        if perfect:
            return TimeFrame.PAST, [*shown, verb], "modal perfect"
        ahead = bool(words & {"could", "may", "might"})
        return (TimeFrame.FUTURE if ahead else TimeFrame.PRESENT), shown, "open modal"
    top = chain[-1]
    if "had" not in words and (due := _term(top)):
        return TimeFrame.FUTURE, [top, due], "a term is set"
    ahead_of = _ahead(top)
    if ahead_of is not None and not perfect:
        return TimeFrame.FUTURE, [top, ahead_of], "is to"
    planned = top.lemma_ in _GOING and any(c.dep_ in ("auxpass", "aux") for c in top.children)
    bare = verb.tag_ in ("VB", "VBN") and any(t.lower_ == "to" for t in helpers)
    if top.lemma_ == "be" and verb is not top and bare:
        return TimeFrame.FUTURE, [top, verb], "is to"
    if planned and (verb is not top or top.lemma_ in ("expect", "suppose", "schedule")):
        return TimeFrame.FUTURE, [top], "planned"
    infinite = verb.tag_ == "VB" or "be" in words  # "expects it to be rebuilt"
    if "to" in words and infinite and len(chain) == 1 and not perfect:
        return TimeFrame.FUTURE, [verb], "infinitive"
    return _plain(verb, top, words, perfect)


def _contrary(verb: Token) -> bool:
    """Is it told as what did not come about: "would have fallen", and not "by Friday" as planned?

    A condition says so ("had they not", "if", "but for"); without one a day it is due by speaks
    against.
    """
    for child in verb.children:
        opens = {child.lower_, child.left_edge.lower_} & _CONDITIONS
        if child.dep_ in ("advcl", "ccomp") and opens:
            return True
        if child.dep_ == "prep" and child.lower_ in ("without", "but"):
            return True
    return not any(c.dep_ == "prep" and c.lower_ in ("by", "within") for c in verb.children)


def _term(verb: Token) -> Token | None:
    """What sets somebody a term: "has 72 hours to leave", "gave them until Friday"."""
    if verb.lemma_ not in _TERMED:
        return None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("until", "till"):
            return child
        counted = any(c.dep_ == "nummod" or c.lower_ in ("a", "another") for c in child.children)
        if child.lemma_ in listed("reading", "terms") and child.dep_ != "nsubj" and counted:
            ends = (*child.children, *verb.children)
            purpose = any(c.tag_ == "VB" and c.left_edge.lower_ == "to" for c in ends)
            return child if purpose else None
    return None


def _governors(verb: Token, statement: Statement) -> list[Token]:
    """The verb and those it depends on as a complement: "is | to hand over"."""
    chain = [verb]
    while (
        chain[-1].dep_ == "xcomp"
        and chain[-1].head.pos_ in ("VERB", "AUX", "ADJ")
        and chain[-1].head not in statement.cue
    ):
        chain.append(chain[-1].head)
    if len(chain) > 1 and chain[-1].tag_ in ("VB", "VBG", "VBN") and not _has_help(chain[-1]):
        return chain[:1] if chain[0].tag_ != "VB" else chain
    return chain


def _has_help(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _ahead(verb: Token) -> Token | None:
    """What still lies ahead: "is | to follow", "are set | to leave", "is likely | to fall"."""
    if verb.tag_ not in ("VBZ", "VBP", "VBN"):
        return None
    holders = [verb] if verb.lemma_ in ("be", *_GOING) else []
    holders += [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _PROSPECTS]
    for holder in holders:
        due = (c for c in (*holder.children, *verb.children) if holder.lower_ == "due")
        if by := next((c for c in due if c.dep_ == "prep" and c.lower_ in _BY), None):
            return by  # "is due by Friday"
        for child in holder.children:
            to = any(c.lower_ == "to" for c in child.children)
            if child.dep_ in ("xcomp", "ccomp") and child.tag_ in ("VB", "VBN") and to:
                return child
    return None


def _plain(
    verb: Token, top: Token, words: set[str], perfect: bool
) -> tuple[TimeFrame, list[Token], str]:
    if perfect:
        return TimeFrame.PAST, [verb], "perfect"
    past = {"was", "were", "did"} & words or top.tag_ == "VBD"
    if past:
        return TimeFrame.PAST, [verb], "past tense"
    if {"is", "are", "am", "'s", "'re", "being"} & words or top.tag_ in ("VBZ", "VBP"):
        return TimeFrame.PRESENT, [verb], "present tense"
    if verb.tag_ == "VBN":
        return TimeFrame.PAST, [verb], "past participle"
    if verb.tag_ == "VBG":
        head = verb.head
        own_subject = any(c.dep_ == "nsubj" for c in verb.children)
        finite = head.tag_ in ("VBZ", "VBP") and verb.dep_ != "pcomp" and own_subject
        return (TimeFrame.PRESENT if finite else TimeFrame.PAST), [verb], "participle"
    return TimeFrame.PRESENT, [verb], "base form"


def _nominal(statement: Statement, forward: list[Token]) -> tuple[TimeFrame, Reason | None]:
    """A statement without a verb: a promise looks ahead, control is now, losses are over."""
    if forward:
        return _said(TimeFrame.FUTURE, forward, "reporting word looks ahead")
    for tokens, value in hits("nominal_time", statement.content, lemmas=True):
        return _said(TimeFrame(value), tokens, "noun of state or prospect")
    sibling = statement.sibling()
    if sibling is not None and "time_frame" in sibling.values:
        return TimeFrame(sibling.values["time_frame"]), None
    return TimeFrame.PAST, None
