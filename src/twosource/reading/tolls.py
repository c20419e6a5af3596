"""Tolls told in passing: "lawyers of the man held for a raid that left three dead asked for bail".

The main clause states something else, or nothing that could be checked; the toll is a statement all
the same. Only where no statement holds it yet, outside quotations and questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.model import Attribution, Quote
from twosource.reading.layout import heads
from twosource.reading.parsed import Parsed
from twosource.reading.splitting import clean, quantity, split, tokens_in
from twosource.reading.syntax import spans, subtree

_DYING = frozenset({"die", "perish", "drown", "succumb", "suffer", "sustain"})
_DEATHS = frozenset({"death", "killing", "murder", "slaying", "wounding", "massacre", "execution"})
_MANY = frozenset({"double", "triple", "quadruple", "quintuple"})
_CRIMES = frozenset({"murder", "homicide", "killing", "slaying", "execution"})
_UNREAL = frozenset({"could", "might", "may", "would", "should", "must", "can", "if", "unless"})
_GATHERED = frozenset({"family", "group", "total"})
_FINDING = frozenset({"find", "pronounce", "declare"})
_FOUND = frozenset({"dead", "shot", "slain", "stabbed", "killed"})
_CARRYING = frozenset(
    {"take", "rush", "transport", "airlift", "fly", "send", "bring", "admit", "treat", "go"}
)
_SHOOTING = frozenset({"shoot", "stab", "hospitalize", "hospitalise"})
_ONLY = 30  # words of a toll at most: a longer clause is no aside


def tolls(parsed: Parsed, known: Sequence[Attribution]) -> list[Attribution]:
    """The tolls of a text that none of the known statements holds."""
    doc = parsed.doc
    taken = {i for each in known for i in tokens_in(doc, (*each.content, *each.cue))}
    taken.update(tokens_in(doc, parsed.quotes))
    taken.update(tokens_in(doc, heads(parsed.text, parsed.paragraphs)))
    found: list[Attribution] = []
    for part in _told(parsed, taken):
        own = [i for i in clean(doc, sorted(part)) if i not in taken]
        content = spans(doc, own)
        if content and sum(doc[i].is_alpha or doc[i].like_num for i in own) <= _ONLY:
            for piece in split(parsed, content, quoted=False):
                found.append(Attribution(piece, (), (), Quote.NONE, None, None, "toll"))
            taken.update(own)
    return found


def _told(parsed: Parsed, taken: set[int]) -> Iterator[set[int]]:
    for token in parsed.doc:
        if token.i in taken:
            continue
        if token.lower_ in _MANY and token.head.lemma_.lower() in _CRIMES:
            yield subtree(token.head) if not _unreal(token.head) else set()
        elif quantity(token):
            part = _part(token)
            if part is not None:
                yield part


def _part(number: Token) -> set[int] | None:
    noun = number.head if number.dep_ == "nummod" and number.head.i > number.i else number
    if noun.dep_ in ("conj", "appos") and noun.head.pos_ in ("NOUN", "NUM"):
        noun = noun.head
    if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _GATHERED:
        noun = noun.head.head  # "a family of five was found dead"
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        deaths = noun.head.head
        named = deaths.lemma_.lower() in _DEATHS and not _unreal(deaths)
        return subtree(deaths) if named else None
    verb = noun.head
    hurt = next((c for c in noun.children if c.dep_ == "relcl" and _befell(c)), None)
    if hurt is not None and not _unreal(hurt):
        return subtree(noun)
    if verb.pos_ not in ("VERB", "AUX") or _unreal(verb):
        return _verbless(noun)
    return _clause(verb) if _harms(verb, noun) else None


def _harmed(word: Token) -> bool:
    return word.lower_ in words("reading", "harmed")


def _harms(verb: Token, noun: Token) -> bool:
    """Does the verb, or what it leaves them, befall those that the noun counts?"""
    lemma = verb.lemma_.lower()
    ahead = {t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)]}
    if lemma in _FINDING and ahead & _FOUND:
        return noun.dep_ in ("nsubjpass", "dobj")
    if lemma in _CARRYING and "hospital" in " ".join(ahead):
        return noun.dep_ in ("nsubjpass", "dobj", "nsubj")
    if noun.dep_ == "nsubj":
        states = any(_harmed(c) for c in verb.children)
        return lemma in _DYING or _harmed(verb) or (verb.pos_ == "AUX" and states)
    if noun.dep_ not in ("nsubjpass", "dobj", "oprd"):
        return False
    left = _harmed(noun) or any(_harmed(t) for t in noun.doc[noun.i + 1 : noun.i + 3])
    shot = lemma in words("reading", "harm_verbs") or lemma in _SHOOTING
    return shot or (lemma == "leave" and left)


def _befell(verb: Token) -> bool:
    """As in "found four men who had been hit by gunfire": the clause that tells who they are."""
    lemma = verb.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    hit = lemma in words("reading", "harm_verbs") or lemma in _SHOOTING | {"hit", "strike"}
    return (passive and hit) or lemma in _DYING


def _clause(verb: Token) -> set[int]:
    """The clause of the verb, with the noun that it tells of where it is a relative one."""
    part = {i for i in subtree(verb) if verb.doc[i].tag_ not in ("WP", "WDT")}
    for c in verb.children:
        if c.dep_ in ("advcl", "ccomp", "parataxis"):
            part -= subtree(c)
    if verb.dep_ in ("relcl", "acl"):
        part |= set(range(verb.head.left_edge.i, verb.head.i + 1))
    return part


def _verbless(noun: Token) -> set[int] | None:
    """As in a headline: "2 dead, 3 wounded in New Orleans"."""
    sentence = noun.sent
    finite = any(t.tag_ in ("VBZ", "VBP", "MD") for t in sentence)
    near = noun.doc[noun.i : min(noun.i + 3, sentence.end)]
    if finite or len(sentence) > _ONLY or not any(_harmed(t) for t in near):
        return None
    return {t.i for t in sentence if not t.is_space}


def _unreal(word: Token) -> bool:
    """Under "could", "if", "not" or a plan: nothing has happened."""
    for here in (word, *word.ancestors):
        near = [c.lower_ for c in here.children if c.dep_ in ("aux", "mark", "neg")]
        had = "have" in near
        if _UNREAL & set(near) or any(c.dep_ == "neg" for c in here.children):
            return True
        if here.tag_ == "VB" and "to" in near and not had:
            return True
        if here.dep_ in ("relcl", "ROOT") or here.head is here:
            break
    last = next((t for t in reversed(word.sent) if not (t.is_space or t.is_quote)), word)
    return last.text == "?"
