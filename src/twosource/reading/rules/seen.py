"""Attribution by what somebody perceived: "A reporter saw two bodies in the street".

Only events, counts and deeds are told so ("watched rescuers carry out six bodies"); a paper that
was seen, or a rise in prices, is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.lexicon import table, words
from twosource.reading.nouns import carrier, org_class, role_of
from twosource.reading.rules.found import Found, Scene
from twosource.reading.syntax import child, cue_tokens, is_passive, noun_phrase, subject, subtree

_DEEDS = ("ccomp", "xcomp", "advcl", "acl")
_BARE = ("VBG", "VB", "VBN")


def beside(scene: Scene, known: list[Found]) -> Iterator[Found]:
    """All such relations outside quotation marks whose verb is not yet the cue of another."""
    taken = {found.at for found in known}
    for verb in scene.doc:
        if verb.i in taken or verb.pos_ != "VERB" or scene.quoted(verb.i):
            continue
        telling = table("reading", "perceiving_verbs").get(verb.lemma_.lower()) == "tells"
        if telling and _told(verb):
            who, content = subject(verb), _perceived(verb)
            if who is None or not content or not _somebody(who):
                continue
            if who.pos_ != "PRON" or not scene.talk:  # "I" of a transcript: the label tells who
                source = noun_phrase(who) - content
                yield Found(content, cue_tokens(verb), source, "perceived", verb.i)


def _told(verb: Token) -> bool:
    """Is it told as past: "saw", "has seen", and neither denied nor set in a relative clause?"""
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and perfect)
    aside = verb.dep_ in ("relcl", "acl", "advcl", "csubj")
    return past and not (aside or is_passive(verb) or child(verb, "neg") is not None)


def _perceived(verb: Token) -> set[int]:
    """The object with what it did; nothing where it is no event, count or deed."""
    events, deed = words("reading", "event_nouns"), _deed(verb)
    heard = (c for c in verb.rights if c.dep_ == "xcomp" and c.lower_ in events)  # "shelling"
    thing = child(verb, "dobj") or next(heard, None)
    if thing is not None and (thing.i < verb.i or carrier(thing) or _none(thing)):
        return set()
    content = subtree(thing) if thing is not None else set()
    deed = deed or (_deed(thing) if thing is not None else None)
    content |= subtree(deed) if deed is not None else set()
    event = thing is not None and not events.isdisjoint((thing.lower_, thing.lemma_.lower()))
    counted = thing is not None and any(c.dep_ == "nummod" for c in thing.children)
    if not (deed is not None or event or counted):
        return set()
    where = (c for c in verb.rights if c.dep_ in ("prep", "advmod") and c.i > max(content))
    return content | {i for c in where for i in subtree(c)}


def _deed(holder: Token) -> Token | None:
    """As in "| rescuers carry out six bodies", "tanks | withdrawing"."""
    for c in holder.rights:
        marked = child(c, "mark", "aux") is not None
        if c.dep_ in _DEEDS and c.tag_ in _BARE and not marked:
            own = child(c, "nsubj") is not None or holder.pos_ != "VERB"
            return c if own else None
    return None


def _none(thing: Token) -> bool:
    return any(c.lower_ == "no" for c in thing.children)


def _somebody(who: Token) -> bool:
    """Can it see: a person, a body of people, a pronoun, a name?"""
    return who.pos_ in ("PRON", "PROPN") or bool(role_of(who.text) or org_class(who.text))
