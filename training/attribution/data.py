"""The annotated articles: which are trained on, and how they are varied."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from twosource.learning.annotated import Annotated
from twosource.learning.formats import corpus
from twosource.reading.tagger.pieces import Hints

HELD_OUT = 21  # every so many articles one is never trained on: settings are chosen on those
UNTOLD = 0.2  # how often training hides the rules' hints, so that the tagger also works alone
MARKS = '“”„«»"'
CONFUSED = {"e": "c", "l": "1", "o": "0", "i": "l", "n": "u", "h": "b", "s": "5", "a": "o"}


def held_out(articles: Sequence[Annotated], *, out: bool) -> list[Annotated]:
    """The articles kept for choosing settings, or all the others."""
    return [a for n, a in enumerate(articles) if (n % HELD_OUT == HELD_OUT - 1) is out]


def load(path: Path) -> list[Annotated]:
    """Read the JSON Lines of an annotated corpus, gzipped or not."""
    return corpus.read(path.read_bytes(), path.name)


def load_hints(path: Path) -> dict[str, Hints]:
    """What the rules found, by article, as `hints` wrote it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return dict(map(json.loads, lines))


def vary(article: Annotated, rng: random.Random) -> tuple[Annotated, bool]:
    """The same article in another house style; lengths and so all spans stay as they are.

    Also returns whether what the rules found in the article as printed may be shown beside it.
    """
    text, shown = article.text, rng.random() >= UNTOLD
    chance = rng.random()
    if chance < 0.15:
        text = text.replace("“", '"').replace("”", '"')
    elif chance < 0.25:
        text = text.replace("“", "«").replace("”", "»")
    elif chance < 0.43:
        text, shown = "".join(" " if char in MARKS else char for char in text), False
    if rng.random() < 0.05:
        lines = [s.upper() if rng.random() < 0.3 else s for s in text.split("\n")]
        upper = "\n".join(lines)
        if len(upper) == len(text):
            text, shown = upper, False
    if rng.random() < 0.06:  # as scanned
        noisy = (CONFUSED.get(c, c) if rng.random() < 0.02 else c for c in text)
        text, shown = "".join(noisy), False
    return replace(article, text=text), shown
