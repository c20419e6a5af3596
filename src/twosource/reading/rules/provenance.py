"""Attribution by where a statement comes from, or by who corrects it.

"The figure came from an officer", "she had heard the same number from the director", "the station
gave the same toll", "it raised that to nine dead": the verb is none of saying; the noun it takes,
a figure or a report, makes it one.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.lexicon import table, words
from twosource.reading.nouns import org_class, role_of
from twosource.reading.rules import surface
from twosource.reading.rules.found import Found, Scene
from twosource.reading.syntax import child, cue_tokens, is_passive, noun_phrase, subject, subtree

_ACTING = ("PERSON", "ORG", "NORP")


def beside(scene: Scene, known: list[Found]) -> Iterator[Found]:
    """All such relations outside quotation marks whose verb is not yet the cue of another."""
    taken = {found.at for found in known}
    for token in scene.doc:
        if token.i in taken:
            continue
        sort = table("reading", "provenance_verbs").get(token.lemma_.lower())
        if sort is None or token.pos_ != "VERB" or scene.quoted(token.i):
            continue
        if child(token, "neg") is not None:
            continue
        for name in sort.split():
            found = _BUILDERS[name](scene, token)
            if found is not None:
                yield found
                break


def _came_from(scene: Scene, verb: Token) -> Found | None:
    """As in "The figure of 1,500 came from a colonel": the subject is what is said."""
    what = child(verb, "nsubj", "nsubjpass")
    who = _origin(verb)
    if what is None or who is None or not _tells(what):
        return None
    return Found(subtree(what), cue_tokens(verb), noun_phrase(who), "provenance.from", verb.i)


def _heard_from(scene: Scene, verb: Token) -> Found | None:
    """As in "heard the same number from the director": the object is what is said."""
    what = child(verb, "dobj")
    who = _origin(verb) or (_origin(what) if what is not None else None)
    if what is None or who is None or is_passive(verb) or not _tells(what):
        return None
    content = subtree(what) - subtree(who.head)
    return Found(content, cue_tokens(verb), noun_phrase(who), "provenance.heard", verb.i)


def _gave(scene: Scene, verb: Token) -> Found | None:
    """As in "gave the same number", "was repeated by": whoever gives a figure says it."""
    passive = is_passive(verb)
    what, who = child(verb, "nsubjpass" if passive else "dobj"), subject(verb)
    if what is None or who is None or not _actor(who):
        return None
    same = passive or any(c.lower_ in ("same", "similar", "identical") for c in what.children)
    if what.lemma_.lower() not in words("reading", "figure_nouns") or not same:
        return None
    return Found(subtree(what), cue_tokens(verb), noun_phrase(who), "provenance.gave", verb.i)


def _corrected(scene: Scene, verb: Token) -> Found | None:
    """As in "corrected the number of dead to 25", "raised that to nine"."""
    what = child(verb, "dobj")
    who = subject(verb)
    if what is None or who is None or is_passive(verb) or not _actor(who):
        return None
    if what.lemma_.lower() not in words("reading", "figure_nouns") | {"that", "this", "it"}:
        return None
    for i in range(what.i + 1, min(what.i + 15, verb.sent.end - 1)):
        ahead = scene.doc[i + 1 : i + 5]
        if scene.doc[i].lower_ == "to" and any(
            t.pos_ == "NUM" and t.ent_type_ not in ("DATE", "TIME") for t in ahead
        ):
            stop = surface.phrase_end(scene, i + 1, verb.sent.end)
            content = set(range(what.left_edge.i, stop))
            return Found(
                content, cue_tokens(verb), noun_phrase(who), "provenance.corrected", verb.i
            )
    return None


def _ended(scene: Scene, verb: Token) -> Found | None:
    """As in "The monitor ended at 2,050 sent": where a body's count came to rest."""
    who = subject(verb)
    at = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("at", "on")), None)
    if who is None or at is None or who.pos_ == "PRON" or not _actor(who) or at.i < verb.i:
        return None
    first = next((t for t in scene.doc[at.i + 1 : at.i + 4] if t.pos_ == "NUM"), None)
    if first is None or first.ent_type_ in ("DATE", "TIME"):
        return None
    content = set(range(at.i + 1, surface.phrase_end(scene, at.i + 1, verb.sent.end)))
    return Found(content, cue_tokens(verb) | {at.i}, noun_phrase(who), "provenance.ended", verb.i)


def _origin(holder: Token) -> Token | None:
    """Whoever stands after "from", if he can tell something."""
    for prep in holder.children:
        if prep.dep_ == "prep" and prep.lower_ == "from":
            who = child(prep, "pobj")
            if who is not None and _actor(who):
                return who
    return None


def _tells(noun: Token) -> bool:
    """A figure or report, or a noun with a number of its own."""
    return noun.lemma_.lower() in words("reading", "figure_nouns")


def _actor(noun: Token) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ in ("he", "she", "it", "they", "we", "him", "her", "them", "us")
    named = noun.pos_ == "PROPN" and noun.ent_type_ in (*_ACTING, "GPE", "")
    return named or role_of(noun.text) is not None or bool(org_class(noun.text))


_BUILDERS = {
    "from": _came_from,
    "heard": _heard_from,
    "gave": _gave,
    "corrected": _corrected,
    "ended": _ended,
}
