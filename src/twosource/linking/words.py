"""What a stretch of text says, in normalised words, and where its sentences end.

Words are case-folded, function words dropped, numbers written one way ("1,450" and "Eighteen"
become ``#1450`` and ``#18``), synonyms of reporting mapped to one concept, and English endings cut
by a light suffix stemmer (after D. Harman, "How effective is suffixing?", JASIS 42, 1991).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from twosource import lexicon
from twosource.model import Span, Spans

_TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
_END = re.compile(  # the first sign alone is looked for: this is far faster than two branches
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9ÀÝА-Я]))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Maj|Capt|St|Sen|Rep|Gov|Prof|No|vs|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.\s+$"
)
_CONTRACTED = re.compile(r"'(?:s|ll|ve|re|m|d)$")
_LEAST = 3  # letters a stem keeps


@cache
def _concepts() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in lexicon.rows("linking", "concepts"):
        for form in row[1].split():
            table.setdefault(form, row[0])
    return table


def _stem(word: str) -> str:
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("ly", "")):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)] + instead
            break
    else:
        if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _LEAST:
            word = word[:-1]
    if len(word) > _LEAST + 1 and word.endswith("e"):
        word = word[:-1]
    return word


@lru_cache(maxsize=200_000)
def _normal(token: str) -> str:
    """One token's stem, ``""`` where it says nothing."""
    if token[0].isdigit():
        plain = token.replace(",", "").rstrip(".")
        return "#" + (plain[:-2] if plain.endswith(".0") else plain)
    word = token.casefold().replace("’", "'")
    if word.endswith("n't"):
        return ""  # an auxiliary
    word = _CONTRACTED.sub("", word)
    number = lexicon.table("linking", "numbers").get(word)
    if number:
        return "#" + number
    if word in lexicon.words("linking", "stopwords") or len(word) < 2:
        return ""
    return _concepts().get(word) or _stem(word)


def stems(text: str) -> tuple[str, ...]:
    """The content stems of a text in order, repeats kept."""
    return tuple(stem for token in _TOKEN.findall(text) if (stem := _normal(token)))


def forms(text: str) -> dict[str, str]:
    """Every content stem of a text with the form, case-folded, in which it first stands."""
    found: dict[str, str] = {}
    for token in _TOKEN.findall(text):
        if stem := _normal(token):
            found.setdefault(stem, token.casefold())
    return found


def tokens(text: str) -> tuple[str, ...]:
    """All words and numbers, case-folded, in order."""
    return tuple(map(str.casefold, _TOKEN.findall(text)))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return None
    start += piece.index(kept)
    return start, start + len(kept)


def sentences(text: str) -> Spans:
    """Sentence spans in order; a line end always ends one. Titles and initials do not."""
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match.group() and _ABBREVIATION.search(text, start, match.end()):
            continue
        if span := _trimmed(text, start, match.end()):
            found.append(span)
        start = match.end()
    if span := _trimmed(text, start, len(text)):
        found.append(span)
    return tuple(found)
