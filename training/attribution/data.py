"""Annotated articles as rows of word pieces with labels and links."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from training.attribution.pieces import Ints, Pieces, cut

ROLES = ("content", "source", "cue")
LABELS = ("O", *(f"{mark}-{role}" for role in ROLES for mark in "BI"))
IGNORED = -100


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


def vary(article: Article, rng: random.Random) -> Article:
    """The same article in another house style; lengths and so all spans stay as they are."""
    text = article.text
    chance = rng.random()
    if chance < 0.15:
        text = text.replace("“", '"').replace("”", '"')
    elif chance < 0.25:
        text = text.replace("“", "«").replace("”", "»")
    elif chance < 0.40:
        for mark in '“”"«»':
            text = text.replace(mark, " ")
    if rng.random() < 0.05:
        lines = [s.upper() if rng.random() < 0.3 else s for s in text.split("\n")]
        upper = "\n".join(lines)
        text = upper if len(upper) == len(text) else text
    return Article(article.name, text, article.attributions)


def row(tokenizer: Tokenizer, article: Article) -> Row:
    """Label every piece; all pieces of one attribution link to its first cue piece."""
    pieces = cut(tokenizer, article.text)
    labels = np.zeros(len(pieces), dtype=np.int64)
    link = np.full(len(pieces), IGNORED, dtype=np.int64)
    starts, ends = pieces.spans[:, 0], pieces.spans[:, 1]

    def inside(span: tuple[int, int]) -> range:
        first = int(np.searchsorted(ends, span[0], side="right"))
        return range(first, int(np.searchsorted(starts, span[1], side="left")))

    for attribution in article.attributions:
        anchor = attribution["cue"] or attribution["content"]
        if not anchor or not len(inside(anchor[0])):
            continue
        hook = inside(anchor[0])[0]
        for number, role in enumerate(ROLES):
            for span in attribution[role]:
                for k, at in enumerate(inside(span)):
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
