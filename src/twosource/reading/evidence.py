"""What the asserter is said to rest on; where the text says two things, the more concrete stands.

Official means an authority on its own acts, orders, losses or policy: what an army says of the
enemy's losses is not. Whose losses and acts a statement is about shows from the states it names.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import table, words
from twosource.model import Evidence, Reason
from twosource.reading.cast import Actor
from twosource.reading.polarity import is_authority
from twosource.reading.statement import Statement, spans_of
from twosource.reading.states import states_in
from twosource.reading.wordlist import entries, hits

_OWN = frozenset({"its", "our", "we", "us", "it", "my", "their", "ours", "i"})
_STRIKES = frozenset({"destroy", "kill", "eliminate", "wipe", "neutralise", "neutralize", "hit"})
_CLOSE = 12  # tokens from the reporting word within which a thing named is what shows it
_OPENING = 4  # tokens at the start of a content in which what shows something is its subject
_LONG = 25  # tokens in which the verb of such a subject stands
_OBSERVERS = frozenset({"diplomat", "attaché", "military attaché", "defence attaché"})
_CLAIMS = frozenset({"claim", "allege", "accuse", "blame"})
_WHERE = frozenset({"in", "to", "into", "near", "across", "towards", "around", "inside", "at"})
_REGULAR = frozenset({"army", "navy", "military", "force", "police", "gendarmerie"})
_OVERHEAR = frozenset({"intercept", "overhear", "wiretap", "tap", "bug"})
_ON_THE_SPOT = frozenset({"witness", "field"})
_PRIVATE = frozenset({"", "person", "title", "witness", "field"})
Found = tuple[Evidence, Reason | None]


def evidence(statement: Statement, polarity: str) -> Found:
    """What the statement rests on, with the words that show it."""
    shown = _shown(statement)
    actor = statement.asserter
    if shown is not None:
        if actor is not None and not is_authority(actor):
            actor.basis = shown[0].value
        return shown
    if actor is None:
        return Evidence.NONE, None
    for test in (_intelligence, _expert, _basis, _witness):
        found = test(statement, actor)
        if found is not None:
            return found
    if _official(statement, actor, polarity):
        return _because(Evidence.OFFICIAL, statement.source, "an authority on its own acts")
    if actor.org_class == "outlet" and not actor.own:
        return _because(Evidence.MEDIA, statement.source, "another outlet's report")
    return Evidence.NONE, None


def _because(value: Evidence, tokens: list[Token], rule: str) -> Found:
    return value, Reason("evidence", value.value, spans_of(tokens), rule)


def _shown(statement: Statement) -> Found | None:
    """Things seen, heard or read that the reporting words name: imagery, intercepts, papers."""
    zone = _zone(statement)
    best: dict[str, list[Token]] = {}
    for tokens, value in hits("evidence", zone, lemmas=True):
        if _stands(tokens[-1], statement):
            best.setdefault(value, tokens)
    for value in ("intercept", "imagery", "document"):
        if value in best:
            return _because(Evidence(value), best[value], "named as what it rests on")
    actor = statement.asserter
    if actor is None:
        return None
    if (shows := _made_to_show(statement)) is not None:
        return shows
    if (held := _in_hand(statement)) is not None:
        return held
    for word in actor.label.split():
        kind = entries("reading", "evidence").get((word.casefold(),))
        if kind in ("imagery", "document") and actor.role_class != "expert":
            return _because(Evidence(kind), statement.source, "what the source works with")
    return None


def _made_to_show(statement: Statement) -> Found | None:
    """As in "Satellite images of Thursday show fires, the lab said": they open what is said."""
    root = statement.root
    if root is not None and root.lemma_ in _OVERHEAR:
        heard = [c for c in root.children if c.dep_ in ("dobj", "nsubjpass")]
        if any(c.lemma_ in words("reading", "signals") for c in heard):
            return _because(Evidence.INTERCEPT, [root], "overheard")
    opening, rest = statement.content[:_OPENING], statement.content[1:_LONG]
    if not any(t.lemma_ in words("reading", "showing_verbs") for t in rest):
        return None
    for tokens, value in hits("evidence", opening, lemmas=True):
        if value in ("intercept", "imagery", "document") and tokens[-1].pos_ == "NOUN":
            return _because(Evidence(value), tokens, "what is said to show it")
    return None


def _in_hand(statement: Statement) -> Found | None:
    """As in "a report seen by this newspaper": a paper that somebody else has read."""
    for paper in statement.source:
        read = [c for c in paper.children if c.dep_ == "acl" and c.tag_ == "VBN"]
        read = [c for c in read if c.lemma_ in words("reading", "reading_verbs")]
        if paper.pos_ == "NOUN" and read and any(c.dep_ == "agent" for c in read[0].children):
            return _because(Evidence.DOCUMENT, [paper, read[0]], "a paper that was seen")
    return None


def _stands(word: Token, statement: Statement) -> bool:
    """Is it a thing or its property ("intercepted calls"), not the act of recording it?"""
    if word in statement.source:
        return True
    if word.pos_ == "VERB":
        return word.dep_ in ("amod", "acl") and word not in statement.cue
    return word.pos_ in ("NOUN", "PROPN", "ADJ")


def _zone(statement: Statement) -> list[Token]:
    """Cue, source, the source's relative clause, and the subjects of the cue."""
    inside = {t.i for t in statement.content}
    zone = {t.i: t for t in statement.around}
    heads = [t for t in statement.source if t.head not in statement.source]
    subjects = [c for t in statement.cue for c in t.children if c.dep_ in ("nsubj", "nsubjpass")]
    for head in (*heads, *subjects):
        for token in head.subtree:
            if token.i not in inside and abs(token.i - head.i) < 30:
                zone[token.i] = token
    if statement.cue:
        cue = statement.cue[0]
        named = [t for t in cue.sent if t.lower_ in words("reading", "carriers")]
        named = [t for t in named if abs(t.i - cue.i) <= _CLOSE]
        zone.update({t.i: t for t in named if t.i not in inside})
    if statement.asserter is not None and statement.asserter.own:
        zone.update({t.i: t for t in statement.content})
    return [zone[i] for i in sorted(zone)]


def _intelligence(statement: Statement, actor: Actor) -> Found | None:
    for link in reversed(statement.credit.actors):
        homes = [link, link.institution()] + ([link.belongs] if link.belongs is not None else [])
        if any(h.org_class == "intelligence" for h in homes):
            return _because(Evidence.INTELLIGENCE, statement.source, "an intelligence service")
    return None


def _basis(statement: Statement, actor: Actor) -> Found | None:
    """Who watches by satellite or keeps records goes on to do so in the next sentence."""
    if not actor.basis or actor.sort == "group" or actor.role_class in ("witness", "field"):
        return None
    if actor.sort == "person" and not actor.own:
        return None
    return _because(Evidence(actor.basis), statement.source, "what the source worked with before")


def _witness(statement: Statement, actor: Actor) -> Found | None:
    perceived = [t for t in statement.cue if t.lemma_ in words("reading", "perceiving_verbs")]
    personal = actor.own or actor.sort in ("person", "name", "group")
    counted = all(t.lemma_ == "count" for t in perceived)
    if perceived and personal and not actor.org_class and not counted:
        return _because(Evidence.WITNESS, perceived, "perceived by the source")
    if perceived and actor.own:
        return _because(Evidence.WITNESS, perceived, "perceived by the reporter")
    if actor.role_class in _ON_THE_SPOT:
        return _because(Evidence.WITNESS, statement.source, "somebody on the spot")
    if actor.sort not in ("person", "name") or actor.role_class not in _PRIVATE or actor.org_class:
        return None
    home = actor.belongs
    if actor.institution() is not actor or (home is not None and home.sort != "state"):
        return None
    there = [t for t in statement.content if t.lower_ in ("i", "me", "my", "us", "we", "our")]
    seeing = words("reading", "perceiving_verbs")
    saw = [t for t in statement.content if t.lemma_ in seeing or t.lower_ in ("he", "she")]
    if there or saw:
        return _because(Evidence.WITNESS, (there or saw)[:1], "tells what befell them")
    clause = [t for h in statement.source for t in h.children if t.dep_ == "relcl"]
    return _because(Evidence.WITNESS, clause, "somebody on the spot") if clause else None


def _expert(statement: Statement, actor: Actor) -> Found | None:
    home = actor.institution()
    if actor.role_class == "expert" or "research" in (home.org_class, actor.org_class):
        return _because(Evidence.EXPERT, statement.source, "an expert's judgement")
    if actor.belongs is not None and actor.belongs.org_class == "research":
        return _because(Evidence.EXPERT, statement.source, "an expert's judgement")
    return None


def _official(statement: Statement, actor: Actor, polarity: str) -> bool:
    """Does an authority, or any institution, speak here of its own acts, losses or policy?"""
    home = actor.institution()
    state = home.state or actor.state
    if not is_authority(actor):
        own, foreign = _sides(statement, home, "")
        institution = home.sort == "org" or home.org_class not in ("", "outlet")
        return institution and not home.own and own >= 0 and (foreign < 0 or own < foreign)
    own, foreign = _sides(statement, home, state)
    if actor.role in _OBSERVERS and own < 0:
        return False
    if polarity == "denied":
        return True
    if own < 0 and statement.cue_lemmas & _CLAIMS:
        return False
    losses = any(t.lemma_.casefold() in words("reading", "casualties") for t in statement.content)
    if foreign >= 0 and (losses or own < 0 or foreign < own):
        committed = statement.cue_lemmas & words("reading", "commitments")
        return bool(committed) and not losses
    if own < 0 and foreign < 0:
        sibling = statement.sibling()
        if sibling is not None and "evidence" in sibling.values:
            return sibling.values["evidence"] == "official"
    root = statement.root
    return not (root is not None and root.lemma_ in _STRIKES and (own == 0 or _goes_on(root)))


def _goes_on(verb: Token) -> bool:
    """Is it a further act of the same subject: "(said it took the town) and killed 300"?"""
    subjects = ("nsubj", "nsubjpass")
    return verb.dep_ == "conj" and not any(c.dep_ in subjects for c in verb.children)


def _sides(statement: Statement, home: Actor, state: str) -> tuple[int, int]:
    """Where the content first speaks of the asserter's own side, and where of another; -1: not."""
    tokens = statement.content
    texts = [t.text for t in tokens]
    own = next((i for i, t in enumerate(tokens) if t.lower_ in _OWN), -1)
    side = "state" if state or home.sort == "state" or _regular(home) else "other"
    people = any(t.ent_type_ == "NORP" for t in statement.source)  # of no state: "the Kurdish army"
    known = table("reading", "adversaries")
    enemies = [i for i, t in enumerate(tokens) if known.get(t.lower_) in ("any", side)]
    foreign = enemies[0] if enemies else -1
    for at, named in states_in(texts):
        if _whereabouts(tokens[at]):
            continue
        mine = bool(state) and named.name == state
        if mine and (own < 0 or at < own):
            own = at
        elif not mine and (state or people) and (foreign < 0 or at < foreign):
            foreign = at
    name = home.person or home.org
    last = name.split()[-1] if name else ""
    if last and last in texts and (own < 0 or texts.index(last) < own):
        own = texts.index(last)
    return own, foreign


def _regular(home: Actor) -> bool:
    """Is it an authority or an army, whose enemies are rebels, though no state is named with it?"""
    return home.org_class == "authority" or home.org.casefold().endswith(tuple(_REGULAR))


def _whereabouts(token: Token) -> bool:
    """Does a state's name only say where: "delivered to Georgia"?"""
    return token.dep_ == "pobj" and token.head.lower_ in _WHERE
