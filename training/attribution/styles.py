"""The same annotated articles in other house styles, with their spans moved along."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from twosource.learning.annotated import Annotated
from twosource.model import Spans

SEED = 11
NOISE = 0.01  # share of letters that a scan misreads
CONFUSED = {"rn": "m", "m": "rn", "cl": "d", "li": "h", "e": "c", "l": "1", "o": "0", "i": "l",
            "n": "u", "h": "b", "s": "5", "a": "o", "t": "f", "g": "q"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement."""

    start: int
    end: int
    text: str


Style = Callable[[str], Iterable[Edit]]


def edited(document: Annotated, edits: Iterable[Edit]) -> Annotated:
    """Apply edits that do not overlap; a span that ends inside one takes all of it."""
    made, starts, ends = [], [], []
    at = size = 0
    for edit in sorted(edits, key=lambda e: e.start):
        made += [document.text[at : edit.start], edit.text]
        kept = edit.start - at
        starts += [*range(size, size + kept), *[size + kept] * (edit.end - edit.start)]
        after = size + kept + len(edit.text)
        ends += [*range(size + 1, size + kept + 1), *[after] * (edit.end - edit.start)]
        at, size = edit.end, after
    rest = len(document.text) - at
    starts += range(size, size + rest)
    ends += range(size + 1, size + rest + 1)

    def moved(spans: Spans) -> Spans:
        placed = ((starts[a], ends[b - 1]) for a, b in spans)
        return tuple(span for span in placed if span[0] < span[1])

    return replace(
        document,
        text="".join((*made, document.text[at:])),
        attributions=tuple(
            replace(a, content=moved(a.content), source=moved(a.source), cue=moved(a.cue))
            for a in document.attributions
        ),
    )


def _exchanged(pairs: dict[str, str]) -> Style:
    def style(text: str) -> Iterable[Edit]:
        return (Edit(i, i + 1, pairs[c]) for i, c in enumerate(text) if c in pairs)

    return style


def headlines(text: str) -> Iterable[Edit]:
    """Short lines without an end mark in capitals."""
    for match in re.finditer(r"[^\n]+", text):
        line = match.group().rstrip()
        if len(line) < 120 and not line.endswith((".", "!", "?", "”", '"', ":")):
            yield Edit(match.start(), match.end(), match.group().upper())


def scanned(text: str) -> Iterable[Edit]:
    """One letter in a hundred misread, by the confusions that scans show."""
    rng, at = random.Random(f"{SEED} {len(text)}"), 0
    while at < len(text):
        pair = text[at : at + 2] if text[at : at + 2] in CONFUSED else text[at]
        if pair in CONFUSED and rng.random() < NOISE / 0.75:  # three letters in four can be
            yield Edit(at, at + len(pair), CONFUSED[pair])
            at += len(pair)
        else:
            at += 1


BRITISH = {
    r"([.,])”": r"’\1", "“": "‘", "”": "’", r"\b(Mr|Mrs|Ms|Dr)\.": r"\1",
    r"\bpercent\b": "per cent", r"(?<=[a-z]{3})iz(?=(e|es|ed|ing|ation)\b)": "is",
    r"\b(col|fav|lab|hon|neighb)or(?=(s|ed|ing|ite)?\b)": r"\1our", r"\bcenter": "centre",
    r"\bdefense\b": "defence", r"\bprogram\b": "programme", r"\bU\.S\.": "US",
    r"\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. (\d{1,2})\b": r"\2 \1", "—": " – ",
}  # fmt: skip


def british(text: str) -> Iterable[Edit]:
    """Single quotation marks, points and commas outside of them, British spellings and titles."""
    taken = bytearray(len(text))
    for pattern, put in BRITISH.items():
        for match in re.finditer(pattern, text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * len(match.group())
                yield Edit(match.start(), match.end(), match.expand(put))


STYLES: dict[str, Style] = {
    "as printed (American, curly marks)": lambda text: (),
    "straight quotation marks": _exchanged(dict.fromkeys("“”", '"')),
    "guillemets": _exchanged({"“": "«", "”": "»"}),
    "no quotation marks": _exchanged(dict.fromkeys('“”"«»„', "")),
    "headlines in capitals": headlines,
    "1 % of the letters misread": scanned,
    "British style": british,
}
