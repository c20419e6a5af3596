"""A text as word pieces, each with its span and the few features an uncased encoder cannot see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]
Hints = tuple[tuple[tuple[tuple[int, int], ...], ...], ...]  # relations: spans for every role

CASES = 4  # lower, Title, UPPER, no letter
QUOTES = 3  # outside, inside, a mark itself
BREAKS = 2  # goes on, begins a paragraph
HINTS = 8  # the label that the rules give a piece, or UNHINTED where they were not asked
UNHINTED = 7

_OPEN, _CLOSE = "“„«", "”»"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one text: vocabulary ids, spans (shape ``n x 2``, code points), features."""

    ids: Ints
    spans: Ints
    case: Ints
    quote: Ints
    breaks: Ints
    starts_word: Ints  # 1 where the piece does not continue the piece before
    hint: Ints  # the rules' label, `UNHINTED` where the rules were not asked
    group: Ints  # number of the rules' relation from 1, 0 outside of all

    def __len__(self) -> int:
        return len(self.ids)


def quote_states(text: str) -> Ints:
    """0 outside, 1 inside, 2 on a double mark, for every character; marks close at a line end."""
    states = np.zeros(len(text), dtype=np.int64)
    inside = False
    for i, char in enumerate(text):
        if char == "\n":
            inside = False
        elif char in _OPEN or (char == '"' and not inside):
            inside, states[i] = True, 2
        elif char in _CLOSE or char == '"':
            inside, states[i] = False, 2
        elif inside:
            states[i] = 1
    return states


def _case(word: str) -> int:
    if word.islower():
        return 0
    if word.istitle() or (word[:1].isupper() and not word.isupper()):
        return 1
    return 2 if word.isupper() else 3


def cut(tokenizer: Tokenizer, text: str) -> Pieces:
    """Cut ``text`` into word pieces without special ones."""
    coded = tokenizer.encode(text, add_special_tokens=False)
    spans = np.array(coded.offsets, dtype=np.int64).reshape(-1, 2)
    states = quote_states(text)
    count = len(coded.ids)
    case, quote = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    breaks, starts = np.zeros(count, dtype=np.int64), np.ones(count, dtype=np.int64)
    end = -1
    for i, (a, b) in enumerate(coded.offsets):
        case[i] = _case(text[a:b])
        quote[i] = states[a] if a < len(text) else 0
        if i and a == end:
            starts[i] = int(not (text[a - 1].isalnum() and text[a : a + 1].isalnum()))
        breaks[i] = int(i == 0 or "\n" in text[max(end, 0) : a])
        end = b
    ids, group = np.array(coded.ids, dtype=np.int64), np.zeros(count, dtype=np.int64)
    return Pieces(ids, spans, case, quote, breaks, starts, np.full_like(group, UNHINTED), group)


def inside(pieces: Pieces, span: tuple[int, int]) -> range:
    """The pieces that a span of characters touches."""
    first = int(np.searchsorted(pieces.spans[:, 1], span[0], side="right"))
    return range(first, int(np.searchsorted(pieces.spans[:, 0], span[1], side="left")))


def hinted(pieces: Pieces, relations: Hints) -> Pieces:
    """The same pieces, told what the rules found: for each relation the spans of each role."""
    hint, group = np.zeros(len(pieces), dtype=np.int64), np.zeros(len(pieces), dtype=np.int64)
    for number, relation in enumerate(relations, 1):
        for role, spans in enumerate(relation):
            for span in spans:
                for k, at in enumerate(inside(pieces, span)):
                    hint[at], group[at] = 1 + 2 * role + int(k > 0), number
    return replace(pieces, hint=hint, group=group)
