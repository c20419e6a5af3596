"""Where a source stands in the sentence, and which phrases may name somebody."""

from __future__ import annotations

from bisect import bisect_right
from itertools import zip_longest

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from twosource.lexicon import table
from twosource.model import Attribution, Span
from twosource.reading.nouns import org_class, role_of
from twosource.reading.states import state_named

Range = tuple[int, int]
_LOCATIVE = frozenset(
    ["in", "at", "near", "over", "around", "outside", "through", "across", "towards", "along"]
)
SOURCE, NAMED, WEAK, TOLD = range(4)  # a source, another name, a description, "told her"
_LONG = 24  # tokens a noun phrase with its appositions is followed at most


class Tokens:
    """Character offsets to token indices."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [t.idx for t in doc]

    def range(self, span: Span) -> tuple[int, int]:
        """First token and one past the last that the span touches."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        last = bisect_right(self._starts, max(span[0], span[1] - 1))
        return first, last


def sources(tokens: Tokens, attribution: Attribution) -> list[Range]:
    """The token ranges that name the source; where the reader gave none, the cue's subject."""
    spans = [s for s in attribution.source if s[1] > s[0]]
    places = [tokens.range(s) for s in spans]
    if len(places) == 1:
        places = [_speaker(tokens.doc, places[0])]
    ranges = [_with_apposition(tokens.doc, *at) for at in places]
    if ranges or not attribution.cue:
        return ranges
    doc = tokens.doc
    first, last = tokens.range(attribution.cue[0])
    cue = doc[first:last]
    for token in sorted(cue, key=lambda t: (t.i != cue.root.i, t.i)):
        subject = subject_of(token)
        if subject is not None and (subject.pos_ == "PRON" or _actorlike(subject, 1)):
            return [phrase_range(subject)]
    root = doc[first].sent.root
    subject = subject_of(root)
    if doc[first].tag_ == "VBG" and subject is not None:  # "reports X, suggesting Y"
        return [phrase_range(subject)]
    return []


def _speaker(doc: Doc, at: Range) -> Range:
    """Who speaks, where a reader took the means or the hearer: "said by telephone"."""
    head = doc[at[0] : at[1]].root
    if head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.head.pos_ == "VERB":
        verb = head.head.head
        active = [c for c in verb.children if c.dep_ == "nsubj"] if not passive(verb) else []
        return phrase_range(active[0]) if active else at
    told = head.dep_ == "dobj" and head.i > head.head.i
    if told and table("reading", "relays").get(head.head.lemma_) == "tells":
        return _before(doc, head.head.i) or at
    return at


def _before(doc: Doc, cue: int) -> Range | None:
    """The person named just before the reporting word, commas around: "…, Ann Or, told us"."""
    if cue < 2 or doc[cue - 1].text != ",":
        return None
    token, best = doc[cue - 2], None
    while token.head.i < token.i and token.sent.start == doc[cue].sent.start:
        if token.ent_type_ == "PERSON" or role_of(token.text) is not None:
            best = token
        token = token.head
    return (best.left_edge.i, cue - 1) if best is not None else None


def _with_apposition(doc: Doc, start: int, end: int) -> Range:
    """Take in the name that follows a description: "the prime minister | , Ann Or"."""
    head = doc[start:end].root
    for child in head.children:
        if child.dep_ == "appos" and end <= child.left_edge.i <= end + 1 and child.i < end + 8:
            return start, child.i + 1
    return start, end


def subject_of(token: Token) -> Token | None:
    """Who does what this word says: subject, agent, owner, or object of "according to"."""
    for child in token.children:
        if child.dep_ in ("nsubj", "nsubjpass") and not passive(token):
            return child
        if child.dep_ == "poss" and token.pos_ == "NOUN":
            return child
        if child.dep_ == "agent" or (token.pos_ == "NOUN" and child.text in ("by", "from")):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "pobj" and token.text.casefold() in ("to", "per", "by"):
            return child
    if token.dep_ in ("conj", "xcomp", "advcl") and token.head != token:
        return subject_of(token.head)
    if token.dep_ in ("acl", "relcl") and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return token.head
    return None


def phrase_range(head: Token) -> Range:
    """The noun phrase of a head with its appositions, relative clauses left out."""
    end = min(head.right_edge.i + 1, head.i + _LONG)
    for child in head.children:
        if child.i > head.i and child.dep_ in ("cc", "relcl"):
            end = min(end, child.left_edge.i)
    return head.left_edge.i, max(end, head.i + 1)


def _core_end(doc: Doc, start: int, end: int) -> int:
    """Where a clause about the source begins: "an officer | quoted by the agency"."""
    head = doc[start:end].root
    clauses = [c.left_edge.i for c in head.children if c.dep_ in ("relcl", "acl") and c.i > head.i]
    return min(end, *clauses) if clauses else end


def events(doc: Doc, sources: list[list[Range]], quotes: list[Range]) -> list[tuple[int, int, int]]:
    """Start, sort and end of every phrase that may name somebody, in text order."""
    ranges = {r for some in sources for r in some}
    passed = {t for a, b in ranges for t in range(a, _core_end(doc, a, b))}
    passed |= {t for a, b in quotes for t in range(a, b)}
    relays = table("reading", "relays")
    events = [(a, SOURCE, b) for a, b in ranges]
    chunks = list(doc.noun_chunks)
    for chunk, after in zip_longest(chunks, chunks[1:]):
        head = chunk.root
        if head.i in passed or _place(head):
            continue
        if head.pos_ == "PRON" and head.dep_ in ("dobj", "dative"):
            if head.head.lemma_ in relays:
                events.append((head.i, TOLD, head.i + 1))
            continue
        if _actorlike(head, chunk.end - chunk.start):
            start, end = phrase_range(head)
            if after is not None and _called(chunk, after):
                end = max(end, after.end)
                passed.update(range(after.start, after.end))
            events.append((min(start, chunk.start), NAMED, end))
            continue
        if head.pos_ == "NOUN" and doc[chunk.start].lower_ == "the":
            events.append((chunk.start, WEAK, chunk.end))
        whose = (t for t in chunk if t.dep_ == "compound" and t.ent_type_ == "ORG")
        events += [(t.i, NAMED, t.i + 1) for t in whose if t.is_upper and len(t) > 1]  # NATO planes
    return sorted(events)


def _called(chunk: DocSpan, name: DocSpan) -> bool:
    """Is it the name of what stands right before it: "the state news agency | SANA"?"""
    beside = name.start == chunk.end and chunk.root.pos_ == "NOUN" and org_class(chunk.root.text)
    return bool(beside) and all(
        t.pos_ == "PROPN" and t.ent_type_ not in ("DATE", "TIME") for t in name
    )


def says(head: Token) -> bool:
    """Is the noun made the subject of saying, not a means ("by telephone") or a time?"""
    if head.ent_type_ in ("DATE", "TIME", "GPE", "LOC", "FAC") or head.pos_ == "PRON":
        return False
    return head.dep_ == "nsubj" or (head.dep_ == "pobj" and head.head.lower_ == "to")


def _place(head: Token) -> bool:
    """Is the noun where something happens rather than who does it?"""
    if head.pos_ != "PROPN" or org_class(head.text):
        return False
    where = head.dep_ == "pobj" and head.head.lower_ in _LOCATIVE
    unstated = state_named(head.text) is None
    return unstated and (where or head.ent_type_ in ("GPE", "LOC", "FAC"))


def passive(token: Token) -> bool:
    """Is the verb passive?"""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)


def _actorlike(head: Token, length: int) -> bool:
    """Can a noun chunk with this head name somebody?"""
    if head.pos_ == "PROPN" or (head.ent_type_ == "ORG" and head.text.isupper()):
        return head.ent_type_ not in ("DATE", "TIME", "MONEY", "CARDINAL")
    if head.pos_ != "NOUN" or length > 12:
        return False
    both = head.doc[max(0, head.i - 1) : head.i + 1].text  # "harbour master"
    return any(role_of(name) or org_class(name) for name in (head.text, both))
