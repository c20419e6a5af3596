"""What somebody is asked about is not his word: "asked about the claim that P, X called it a lie".

Where he calls it untrue or denies it, that is said of P; else P is nobody's statement here.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import table
from twosource.reading.rules.denials import POINTS, denies
from twosource.reading.rules.found import Found, Scene
from twosource.reading.syntax import child, cue_tokens, noun_phrase, subject, subtree

_ASK = ("ask", "question", "quiz", "press")
_ABOUT = ("about", "on", "over", "regarding")
_POINTING = ("it", "this", "that", "them", "these")


def answered(scene: Scene, found: list[Found]) -> list[Found]:
    """The relations without what their sources are only asked about; denials of it say what."""
    for verb in scene.doc:
        if verb.lemma_.lower() not in _ASK or scene.quoted(verb.i) or not _participle(verb):
            continue
        main = _main(verb)
        question = _question(verb)
        if main is None or not question:
            continue
        denied = _denial(main, question)
        replaced = {verb.i, *([main.i] if denied else [])}
        found = [f for f in found if not (f.at in replaced or _his(f, question, main))]
        found += [denied] if denied else []
    return found


def _participle(verb: Token) -> bool:
    """Is it "asked" of the one who is asked, also where the parse takes it for a finite verb?"""
    return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and (verb.dep_ == "acl" or _set_off(verb)))


def _set_off(verb: Token) -> bool:
    """Does it stand behind a comma after its subject: "the consul, asked about"?"""
    who = child(verb, "nsubj")
    return who is not None and verb.nbor(-1).text == "," and who.i < verb.i


def _main(verb: Token) -> Token | None:
    """The verb of what the one who is asked does."""
    if verb.tag_ == "VBD" and verb.dep_ != "acl":
        return next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ == "VBD"), None)
    if verb.dep_ == "acl":
        return verb.head.head if verb.head.dep_ == "nsubj" else None
    if verb.dep_ in ("advcl", "ccomp") and child(verb, "nsubjpass") is None:
        return verb.head if verb.head.pos_ == "VERB" else None
    return None


def _question(verb: Token) -> set[int]:
    """What he is asked about: the clause, as far as there is one, else the phrase."""
    clause = child(verb, "ccomp")
    if clause is None:
        about = next((c for c in verb.children if c.lower_ in _ABOUT), None)
        noun = child(about, "pobj") if about is not None else None
        if noun is None:
            return set()
        clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl")), None)
        if clause is None or child(clause, "mark") is None:
            return subtree(noun)
    mark = child(clause, "mark")
    return {i for i in subtree(clause) if mark is None or i > mark.i}


def _his(found: Found, question: set[int], main: Token) -> bool:
    """Is it a relation that puts the question in the mouth of the one who answers?"""
    who = subject(main)
    return bool(found.content & question) and who is not None and who.i in found.source


def _denial(main: Token, question: set[int]) -> Found | None:
    """As in "called it a lie", "denied the charge", "dismissed it as nonsense"."""
    thing, who = child(main, "dobj"), subject(main)
    denying, charges = table("reading", "denials"), table("reading", "charges")
    if who is None:
        return None
    inner = subtree(main) - question
    false = [main.doc[i] for i in inner if denying.get(main.doc[i].lemma_.lower()) == "false"]
    if thing is None:  # "called it a lie", parsed as a small clause
        thing = next((child(f, "nsubj") for f in false if child(f, "nsubj") is not None), None)
    points = thing is not None and (
        thing.lower_ in _POINTING or thing.lemma_.lower() in charges
    )  # fmt: skip
    negated = child(main, "neg") is not None
    if not points or negated or not (false or denies(main)):
        return None
    cue = cue_tokens(main) | {f.i for f in false}
    return Found(set(question), cue, noun_phrase(who) - question - cue - _asking(who), POINTS,
                 main.i)  # fmt: skip


def _asking(who: Token) -> set[int]:
    """The participle about the question that stands within the phrase of the one asked."""
    return {i for c in who.children if c.lemma_.lower() in _ASK for i in subtree(c)}
