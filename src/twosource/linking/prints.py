"""Candidates for copying: documents that share sampled word runs or several telling words.

Runs of five words are kept where their checksum is divisible by `SAMPLE` (U. Manber, "Finding
similar files in a large file system", 1994): two texts that share a sentence share some of them.
A rewrite shares no run but names, figures and uncommon words, so some of these are indexed beside:
those with the lowest checksums, so that two texts sample alike. In each block a document meets
only the earliest `FIRST` and the `LAST` just before it, so that the number of pairs grows with the
number of documents, however hot a story is.
"""

from __future__ import annotations

from collections import Counter
from zlib import crc32

from twosource.linking.ranks import Rank
from twosource.linking.shelf import Postings
from twosource.linking.weights import MOST, is_name, weight
from twosource.linking.words import tokens

RUN = 5
SAMPLE = 4
FIRST = 6
LAST = 3
WORDS = 64  # telling words of a text that are indexed
WORDS_SHARED = 3  # telling words two texts share before they are compared
ALIKE = 24  # candidates that share most are looked at
_WORD = 1 << 32  # marks a block of a word; below are runs


def _checksum(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


def runs(text: str) -> frozenset[int]:
    """Checksums of sampled runs of `RUN` words; of all runs where the text is short."""
    words = tokens(text)
    found = [
        _checksum(" ".join(words[at : at + RUN])) for at in range(max(0, len(words) - RUN + 1))
    ]
    kept = frozenset(x for x in found if x % SAMPLE == 0)
    return kept if len(kept) >= RUN else frozenset(found)


def marks(text: str, bag: frozenset[str]) -> tuple[int, ...]:
    """The blocks that a document falls into; ``bag``: the stems of its text."""
    telling = sorted(_checksum(stem) for stem in bag if is_name(stem) or weight(stem) >= MOST)
    return (*sorted(runs(text)), *(_WORD | checksum for checksum in telling[:WORDS]))


def touched(document: Rank, prints: Postings) -> set[Rank]:
    """The later documents that have it among those they meet."""
    return prints.after(document, prints.keys(document), FIRST, LAST)


def candidates(document: Rank, prints: Postings) -> list[Rank]:
    """The earlier documents worth a look, in order of publication."""
    keys = prints.keys(document)
    shared: Counter[Rank] = Counter()
    words: Counter[Rank] = Counter()
    for key, met in zip(keys, prints.before(document, keys, FIRST, LAST), strict=True):
        (words if key & _WORD else shared).update(met)
    for other, count in words.items():
        if other in shared or count >= WORDS_SHARED:
            shared[other] += count
    most = sorted(shared, key=lambda other: (-shared[other], other))[:ALIKE]
    return sorted(most)
