"""Tolls told in passing: "lawyers of the man held for a raid that left three dead asked for bail".

The main clause states something else, or nothing that could be checked; the toll is a statement all
the same. Only where no statement holds it yet, outside quotations and questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from twosource.lexicon import rows, words
from twosource.model import Attribution, Quote, Spans
from twosource.reading.layout import heads
from twosource.reading.parsed import Parsed
from twosource.reading.splitting import clean, quantity, split, tokens_in
from twosource.reading.syntax import place, reduced, spans, subtree, torn_off

_UNREAL = frozenset({"could", "might", "may", "would", "should", "must", "can", "if", "unless"})
_ONLY = 40  # words of a toll at most: a longer clause is no aside


def tolls(parsed: Parsed, known: Sequence[Attribution]) -> list[Attribution]:
    """The tolls of a text that none of the known statements holds."""
    doc = parsed.doc
    taken = {i for each in known for i in tokens_in(doc, (*each.content, *each.cue))}
    for each in known:  # "The raid, which | Israel | says hit a depot, killed four"
        source = tokens_in(doc, each.source)
        if not any(told(doc[i]) for told in (quantity, *_NUMBERLESS) for i in source):
            taken.update(source)
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


def asides(parsed: Parsed, content: Spans) -> list[Spans]:
    """Tolls in a clause of a statement with one of its own: "six arrested for a raid that …"."""
    doc = parsed.doc
    tokens = tokens_in(doc, content)
    numbers = [doc[i] for i in tokens if quantity(doc[i]) or _several(doc[i])]
    found: list[Spans] = []
    for number in numbers:
        clause = next((t for t in number.ancestors if t.dep_ in ("relcl", "acl")), None)
        part = _part(number) if clause is not None else None
        if part is None or clause is None or clause.i not in part or len(part) >= len(tokens):
            continue
        if any(n.i in part and n.i < clause.i for n in numbers):
            part = {i for i in part if i > clause.left_edge.i or i == clause.i}
        inner = clean(doc, [i for i in tokens if i in part])
        if number.i not in inner or not any(n.i not in part and _toll_too(n) for n in numbers):
            continue  # the statement has no other figure to be known by
        piece = spans(doc, inner)
        if piece not in found:
            found.append(piece)
    return [each for piece in found for each in split(parsed, piece, quoted=False)]


def _toll_too(number: Token) -> bool:
    """As in "six men arrested over a raid": the number that the statement is about."""
    noun = number.head if number.dep_ == "nummod" else number
    held = any(
        c.dep_ == "acl" and c.lemma_.lower() in words("reading", "harm_verbs")
        for c in noun.children
    )
    return held or _part(number) is not None


@cache
def _said(sort: str) -> frozenset[str]:
    """The words of one sort in ``data/toll_words.tsv``."""
    return frozenset(word for word, sorts in rows("reading", "toll_words") if sort in sorts.split())


def _told(parsed: Parsed, taken: set[int]) -> Iterator[set[int]]:
    for token in parsed.doc:
        if token.i in taken:
            continue
        if token.lower_ in _said("many") and token.head.lemma_.lower() in _said("crime"):
            yield subtree(token.head) if not _unreal(token.head) else set()
        elif quantity(token) or any(told(token) for told in _NUMBERLESS):
            part = _part(token)
            if part is not None:
                yield part


def _one_of_a_row(word: Token) -> bool:
    """As in "a fifth victim", "an 8th student"."""
    article = any(c.lower_ in ("a", "an") for c in word.head.children)
    return article and word.dep_ == "amod" and place(word) is not None


def _those_told_of(word: Token) -> bool:
    """As in "Guards found three men. All had been shot": their number stands before."""
    subject = word.dep_ in ("nsubj", "nsubjpass") and not any(word.children)
    return subject and word.lower_ in ("they", "all", "both")


def _several(word: Token) -> bool:
    """As in "a nurse and her son", "Ann Li and two neighbours", "a couple": counted by listing."""
    if word.lower_ in _said("pair") and _one_of_several(word):
        return True
    named = [word, *(c for c in word.children if c.dep_ == "appos" and c.pos_ == word.pos_)]
    joined = [c for w in named for c in w.children if c.dep_ == "conj"]
    if not joined and word.dep_ == "dobj":
        torn = torn_off(word)
        joined = [torn] if torn is not None else []
    alike = [c for c in joined if _one_of_several(c) or (c.tag_ == "NN" and word.tag_ == "NN")]
    return bool(joined) and len(alike) == len(joined) and _one_of_several(word)


def _one_of_several(word: Token) -> bool:
    """A name, or a noun with "a", "her" or a number before it: no "death and destruction"."""
    if word.pos_ == "PROPN":
        return True
    before = [c for c in word.children if c.i < word.i]
    told = any(c.lower_ in ("a", "an") or c.dep_ in ("poss", "nummod") for c in before)
    return told and (word.pos_ == "NOUN" or word.lower_ == "old")


_NUMBERLESS = (_one_of_a_row, _those_told_of, _several)


def _part(number: Token) -> set[int] | None:
    adjective = number.dep_ in ("nummod", "amod") and number.head.i > number.i
    noun = number.head if adjective else number
    if noun.dep_ in ("conj", "appos") and noun.head.pos_ in ("NOUN", "NUM"):
        noun = noun.head
    if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _said("gathered"):
        noun = noun.head.head  # "a family of five was found dead"
    if noun.dep_ == "poss" and noun.head.lemma_.lower() in _said("deaths"):
        noun = noun.head  # "the couple's bodies were found"
    if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "at"):
        return _of_the_toll(noun.head.head)
    hurt = next((c for c in noun.children if c.dep_ in ("relcl", "acl") and _befell(c)), None)
    if hurt is not None and not _unreal(hurt):
        return subtree(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        deaths = noun.head.head
        if _one_of_those_hit(deaths):
            return subtree(deaths.head)
        named = deaths.lemma_.lower() in _said("deaths") and not _unreal(deaths)
        return subtree(deaths) if named else None
    verb = noun.head
    if verb.pos_ not in ("VERB", "AUX") or _unreal(verb):
        return _verbless(noun)
    whole = verb.head if verb.dep_ in ("aux", "auxpass") else verb  # "Killed were two nurses"
    return _clause(whole) if _harms(verb, noun) else None


def _one_of_those_hit(one: Token) -> bool:
    """As in "the second of two men shot dead has been named": the parse takes it for a clause."""
    hit = one.head.lemma_.lower() in words("reading", "harm_verbs") | _said("hitting")
    named = one.lower_ in ("one", "last") or place(one) is not None
    return named and hit and reduced(one)


def _of_the_toll(verb: Token) -> set[int] | None:
    """As in "taking the toll to 15", "the number of dead stands at 62"."""
    told = (c for c in verb.children if c.dep_ in ("dobj", "nsubj", "nsubjpass"))
    counts = any(c.lemma_.lower() in _said("tally") for c in told)
    return _clause(verb) if counts and not _unreal(verb) else None


def _harmed(word: Token) -> bool:
    return word.lower_ in words("reading", "harmed")


def _harms(verb: Token, noun: Token) -> bool:
    """Does the verb, or what it leaves them, befall those that the noun counts?"""
    lemma = verb.lemma_.lower()
    ahead = {t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)]}
    bodies = noun.lemma_.lower() in _said("remains")
    if lemma in _said("finding") and (bodies or ahead & _said("found")):
        return noun.dep_ in ("nsubjpass", "dobj")
    if lemma in _said("carrying") and ahead & _said("care"):
        return noun.dep_ in ("nsubjpass", "dobj", "nsubj")
    if verb.pos_ == "AUX" and noun.dep_ in ("attr", "nsubjpass"):
        lost = noun.lemma_.lower() in _said("losses")  # "there were 12 fatalities"
        return lost or _harmed(verb.head) or any(_harmed(c) for c in verb.children if c.i < verb.i)
    if noun.dep_ == "nsubj":
        states = any(_harmed(c) for c in verb.children)
        return lemma in _said("dying") or _harmed(verb) or (verb.pos_ == "AUX" and states)
    if noun.dep_ not in ("nsubjpass", "dobj", "oprd"):
        return False
    end = max(noun.i, *(c.i for c in noun.conjuncts)) if noun.conjuncts else noun.i
    left = _harmed(noun) or any(_harmed(t) for t in noun.doc[noun.i + 1 : end + 3])
    shot = lemma in words("reading", "harm_verbs") or lemma in _said("hitting")
    return shot or (lemma == "leave" and left)


def _befell(verb: Token) -> bool:
    """As in "four men who had been hit by gunfire", "one of two men killed in the raid"."""
    lemma = verb.lemma_.lower()
    passive = verb.dep_ == "acl" and verb.tag_ == "VBN"
    passive = passive or any(c.dep_ == "auxpass" for c in verb.children)
    hit = lemma in words("reading", "harm_verbs") or lemma in _said("hitting") | {"hit", "strike"}
    return (passive and hit) or lemma in _said("dying")


def _clause(verb: Token) -> set[int]:
    """The clause of the verb, with the noun that it tells of where it is a relative one."""
    part = {i for i in subtree(verb) if verb.doc[i].tag_ not in ("WP", "WDT")}
    for noun in [c for c in verb.children if c.dep_ == "dobj"]:
        torn = torn_off(noun)
        part |= subtree(torn) if torn is not None else set()
    for c in verb.children:
        if c.dep_ in ("advcl", "ccomp", "parataxis") or _counts_too(c):
            part -= subtree(c)
    if verb.dep_ in ("relcl", "acl"):
        part |= set(range(verb.head.left_edge.i, verb.head.i + 1))
    return part


def _counts_too(verb: Token) -> bool:
    """As in "killed a nurse and her son and left four hurt": the second is a toll of its own."""
    return verb.dep_ == "conj" and any(
        c.dep_ in ("dobj", "nsubjpass") and any(quantity(t) for t in c.subtree)
        for c in verb.children
    )


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
        if here.dep_ == "ccomp" and here.tag_ == "VBD":
            break  # "try to find out what led to the deaths of four": it did
        if here.dep_ in ("relcl", "ROOT") or here.head == here:
            break
    last = next((t for t in reversed(word.sent) if not (t.is_space or t.is_quote)), word)
    return last.text == "?"
