"""What a rule hands back, and the text it works on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from twosource.model import Attribution, Quote, Span, Spans
from twosource.reading.layout import heads
from twosource.reading.parsed import Parsed
from twosource.reading.transcripts import speeches

Construction = tuple[set[int], str] | None  # the content's tokens and the construction's name


@dataclass(slots=True)
class Found:
    """One attribution relation as token sets; ``extra``: numbers of the quotations it takes in.

    ``at`` is the token of the cue (verb, noun or preposition), by which later rules find it.
    """

    content: set[int]
    cue: set[int]
    source: set[int]
    rule: str
    at: int
    extra: list[int] = field(default_factory=list)


class Scene:
    """A parsed text with its quotations looked up by token."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.doc: Doc = parsed.doc
        self.text = parsed.text
        self.quotes: Spans = parsed.quotes
        self.quote_of: list[int] = [-1] * len(self.doc)
        self.quote_tokens: list[list[int]] = [[] for _ in self.quotes]
        self.head_tokens = self._heads()
        at = 0
        for token in self.doc:
            while at < len(self.quotes) and self.quotes[at][1] <= token.idx:
                at += 1
            if at < len(self.quotes) and token.idx + len(token.text) > self.quotes[at][0]:
                self.quote_of[token.i] = at
                self.quote_tokens[at].append(token.i)

    def _heads(self) -> set[int]:
        """Tokens of datelines, bullets and labels, which belong to no content and no source."""
        found: set[int] = set()
        for start, end in heads(self.text, self.parsed.paragraphs):
            piece = self.doc.char_span(start, end, alignment_mode="contract")
            if piece is not None:
                found.update(range(piece.start, piece.end))
        return found

    @cached_property
    def talk(self) -> bool:
        """Is it a transcript, where labels tell who speaks?"""
        return bool(speeches(self.text, self.parsed.paragraphs))

    def quoted(self, i: int) -> bool:
        """Does the token stand within a quotation of more than one word?"""
        quote = self.quote_of[i]
        if quote < 0:
            return False
        return sum(self.doc[t].is_alpha for t in self.quote_tokens[quote][:6]) > 1


def merge(text: str, pieces: list[Span]) -> Spans:
    """Sorted spans; overlapping ones, and those with only white space between, joined."""
    merged: list[Span] = []
    for start, end in sorted(pieces):
        if end <= start:
            continue
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def quote_type(scene: Scene, content: Spans) -> Quote:
    """Direct where nearly all words stand in quotation marks, indirect where none does."""
    inside = total = 0
    for start, end in content:
        span = scene.doc.char_span(start, end, alignment_mode="expand")
        for token in span if span is not None else ():
            if token.is_alpha or token.like_num:
                total += 1
                inside += scene.quote_of[token.i] >= 0
    if not total or not inside:
        return Quote.INDIRECT
    return Quote.DIRECT if inside >= 0.9 * total else Quote.MIXED


def attribution(scene: Scene, content: Spans, cue: Spans, source: Spans, rule: str) -> Attribution:
    """The finished relation; the quotation type is read off the content."""
    return Attribution(content, cue, source, quote_type(scene, content), None, None, rule)


def substantial(scene: Scene, content: set[int]) -> bool:
    """Does the content say anything? Pronouns and function words alone do not."""
    words = [scene.doc[i] for i in content]
    return any(t.pos_ in _LEXICAL and t.lower_ not in _EMPTY for t in words)


_LEXICAL = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "X", "AUX", "INTJ"})
_EMPTY = frozenset({"other", "others", "more", "then", "there", "here", "too", "also"})
