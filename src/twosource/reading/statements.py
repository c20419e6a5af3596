"""From whole relations to the ledger's statements: split, nest, add what nobody is credited with.

Shared by every reader, so that a trained tagger need only find relations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from twosource.lexicon import table, words
from twosource.model import Attribution, Quote, Spans
from twosource.reading.nesting import clausal, fills, nested, renumbered
from twosource.reading.own_hedges import hedged
from twosource.reading.parsed import Parsed
from twosource.reading.rules.frames import verb_frames
from twosource.reading.splitting import split, tokens_in
from twosource.reading.syntax import SUBJECTS
from twosource.reading.tolls import asides, tolls
from twosource.reading.unattributed import unattributed
from twosource.reading.untrue import untrue


def statements(parsed: Parsed, relations: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Fine-grained statements in text order, with their nesting."""
    whole = nested(parsed, [r for r in relations if not _silent(parsed, r)])
    pieces: list[tuple[int, Attribution]] = []
    for number, relation in enumerate(whole):
        quoted = relation.quote is Quote.DIRECT
        inner = [each for each in whole if each.parent == number and clausal(parsed, each)]
        inner = [each for each in inner if each.source]  # not "you were asked to leave, they say"
        for piece in split(parsed, relation.content, quoted=quoted):
            if any(fills(each, replace(relation, content=piece)) for each in inner):
                pieces.append((number, replace(relation, content=piece, relay=True)))
                continue
            if _answer(parsed, piece) or _withheld(parsed, replace(relation, content=piece)):
                continue
            told = relation.relay or _points(parsed, relation)
            if told or not pointer(parsed, piece):
                pieces += [(number, each) for each in _with_asides(parsed, relation, piece)]
    alone = unattributed(parsed, relations)
    alone += tolls(parsed, [*(r for r in whole if not r.relay), *alone])
    for number, each in enumerate(alone, len(whole)):
        pieces += [(number, one) for one in _with_asides(parsed, each, each.content)]
    return renumbered([(number, hedged(parsed, each)) for number, each in pieces])


def _with_asides(parsed: Parsed, relation: Attribution, piece: Spans) -> list[Attribution]:
    """One piece of a relation, and the tolls its clauses tell in passing."""
    plain = relation.quote is not Quote.DIRECT and not relation.relay
    inner = asides(parsed, piece) if plain else []
    return [replace(relation, content=each) for each in (piece, *inner)]


def _answer(parsed: Parsed, piece: Spans) -> bool:
    """Is it the "Nonsense" after a question, which denies what is asked and says no more?"""
    tokens = [parsed.doc[i] for i in tokens_in(parsed.doc, piece)]
    said = [t for t in tokens if not (t.is_punct or t.is_space)]
    if len(said) != 1 or not untrue(said):
        return False
    before = next((t for t in reversed(parsed.doc[: said[0].i]) if not t.is_quote), None)
    return before is not None and before.text == "?"


_POINTING = ("provenance", "verb.denied")


def _points(parsed: Parsed, relation: Attribution) -> bool:
    """As in "gave the same number", "denied the charge": it says something of what it points at."""
    if relation.rule.startswith(_POINTING):
        return True
    denying, charges = table("reading", "denials"), table("reading", "charges")
    cue = (parsed.doc[i].lemma_.lower() for i in tokens_in(parsed.doc, relation.cue))
    content = (parsed.doc[i].lemma_.lower() for i in tokens_in(parsed.doc, relation.content))
    charged = any(charges.get(word) == "" for word in content)
    return bool(relation.source) and charged and any(denying.get(w) == "verb" for w in cue)


def _silent(parsed: Parsed, relation: Attribution) -> bool:
    """As in "declined to say how it knew", "asked not to be named": nothing is stated."""
    if _nameless(parsed, relation) or _withheld(parsed, relation):
        return True
    if relation.rule not in ("verb.infinitive", "verb.preposition", "verb.gerund"):
        return False
    tokens = [parsed.doc[i] for i in tokens_in(parsed.doc, relation.content)]
    said = [t.lemma_.lower() for t in tokens if t.pos_ in ("VERB", "NOUN", "PROPN", "NUM", "ADJ")]
    if not set(said) - words("reading", "verification_words"):
        return True
    first = next((t for t in tokens if t.pos_ == "VERB"), None)
    return first is not None and _refused(first)


def _withheld(parsed: Parsed, relation: Attribution) -> bool:
    """As in "could neither confirm nor deny that", "did not comment on it": nothing is said."""
    cue = [parsed.doc[i] for i in tokens_in(parsed.doc, relation.cue)]
    content = [parsed.doc[i] for i in tokens_in(parsed.doc, relation.content)]
    inside = {t.i for t in content}
    tops = [t for t in content if t.head.i not in inside or t.dep_ == "ROOT"]
    able = (c for t in tops for c in t.children if c.dep_ == "acomp")  # "it was unable to confirm"
    tops += [c for adjective in able for c in adjective.children if c.dep_ == "xcomp"]
    verbs = [t for t in tops if t.pos_ == "VERB"]
    unsaid = bool(verbs) and all(map(_unconfirmed, verbs))
    return unsaid or any(_unconfirmed(t) for t in cue if t.pos_ == "VERB")


def _unconfirmed(verb: Token) -> bool:
    """Is it a verb of confirming that is negated or refused, or the "deny" beside it?"""
    first = verb.head if verb.dep_ == "conj" and verb.lemma_ == "deny" else verb
    mute = words("reading", "confirming_verbs") | words("reading", "commenting_verbs")
    if first.lemma_.lower() not in mute:
        return False
    left = {c.lower_ for c in first.children if c.i < first.i}
    if left & {"not", "n't", "n’t", "neither", "never"}:
        return True
    holder = first.head
    short = holder.lower_ == "of" and holder.head.lower_ == "short"  # "stopped short of"
    yet = first.dep_ == "xcomp" and any(c.lower_ == "yet" for c in holder.children)
    return short or yet or holder.lemma_.lower() in words("reading", "refusals")


def _refused(verb: Token) -> bool:
    """As in "refused to say how many had died", but not "refused to withdraw"."""
    mute = verb.lemma_.lower() in words("reading", "verification_words") or (
        verb_frames(verb.lemma_).kinds & {"c", "w"} and verb.lemma_ not in ("accept", "rule")
    )
    return bool(mute) and verb.head.lemma_.lower() in words("reading", "refusals")


def _nameless(parsed: Parsed, relation: Attribution) -> bool:
    """As in "asked that his name be withheld"; "said he would not say": about the telling only."""
    tokens = [parsed.doc[i] for i in tokens_in(parsed.doc, relation.content)]
    cue = [parsed.doc[i] for i in tokens_in(parsed.doc, relation.cue)]
    if any(t.dep_ == "xcomp" and _refused(t) for t in cue if t.pos_ == "VERB"):
        return True
    asked = any(t.lemma_ in ("ask", "request") for t in cue)
    return asked and any(
        t.lemma_ in ("name", "surname", "identity") and t.dep_ in SUBJECTS for t in tokens
    )


def pointer(parsed: Parsed, piece: Spans) -> bool:
    """Does a content only point at something, with nothing in it to check ("the report")?

    True of a noun phrase without predicate, number or proper name whose head is a word for a text
    or a saying, or for people.
    """
    tokens = [parsed.doc[i] for i in tokens_in(parsed.doc, piece)]
    heavy = ("VERB", "AUX", "NUM", "PROPN", "ADV", "X", "INTJ")
    if not tokens or any(t.pos_ in heavy or t.is_quote for t in tokens):
        return False
    inside = {t.i for t in tokens}
    heads = [t for t in tokens if t.head.i not in inside or t.dep_ == "ROOT"]
    nouns = [t for t in heads if not t.is_punct]
    return bool(nouns) and all(t.lemma_.lower() in words("reading", "pointers") for t in nouns)
