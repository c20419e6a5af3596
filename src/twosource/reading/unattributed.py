"""Factual statements that nobody is credited with, and speeches of a transcript.

Precision first: a clause counts where its writer asserts an event, a figure or a state that could
be checked. Questions, commands, hypotheses, judgements and caveats ("could not be verified") do
not. In a transcript the label of the turn is the source and the words are direct speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from twosource.lexicon import words
from twosource.model import Attribution, Quote, Spans
from twosource.reading.cover import Cover
from twosource.reading.floor import floor
from twosource.reading.layout import heads
from twosource.reading.parsed import Parsed
from twosource.reading.splitting import clauses, quantity, sentences, split, tokens_in
from twosource.reading.syntax import SUBJECTS, child, ordinal, spans, subtree
from twosource.reading.transcripts import Speech

_SUBORDINATE = frozenset({"while", "although", "though", "whereas", "as", "after"})
_HYPOTHESIS = frozenset({"could", "might", "may", "would", "should", "must", "can", "ought"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "ORG", "PERSON", "PRODUCT"})
_ONE = frozenset({"a", "an", "another"})
_PERSONAL = frozenset({"i", "you", "my", "your"})
TURN = "turn"  # the rule of what is said by whoever has the floor
_HEADLINE = 16  # words: a longer line without a verb is no headline


def unattributed(parsed: Parsed, relations: Sequence[Attribution]) -> list[Attribution]:
    """Statements in the writer's own voice with an event, a figure or a state to check."""
    doc = parsed.doc
    turns = floor(parsed)
    covered, cues = _taken(parsed, relations, turns)
    speakers = _speakers(parsed, turns)
    found: list[Attribution] = []
    for sentence in doc.sents:
        for part in _candidates(sentence, covered, cues):
            turn = speakers.get(part[0])
            if not (checkable(doc, part) or (turn is not None and _spoken(doc, part))):
                continue
            found += _statements(parsed, part, turn)
    return found


def _statements(parsed: Parsed, part: list[int], turn: Speech | None) -> Iterator[Attribution]:
    content = spans(parsed.doc, part)
    if not content:
        return
    label = turn.speaker if turn is not None else (0, 0)
    source: Spans = (label,) if label[0] < label[1] else ()
    quote = Quote.DIRECT if turn is not None else Quote.NONE
    rule = TURN if turn is not None else "unattributed"
    for piece in split(parsed, content, quoted=turn is not None):
        yield Attribution(piece, (), source, quote, None, None, rule)


def _taken(
    parsed: Parsed, relations: Sequence[Attribution], turns: Sequence[Speech]
) -> tuple[set[int], set[int]]:
    """Tokens of any relation (and of line heads), and those of cues alone."""
    covered: set[int] = set()
    cues: set[int] = set()
    for relation in relations:
        cue = tokens_in(parsed.doc, relation.cue)
        cues.update(cue)
        covered.update(cue, tokens_in(parsed.doc, (*relation.content, *relation.source)))
    covered.update(tokens_in(parsed.doc, heads(parsed.text, parsed.paragraphs)))
    said = Cover(speech.body for speech in turns)
    covered.update(tokens_in(parsed.doc, tuple(q for q in parsed.quotes if not said.touches((q,)))))
    return covered, cues


def _speakers(parsed: Parsed, turns: Sequence[Speech]) -> dict[int, Speech]:
    found: dict[int, Speech] = {}
    for speech in turns:
        if speech.house:
            continue
        for i in tokens_in(parsed.doc, (speech.body,)):
            found[i] = speech
    return found


def _candidates(sentence: DocSpan, covered: set[int], cues: set[int]) -> Iterator[list[int]]:
    """Clauses of a sentence that hold no word of reporting."""
    doc = sentence.doc
    tokens = [t.i for t in sentence if not t.is_space]
    if not tokens or any(t.text == "?" for t in sentence[-2:]):
        return
    for part in sentences(doc, tokens):
        for clause in clauses(doc, part):
            subordinate = list(_subordinate(doc, clause))
            inner = {i for s in subordinate for i in (s[0] - 1, *s)}
            main = [i for i in clause if i not in inner and i not in covered]
            if _whole(clause, inner, covered) and not any(
                i in cues for i in clause if i not in inner
            ):
                yield main
            for each in subordinate:
                if not covered & set(each):
                    yield each


def _whole(clause: list[int], inner: set[int], covered: set[int]) -> bool:
    """Is at least three quarters of the clause in the writer's own voice?"""
    own = [i for i in clause if i not in inner]
    return bool(own) and sum(i in covered for i in own) <= 0.25 * len(own)


def _subordinate(doc: Doc, clause: list[int]) -> Iterator[list[int]]:
    """Adverbial clauses that assert something of their own ("while figures remain classified")."""
    inside = set(clause)
    for i in clause:
        mark = child(doc[i], "mark")
        if doc[i].dep_ != "advcl" or mark is None or mark.lower_ not in _SUBORDINATE:
            continue
        if child(doc[i], *SUBJECTS) is not None:
            tree = subtree(doc[i]) & inside
            yield [k for k in sorted(tree) if k > mark.i]


def _predicate(doc: Doc, part: list[int]) -> Token | None:
    inside = set(part)
    tops = [doc[i] for i in part if doc[i].head.i not in inside or doc[i].dep_ == "ROOT"]
    return next((t for t in tops if t.pos_ in ("VERB", "AUX")), None)


def checkable(doc: Doc, part: list[int]) -> bool:
    """Does the clause assert an event, a figure or a state?"""
    verb = _predicate(doc, part)
    tokens = [doc[i] for i in part]
    if verb is None or _ordinal(child(verb, *SUBJECTS)):
        return _headline(doc, part)
    if not _asserted(verb) or not any(t.is_alpha for t in tokens):
        return False
    counted = any(quantity(t) for t in tokens)
    named = any(t.ent_type_ in _PLACES for t in tokens)
    lacking = verb.tag_ == "VBG" and verb.lower_ in words("reading", "state_words")  # "are missing"
    if lacking or verb.lemma_ in ("be", "remain", "stay", "lie", "stand"):
        state = any(t.lower_ in words("reading", "state_words") for t in tokens)
        return counted or (state and (named or verb.lemma_ != "be"))
    ours = child(verb, "nsubj")
    if counted and ours is not None and ours.lower_ == "we":
        return True  # the writer's own data: "A week ago we had 44"
    particle = child(verb, "prt")  # "carried out"
    deed = [verb.lemma_.lower(), *([particle.lower_] if particle is not None else [])]
    event = not words("reading", "event_verbs").isdisjoint((deed[0], " ".join(deed)))
    return (event and (named or counted or _passive_or_plural(verb))) or (counted and named)


def _ordinal(subject: Token | None) -> bool:
    """Is it a bare one, as in "First confirmed deployment", whose participle parses as a verb?"""
    return subject is not None and not list(subject.children) and ordinal(subject)


def _passive_or_plural(verb: Token) -> bool:
    """Something was done, or a group did it: an event even where nobody is named."""
    who = child(verb, "nsubj", "nsubjpass")
    if who is None and verb.lemma_.lower() in words("reading", "harm_verbs"):
        return child(verb, "dobj") is not None  # "… and injured a third"
    if who is not None and (who.lower_ == "another" or (who.tag_ == "PRP" and _killed_one(verb))):
        return True
    if who is None or len(list(who.subtree)) < 2:
        return False
    return who.pos_ == "NOUN" or ordinal(who)  # "a third was killed"


def _killed_one(verb: Token) -> bool:
    """As in "He also shot and killed a man": his victim is counted, whoever he is."""
    deeds = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.i == verb.i + 2)]
    harms = (d for d in deeds if d.lemma_.lower() in words("reading", "harm_verbs"))
    whom = (child(d, "dobj") for d in harms)
    return any(w is not None and any(c.lower_ in _ONE for c in w.children) for w in whom)


def _asserted(verb: Token) -> bool:
    """A plain statement: it has a subject, is no hypothesis, denial of comment or first person."""
    who = child(verb, *SUBJECTS)
    if who is None:
        return verb.dep_ == "conj"
    if any(t.lower_ in _PERSONAL for t in who.subtree) or who.dep_ == "expl":
        return False
    for c in verb.children:
        if c.lower_ in _HYPOTHESIS and c.dep_ == "aux":
            return False
    family = {verb.lemma_.lower(), *(c.lemma_.lower() for c in verb.children)}
    return not family & words("reading", "verification_words")


def _headline(doc: Doc, part: list[int]) -> bool:
    """A line without a verb that names an event."""
    tokens = [doc[i] for i in part]
    alone = doc[part[0]].is_sent_start or part[0] == 0 or doc[part[0] - 1].is_punct
    if not alone or not 3 <= sum(t.is_alpha for t in tokens) <= _HEADLINE:
        return False
    named = any(t.ent_type_ in _PLACES for t in tokens)
    return named and any(t.lemma_.lower() in words("reading", "event_nouns") for t in tokens)


def _spoken(doc: Doc, part: list[int]) -> bool:
    """In a transcript: a sentence with a subject or a figure."""
    verb = _predicate(doc, part)
    if verb is not None and child(verb, *SUBJECTS) is None and verb.dep_ != "conj":
        return False
    counted = any(quantity(doc[i]) for i in part)
    return counted or (verb is not None and _asserted(verb) and len(part) > 4)
