"""Copies at scale, ``python -m bench.copies [DOCUMENTS]``, beside datasketch's MinHashLSH.

Invented news in English words: stories of Zipf size, told by independent reports that share names
and figures but no sentence, with planted copies of six sorts. Right is a document whose original
is found, or another copy of it. Both see the same texts in the same run and on one processor.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random

from twosource import lexicon
from twosource.linking.copies import find_copies
from twosource.model import Document

SIZE = 100_000
START = datetime(2031, 1, 1)
SHARE = 0.3  # of the documents that are copies
PERMUTATIONS = 128
THRESHOLD = 0.3  # Jaccard of five-word runs, about the third of the sentences that makes a copy
_HEADS = ("Ba", "De", "Gor", "Ha", "Ile", "Ka", "Lu", "Mar", "No", "Or", "Pel", "Ri", "So", "Tu")
_TAILS = ("dan", "grad", "ka", "len", "mir", "nov", "pol", "ra", "sk", "tov", "vets", "zha")
_GLUE = (
    *("the", "of", "and", "to", "in", "that", "was", "on", "with", "for", "by", "from", "at"),
    *("as", "were", "had", "been", "after", "near", "said"),
)

Found = dict[str, str]  # copy to original, by document id


@dataclass(slots=True)
class Planted:
    """Documents in order of publication, the family of each, and the sort of every copy."""

    documents: list[Document] = field(default_factory=list)
    family: dict[str, str] = field(default_factory=dict)
    sort: dict[str, str] = field(default_factory=dict)


class _Writer:
    """Sentences of English words by their frequency, with the names of a story."""

    def __init__(self, random: Random) -> None:
        rows = [row for row in lexicon.rows("linking", "frequencies") if int(row[0]) >= 14]
        self._words = [word for _, line in rows for word in line.split()]
        shares = [2.0 ** (-(int(band) - 14) / 2) for band, line in rows for _ in line.split()]
        self._shares = list(accumulate(shares))
        self._random = random

    def name(self) -> str:
        return "".join(map(self._random.choice, (_HEADS, _TAILS))) + self._random.choice(_TAILS)

    def words(self, many: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._shares, k=many)

    def sentence(self, cast: Sequence[str]) -> str:
        random = self._random
        told = self.words(random.randint(7, 14))
        told += random.choices(_GLUE, k=len(told) // 2 + 2)
        random.shuffle(told)
        for name in random.sample(cast, random.randint(0, 2)):
            told.insert(random.randrange(len(told)), name)
        return " ".join(told).capitalize() + "."


def _reprint(text: list[str], random: Random, write: _Writer, cast: list[str]) -> list[str]:
    return text


def _cut(text: list[str], random: Random, write: _Writer, cast: list[str]) -> list[str]:
    return text[: max(2, round(len(text) * random.uniform(0.4, 0.7)))]


def _reordered(text: list[str], random: Random, write: _Writer, cast: list[str]) -> list[str]:
    return random.sample(text, len(text))


def _rewritten(text: list[str], random: Random, write: _Writer, cast: list[str]) -> list[str]:
    """Every sentence turned round at the middle, a third of its words replaced."""
    told = []
    for sentence in text:
        words = sentence.rstrip(".").split()
        half = len(words) // 2
        words = words[half:] + words[:half]
        for at, word in enumerate(words):
            if word not in cast and random.random() < 1 / 3:
                words[at] = write.words(1)[0]
        told.append(" ".join(words) + ".")
    return told


def _quoted(text: list[str], random: Random, write: _Writer, cast: list[str]) -> list[str]:
    """Some of its sentences among sentences of the copier's own, two of five at least."""
    taken = random.sample(text, max(3, len(text) // 2))
    told = taken + [write.sentence(cast) for _ in range(len(taken))]
    random.shuffle(told)
    return told


def _stripped(text: list[str], random: Random, write: _Writer, cast: list[str]) -> list[str]:
    """Dateline and end note away, a word or two changed in a few sentences."""
    told = [text[0].split(" - ", 1)[-1], *text[1:]]
    for at in random.sample(range(len(told)), 2):
        words = told[at].split()
        words[random.randrange(len(words))] = write.words(1)[0]
        told[at] = " ".join(words)
    return told


SORTS: dict[str, Callable[[list[str], Random, _Writer, list[str]], list[str]]] = {
    "reprint": _reprint,
    "cut": _cut,
    "reordered": _reordered,
    "rewritten": _rewritten,
    "partial quote": _quoted,
    "byline stripped": _stripped,
}


def corpus(size: int, seed: int = 5) -> Planted:
    """A corpus of ``size`` documents, the same for the same seed."""
    random = Random(seed)
    write = _Writer(random)
    made = Planted()
    while len(made.documents) < size:
        _story(made, size, random, write)
    return made


def _story(made: Planted, size: int, random: Random, write: _Writer) -> None:
    cast = [write.name() for _ in range(5)] + [str(random.randint(11, 9999)) for _ in range(3)]
    told: list[tuple[str, list[str]]] = []
    begun = START + timedelta(minutes=random.randrange(1_000_000))
    many = min(size - len(made.documents), max(1, round(random.paretovariate(1.1))), 400)
    for at in range(many):
        name = f"d{len(made.documents)}"
        sort = random.choice(tuple(SORTS)) if told and random.random() < SHARE * 1.4 else ""
        if sort:
            source, text = random.choice(told)
            text = SORTS[sort](list(text), random, write, cast)
            made.sort[name] = sort
            made.family[name] = made.family[source]
        else:
            text = [write.sentence(cast) for _ in range(random.randint(7, 14))]
            text[0] = f"{cast[0].upper()}, March 3 (Wire) - {text[0]}"
            made.family[name] = name
            told.append((name, text))
        moment = (begun + timedelta(minutes=17 * at)).isoformat()
        words = "\n\n".join(text)
        made.documents.append(Document(name, name, words, name, published_at=moment))


def ours(documents: Sequence[Document]) -> Found:
    """What `twosource` finds."""
    return {copy.document: copy.original for copy in find_copies(documents)}


def _shingles(text: str) -> Iterator[bytes]:
    words = text.casefold().split()
    for at in range(max(1, len(words) - 4)):
        yield " ".join(words[at : at + 5]).encode()


def minhash(documents: Sequence[Document]) -> Found:
    """The most alike earlier document that MinHashLSH finds."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    known: dict[str, MinHash] = {}
    found: Found = {}
    for document in sorted(documents, key=lambda d: (d.published_at or "", d.id)):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(list(_shingles(document.text)))
        likely = [(sketch.jaccard(known[name]), name) for name in index.query(sketch)]
        best = max(likely, default=(0.0, ""))
        if best[0] >= THRESHOLD:
            found[document.id] = best[1]
        index.insert(document.id, sketch)
        known[document.id] = sketch
    return found


def scored(made: Planted, found: Found) -> dict[str, float]:
    """Precision, recall, F1, and recall of every sort."""
    right = {c for c, o in found.items() if c in made.sort and made.family[c] == made.family[o]}
    precision = len(right) / max(1, len(found))
    recall = len(right) / max(1, len(made.sort))
    rows = {"precision": precision, "recall": recall}
    rows["F1"] = 2 * precision * recall / (precision + recall) if right else 0.0
    whole, hit = Counter(made.sort.values()), Counter(made.sort[name] for name in right)
    return rows | {f"recall, {sort}": hit[sort] / whole[sort] for sort in SORTS if whole[sort]}


def rows(size: int) -> dict[str, float]:
    """What `twosource` reaches, and how far above MinHashLSH: for the floors."""
    made = corpus(size)
    reached = scored(made, ours(made.documents))
    beside = scored(made, minhash(made.documents))
    return reached | {"F1 above MinHashLSH's": reached["F1"] - beside["F1"]}


def main(wanted: Sequence[str]) -> int:
    """Print both, with processor seconds."""
    made = corpus(int(wanted[0]) if wanted else SIZE)
    print(f"{len(made.documents)} documents, {len(made.sort)} copies")
    for name, finder in (("twosource", ours), ("MinHashLSH", minhash)):
        began = time.process_time()
        found = finder(made.documents)
        seconds = time.process_time() - began
        reached = scored(made, found)
        print(f"{name}: {seconds:.1f} s  " + "  ".join(f"{k} {x:.3f}" for k, x in reached.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
