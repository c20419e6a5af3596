"""Annotated articles as rows of word pieces with labels and links."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from twosource.reading.tagger.pieces import Hints, Ints, Pieces, cut, hinted, inside

ROLES = ("content", "source", "cue")
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
IGNORED = -100
HELD_OUT = 21  # every so many articles one is never trained on: settings are chosen on those
UNTOLD = 0.2  # how often training hides the rules' hints, so that the tagger also works alone
MARKS = '“”„«»"'


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its attributions: each a tuple of spans per role."""

    name: str
    text: str
    attributions: tuple[dict[str, tuple[tuple[int, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One article as pieces; ``link`` is the piece its attribution hangs on, or `IGNORED`."""

    pieces: Pieces
    labels: Ints
    link: Ints


def held_out(articles: Sequence[Article], *, out: bool) -> list[Article]:
    """The articles kept for choosing settings, or all the others."""
    return [a for n, a in enumerate(articles) if (n % HELD_OUT == HELD_OUT - 1) is out]


def load(path: Path) -> list[Article]:
    """Read the JSON Lines of an annotated corpus, gzipped or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [
        Article(
            d["doc"],
            d["text"],
            tuple(
                {r: tuple((s, e) for s, e in a.get(r) or ()) for r in ROLES}
                for a in d["attributions"]
            ),
        )
        for d in map(json.loads, text.split("\n")[:-1])
    ]


CONFUSED = {"e": "c", "l": "1", "o": "0", "i": "l", "n": "u", "h": "b", "s": "5", "a": "o"}


def vary(article: Article, rng: random.Random) -> tuple[Article, bool]:
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
    return Article(article.name, text, article.attributions), shown


def load_hints(path: Path) -> dict[str, Hints]:
    """What the rules found, by article, as `hints` wrote it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return dict(map(json.loads, lines))


def row(tokenizer: Tokenizer, article: Article, hints: Hints | None = None) -> Row:
    """Label every piece; all pieces of one attribution link to its first cue piece."""
    pieces = cut(tokenizer, article.text)
    if hints is not None:
        pieces = hinted(pieces, hints)
    labels = np.zeros(len(pieces), dtype=np.int64)
    link = np.full(len(pieces), IGNORED, dtype=np.int64)
    for attribution in article.attributions:
        anchor = attribution["cue"] or attribution["content"]
        if not anchor or not len(inside(pieces, anchor[0])):
            continue
        hook = inside(pieces, anchor[0])[0]
        for number, role in enumerate(ROLES):
            for span in attribution[role]:
                for k, at in enumerate(inside(pieces, span)):
                    labels[at] = 1 + 2 * number + int(k > 0)
                    link[at] = hook
    return Row(pieces, labels, link)


def windows(rows: list[Row], room: int, rng: random.Random) -> Iterator[tuple[Row, int, int]]:
    """Cut rows into stretches of ``room`` pieces, from another offset each time, shuffled."""
    cuts: list[tuple[Row, int, int]] = []
    for item in rows:
        count = len(item.pieces)
        first = rng.randrange(room // 2, room + 1) if count > room else room
        edges = [0, *range(first, count, room), count]
        cuts += [(item, a, b) for a, b in pairwise(edges) if b - a > 4]
    rng.shuffle(cuts)
    yield from cuts
