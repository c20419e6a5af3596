"""Another's claim denied: "Peru denied Chilean claims that …", ", a charge Peru denies".

What is denied is what was claimed, and the one who denies says so; whose claim it was is no link of
that chain. So the verb of denying and the noun of claiming make one relation with one source.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import table, words
from twosource.reading.rules.found import Found, Scene
from twosource.reading.rules.frames import noun_frames
from twosource.reading.rules.nouns import claimed
from twosource.reading.rules.verbs import unreal
from twosource.reading.syntax import child, cue_tokens, following, noun_phrase, subject, subtree

POINTS = "verb.denied"  # the rule of a denial that only points at what it denies
_ASIDE = 12  # tokens from the comma to the verb: ", something Peru | has always denied"
_REACH = 8  # tokens from the verb to the claim: "dismissed as baseless | the enemy's claims"


def joined(scene: Scene, found: list[Found]) -> list[Found]:
    """The relations with one for each denial of a claim in place of those it is made of."""
    made: list[Found] = []
    parts: set[int] = set()
    for verb in scene.doc:
        if verb.pos_ != "VERB" or not denies(verb):
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


def denies(verb: Token) -> bool:
    """Is it a verb of denying, alone or with its particle ("laughed off")?"""
    denying, lemma = table("reading", "denials"), verb.lemma_.lower()
    particle = child(verb, "prt")
    phrasal = f"{lemma} {particle.lower_}" if particle is not None else lemma
    return "verb" in (denying.get(lemma), denying.get(phrasal))


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
    if token.dep_ not in ("dobj", "ccomp", "pobj"):
        return False
    head = token.head
    for _ in range(3):
        if head.i == verb.i:
            return True
        other = head.pos_ in ("NOUN", "PROPN") or (head.pos_ == "ADP" and head.lower_ != "as")
        if other or not verb.i < head.i < token.i:
            return False
        head = head.head
    return False


def pointing(scene: Scene, found: list[Found]) -> list[Found]:
    """The relations with those that only point: "Chile denied it", ", which Chile denies".

    What is denied so is the statement before; the aside is cut out of that one's content.
    """
    made: list[Found] = []
    denying = table("reading", "denials")
    for verb in scene.doc:
        if denying.get(verb.lemma_.lower()) != "verb" or scene.quoted(verb.i):
            continue
        each = _aside(scene, verb) or _it(verb)
        if each is not None:
            made.append(each)
    taken = {each.at for each in made}
    return [f for f in found if f.at not in taken] + made


def cut(scene: Scene, found: list[Found]) -> None:
    """Take the asides out of what other relations report."""
    asides = [_from_comma(scene, f) for f in found if f.rule == POINTS]
    for each in found:
        for aside in asides:
            if each.rule != POINTS and each.at not in aside:
                each.content -= aside


def _from_comma(scene: Scene, found: Found) -> set[int]:
    first = min(found.content)
    if scene.doc[first - 1 if first else 0].text != ",":
        return set()
    return set(range(first - 1, max(found.content | found.cue | found.source) + 1))


def _it(verb: Token) -> Found | None:
    """As in "Chile has denied it": the statement before is meant."""
    thing, who = child(verb, "dobj"), subject(verb)
    if verb.pos_ != "VERB" or thing is None or who is None or unreal(verb):
        return None
    if thing.lower_ not in ("it", "this", "that", "them"):
        return None
    return Found({thing.i}, cue_tokens(verb), noun_phrase(who) - {thing.i}, POINTS, verb.i)


def _aside(scene: Scene, verb: Token) -> Found | None:
    """As in ", a charge Chile rejects", ", which Chile denies", ", a claim denied by Chile"."""
    doc = scene.doc
    left = range(verb.i - 1, max(verb.sent.start, verb.i - _ASIDE), -1)
    comma = next((i for i in left if doc[i].text == ","), None)
    if comma is None:
        return None
    inner = [t for t in doc[comma + 1 : verb.i] if not t.is_space]
    size = _pointer(inner)
    rest = [t for t in inner[size:] if t.lower_ not in ("that", "which")]
    helpers = {t.i for t in rest if t.pos_ in ("AUX", "ADV", "PART") and t.tag_ != "POS"}
    who = {t.i for t in rest} - helpers
    by = following(verb)
    if by is not None and by.lower_ == "by" and not who:
        maker = child(by, "pobj")
        who = {i for i in subtree(maker) if doc[i].text != ","} if maker is not None else set()
    if not size or not any(doc[i].pos_ in ("PROPN", "NOUN", "PRON") for i in who):
        return None
    return Found({t.i for t in inner[:size]}, {verb.i} | helpers, who, POINTS, verb.i)


def _pointer(inner: list[Token]) -> int:
    """How many of the words after the comma mean the statement before it; 0: none do."""
    if not inner:
        return 0
    if inner[0].lower_ in ("which", "something"):
        return 1
    start = 1 if inner[0].lower_ in ("a", "an") else 0
    noun = inner[start] if start < len(inner) else inner[0]
    points = noun.lemma_.lower() in words("reading", "charges")
    plural = noun.lower_ != noun.lemma_.lower()
    return start + 1 if points and (start or plural) else 0
