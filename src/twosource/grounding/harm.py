"""What befell somebody: the verb, adjective or noun that takes him as its victim, by syntax.

"four people, two of them children, were killed", "left three dead", "the deaths of four", "sent
five to hospital". The words nearest to a number do not decide, the word that governs it does.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from twosource.grounding.groups import measured, participle, people_class
from twosource.lexicon import rows, words
from twosource.model import Measure, Span
from twosource.reading.syntax import following, reduced

Fate = tuple[Measure, Span]  # what befell somebody, and the word that says so
WEAK = frozenset(("lose", "body", "rate", "toll", "shoot", "shot", "stab", "strength",
                  "arrest", "flee"))  # fmt: skip
_PATIENTS = frozenset(("nsubjpass", "dobj", "obj", "oprd", "attr"))
_SUBJECTS = ("nsubj", "nsubjpass")
_SUFFERED = frozenset(  # what their subject undergoes; of other verbs the subject is the doer
    ("die", "perish", "succumb", "drown", "disappear", "miss", "flee", "starve", "suffer", "go",
     "bleed", "freeze")
)  # fmt: skip
_RAISING = frozenset(("believe", "fear", "presume", "think", "report", "say", "know", "appear",
                      "seem", "continue", "start", "begin", "be"))  # fmt: skip
_OF_VICTIMS = frozenset(
    ("death", "killing", "murder", "slaying", "wounding", "execution", "capture", "massacre",
     "loss", "abduction", "kidnapping", "injury", "shooting", "displacement", "beheading", "body",
     "corpse", "remains")
)  # fmt: skip
_NOUN_FATES = {
    "killing": "killed", "slaying": "killed", "wounding": "wounded", "execution": "killed",
    "shooting": "wounded", "displacement": "displaced", "abduction": "captured",
    "kidnapping": "captured", "beheading": "killed", "body": "killed", "corpse": "killed",
    "remains": "killed",
}  # fmt: skip
GATHERED = frozenset(("group", "total", "family", "party", "handful", "crowd", "number", "trio",
                       "crew", "team", "household"))  # fmt: skip
_OTHER_CLAUSES = frozenset(("conj", "relcl", "advcl", "parataxis"))
_SAME = frozenset(("they", "both", "all", "he", "she"))  # those just told of
_REACH = 14  # words after a verb in which the word that completes its sense may stand
_STEPS = 4
_HOSPITAL = re.compile(r"in (?:the |a )?hospital\b|in (?:critical|serious|stable|grave) condition")
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant")


@cache
def _completed() -> dict[str, tuple[tuple[frozenset[str], Measure], ...]]:
    found: dict[str, tuple[tuple[frozenset[str], Measure], ...]] = {}
    for verb, others, measure in rows("grounding", "fates"):
        found[verb] = (*found.get(verb, ()), (frozenset(others.split()), Measure(measure)))
    return found


def span_of(token: Token) -> Span:
    """Characters of one token."""
    return token.idx, token.idx + len(token)


def fate(token: Token) -> Fate | None:
    """What befell those a noun or bare number stands for; ``None`` where no word says so."""
    for here in _standing(token):
        found = _by_adjective(here) or by_clause(here) or _by_verb(here) or _by_noun(here)
        found = found or _by_naming(here)
        if found:
            return found
    return None


def _standing(token: Token) -> list[Token]:
    """The noun, then those it is coordinated with or gathered under ("a family of five")."""
    found = [token]
    here = token
    for _ in range(_STEPS):
        if here.dep_ in ("conj", "appos") and here.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
            here = here.head
        elif here.dep_ == "pobj" and here.head.lower_ == "of" and _gathers(here.head.head):
            here = here.head.head
        elif here.dep_ == "pobj" and here.head.lower_ == "of" and reduced(here.head.head):
            here = here.head.head  # "the second of two men shot dead has been named"
        else:
            break
        found.append(here)
    return found


def _gathers(noun: Token) -> bool:
    return noun.lemma_.lower() in GATHERED


def _by_adjective(noun: Token) -> Fate | None:
    """As in "12 dead soldiers", "two dead", "the wounded"."""
    for child in noun.children:
        if child.dep_ in ("amod", "compound") and child.i < noun.i:
            name = measured(child)
            if name and child.lemma_.lower() not in WEAK and child.tag_ != "VBG":
                return Measure(name), span_of(child)
    if _HOSPITAL.match(noun.doc[noun.i + 1 : noun.i + 4].text):
        return Measure.WOUNDED, span_of(noun.doc[noun.i + 1])
    after = following(noun)
    if after is not None and after.tag_ == "RB" and measured(after) is None:
        after = following(after)  # "one dead and four critically injured"
    if after is not None and after.pos_ in ("ADJ", "VERB", "NOUN", "ADV"):
        name = measured(after)
        closed = after.tag_ in ("JJ", "NNS", "NN", "RB") or _past(after)
        bare = noun.pos_ == "NUM" or after.tag_ in ("JJ", "VBN")
        if name and closed and bare and not takes_object(after) and not _excluded(after, name):
            return _shot_dead(after, Measure(name))
    return None


def _excluded(token: Token, name: str) -> bool:
    return name in ("strength", "rate") or token.lemma_.lower() in ("toll", "body", "prisoner")


def takes_object(verb: Token) -> bool:
    """Does the verb act on another: "four killed their guards", "two shot and killed a man"?"""
    deeds = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.i == verb.i + 2)]
    return any(c.dep_ in ("dobj", "obj") and c.i > v.i for v in deeds for c in v.children)


def by_clause(noun: Token) -> Fate | None:
    """As in "four people killed in the raid", "people who were injured", "victims found dead"."""
    for child in noun.children:
        if child.i < noun.i or child.dep_ not in ("acl", "relcl"):
            continue
        if child.dep_ == "acl" and not _past(child):
            continue
        doing = any(c.dep_ == "nsubj" and c.tag_ in ("WP", "WDT") for c in child.children)
        if doing and not (child.lemma_ in _SUFFERED or tells(child) or _undergoes(child)):
            continue
        others = ("WP", "WDT")
        if any(c.dep_ in _SUBJECTS and c.tag_ not in others for c in child.children):
            continue  # "4,500 men, of whom 1,100 were killed", "six men, one of whom died"
        if any(c.dep_ == "neg" for c in child.children):
            continue
        found = _verb_says(child, passive=not doing)
        if found:
            return found
    return None


def _past(verb: Token) -> bool:
    """A past tense or participle, whatever the parse calls it: "leaving 11 others shot"."""
    return verb.tag_ in ("VBN", "VBD") or (verb.tag_ == "VBP" and participle(verb))


def tells(verb: Token) -> bool:
    """Does a word beside it tell in what state somebody is: "left dead", "are wounded"?"""
    return verb.lemma_.lower() in words("grounding", "states_of")


def _inverted(noun: Token) -> Fate | None:
    """As in "Killed were two policemen and a nurse", "Also wounded was a boy"."""
    verb = noun.head
    if verb.lemma_ != "be" or noun.i < verb.i:
        return None
    for word in (verb.head, *verb.children):
        first = word.i < verb.i and verb.i - word.i < 4 and word.tag_ in ("VBN", "VBD", "JJ")
        name = measured(word) if first else None
        if name and not any(c.dep_ in _SUBJECTS and c.i < word.i for c in word.children):
            return _shot_dead(word, Measure(name))
    return None


def _small_clause(noun: Token) -> Fate | None:
    """As in "found both the man and the boy dead": the state is the predicate, without a verb."""
    state = noun.head
    name = measured(state)
    left = state.head
    if noun.dep_ != "nsubj" or state.pos_ != "ADJ" or name is None or not tells(left):
        return None
    if any(c.dep_ in ("dobj", "neg") for c in left.children):
        return None  # the parse has torn a list apart
    return Measure(name), span_of(state)


def _by_verb(noun: Token) -> Fate | None:
    verb = noun.head
    told = _inverted(noun)
    if told:
        return told
    if verb.dep_ == "auxpass" and noun.dep_ == "nsubj":  # "three, among them a boy, were wounded"
        return _of_subject(verb.head, passive=True)
    if verb.pos_ not in ("VERB", "AUX"):
        return _small_clause(noun)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return _of_subject(verb, passive=noun.dep_ == "nsubjpass")
    if noun.dep_ in _PATIENTS and noun.i > verb.i and verb.lemma_.lower() not in _SUFFERED:
        return _verb_says(verb, passive=True)
    return None


def _of_subject(verb: Token, *, passive: bool) -> Fate | None:
    """What a verb says of its subject, through "are believed to have been"."""
    for _ in range(_STEPS):
        if any(c.dep_ == "neg" for c in verb.children):
            return None
        headless = _past(verb) and not takes_object(verb)  # "4 shot in a bar"
        lemma = verb.lemma_.lower()
        if passive or lemma in _SUFFERED or tells(verb) or headless or _undergoes(verb):
            found = _verb_says(verb, passive=passive or headless)
            if found:
                return _and_then(verb, found)
        below = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp")), None)
        joined = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"), None)
        if below is not None and lemma in _RAISING:
            passive = any(c.dep_ == "auxpass" for c in below.children)
            verb = below
        elif joined is not None and not any(
            c.dep_ in ("nsubj", "nsubjpass") for c in joined.children
        ):
            passive = joined.tag_ == "VBN"
            verb = joined
        else:
            return None
    return None


def _undergoes(verb: Token) -> bool:
    """Does its sense, completed, befall its subject: "received wounds", "lost their lives"?"""
    lemma = verb.lemma_.lower()
    return lemma in ("sustain", "receive", "get", "report", "have", "recover", "lose", "arrive")


def _verb_says(verb: Token, *, passive: bool) -> Fate | None:
    """What a verb with its complements does to its patient."""
    state = next(
        (
            c
            for c in verb.children
            if c.dep_
            in ("acomp", "oprd", "xcomp", "ccomp", "advcl", "amod", "attr", "prep", "dobj")
            and c.i > verb.i
            and measured(c)
            and (c.dep_ == "acomp" or c.tag_ in ("JJ", "VBN", "VBD", "IN", "RB", "NN", "NNS"))
        ),
        None,
    )
    lemma = verb.lemma_.lower()
    if tells(verb) and state is not None:
        name = measured(state)
        if name and state.pos_ != "NOUN":
            return _shot_dead(state, Measure(name))
    for others, measure in _completed().get(lemma, ()):
        if "-" in others and passive and _people_suffer(verb):
            return measure, span_of(verb)
        word = _complement(verb, others)
        if word is not None:
            return _in_the_end(word, measure) or (measure, span_of(verb))
    name = measured(verb)
    if name is None or lemma in ("lose", "rate", "toll"):
        return None
    if not passive and lemma not in _SUFFERED:
        return None
    return _shot_dead(verb, Measure(name))


def _people_suffer(verb: Token) -> bool:
    """As in "four porters were hit": nouns for people, for guns hit tanks too."""
    hit = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return any(people_class(noun) for noun in hit)


def _in_the_end(place: Token, measure: Measure) -> Fate | None:
    """As in "were taken to hospital, where they died": of the same people, what is said last."""
    if measure is not Measure.WOUNDED:
        return None
    for verb in place.doc[place.i + 1 : min(place.i + _REACH, place.sent.end)]:
        who = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if verb.dep_ != "relcl" or who is None or who.lower_ not in _SAME:
            continue
        found = _verb_says(verb, passive=who.dep_ == "nsubjpass")
        if found and found[0] is Measure.KILLED:
            return found
    return None


def _and_then(verb: Token, found: Fate) -> Fate:
    """As in "were shot and later died": of the same subject, what is said last."""
    for c in verb.children:
        own = any(t.dep_ in (*_SUBJECTS, "neg") for t in c.children)
        if c.dep_ != "conj" or c.pos_ != "VERB" or own or takes_object(c):
            continue
        later = _verb_says(c, passive=c.tag_ == "VBN")
        if later and later[0] is Measure.KILLED and found[0] is Measure.WOUNDED:
            return later
    return found


def _complement(verb: Token, others: frozenset[str]) -> Token | None:
    """The word after a verb that completes its sense ("taken … to hospital"), in its clause."""
    doc = verb.doc
    limit = min(len(doc), verb.i + _REACH, verb.sent.end)
    for token in doc[verb.i + 1 : limit]:
        if token.pos_ in ("VERB", "AUX") and token.dep_ in _OTHER_CLAUSES:
            return None
        if token.tag_ in ("WP", "WDT"):
            return None  # "were shot, among them two who were dead"
        if (token.lemma_.lower() in others or token.lower_ in others) and not _qualifies(token):
            return token
    return None


def _qualifies(token: Token) -> bool:
    """Is it the first part of a word: "wounds that are not life-threatening"?"""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is None:
        return False
    return after.text in ("-", "‐", "‑") or (after.tag_ == "VBG" and after.dep_ != "prep")


def _shot_dead(verb: Token, measure: Measure) -> Fate:
    """As in "shot and killed", "fatally shot", "shot dead": what is said last stands."""
    if verb.lemma_.lower() not in WEAK and measure is not Measure.WOUNDED:
        return measure, span_of(verb)
    doc = verb.doc
    before = doc[verb.i - 1] if verb.i > verb.sent.start else None
    if before is not None and before.lower_ in ("fatally", "mortally"):
        return Measure.KILLED, span_of(before)
    for token in doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]:
        if token.is_punct and token.text != ",":
            break
        if token.lower_ in ("killed", "dead", "death", "died", "fatally"):
            return Measure.KILLED, span_of(token)
        if token.lower_ not in ("and", "to", ",", "was", "were", "in", "the", "head", "later"):
            break
    return measure, span_of(verb)


def _by_noun(noun: Token) -> Fate | None:
    """As in "the deaths of four people", "the wounding of two"."""
    if noun.dep_ == "poss" and noun.head.lemma_.lower() in words("grounding", "remains"):
        return Measure.KILLED, span_of(noun.head)  # "the couple's bodies"
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    what = noun.head.head
    lemma = what.lemma_.lower()
    if lemma == "life" and what.dep_ == "dobj":  # "claimed the lives of nine"
        return _verb_says(what.head, passive=True)
    if what.pos_ != "NOUN" and what.lower_ not in _NOUN_FATES:
        return None
    if lemma not in _OF_VICTIMS and what.lower_ not in _NOUN_FATES:
        return None
    if any(c.lower_ == "attempted" for c in what.children):
        return None
    name = _NOUN_FATES.get(what.lower_) or _NOUN_FATES.get(lemma) or measured(what)
    if name is None or name == "casualties":
        return None
    left = doc_before(what)
    if name == "wounded" and left is not None and left.lower_ in ("fatal", "deadly"):
        name = "killed"
    return Measure(name), span_of(what)


def _by_naming(name: Token) -> Fate | None:
    """As in "named the dead as Ann Li and Bo Eng": what befell those who are named."""
    verb = name.head.head
    if name.dep_ != "pobj" or name.head.lower_ != "as":
        return None
    if verb.lemma_.lower() not in words("grounding", "naming"):
        return None
    for whom in verb.children:
        if whom.dep_ in ("dobj", "nsubjpass"):
            dead = measured(whom)
            found = (Measure(dead), span_of(whom)) if dead else None
            return found or _by_adjective(whom) or by_clause(whom)
    return None


def doc_before(token: Token) -> Token | None:
    """The token before one, ``None`` at the start of the text."""
    return token.doc[token.i - 1] if token.i else None


def alive(noun: Token) -> bool:
    """Can the noun be one that is killed or hurt: no thing, beast or measure?"""
    lemma = noun.lemma_.lower()
    if people_class(noun):
        return True
    things = words("grounding", "equipment") | words("grounding", "animals")
    things |= words("reading", "event_nouns")  # "two blasts killed 30"
    if lemma in things or lemma in words("grounding", "measuring_units"):
        return False
    return noun.ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT")


def personlike(noun: Token) -> bool:
    """Is the noun one for people, by the list or by its ending ("porters", "archivists")?"""
    return people_class(noun) is not None or noun.lemma_.lower().endswith(_DOERS)
