"""Candidates for copying: documents that share sampled word runs or several telling words.

Runs of five words are kept where the checksum of the first two is divisible by `SAMPLE` (after U.
Manber, "Finding similar files in a large file system", 1994): two texts that share a sentence share
some of them.
A rewrite shares no run but names, figures and uncommon words, so some of these are indexed beside:
those with the lowest checksums, so that two texts sample alike. In each block a document meets
only the few just before it and, unless the block is hot, the earliest: the number of pairs grows
with the number of documents, however hot a story is. What a hot block hides is found through the
copies that it shows: their originals are candidates too.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from operator import mul
from zlib import crc32

from twosource.linking.ranks import Rank
from twosource.linking.shelf import Postings, Reach
from twosource.linking.weights import MOST, is_name, weight

RUN = 5
SAMPLE = 8
REACH = Reach(first=6, last=3, hot=24)
WORDS = 32  # telling words of a text that are indexed
WORDS_SHARED = 3  # telling words two texts share before they are compared
ALIKE = 10  # candidates that share most are looked at
_WORD = 1 << 32  # marks a block of a word; below are runs
_LOW = _WORD - 1
_FACTORS = (31, 1_009, 65_537, 2_097_593, 16_777_619)  # so that the order of words tells


@lru_cache(maxsize=200_000)
def _checksum(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=200_000)
def _telling(stem: str) -> int | None:
    """The block of a name or an uncommon word; ``None`` of any other."""
    if is_name(stem) or weight(stem) >= MOST:
        return _WORD | _checksum(stem)
    return None


def runs(text: str) -> frozenset[int]:
    """Checksums of sampled runs of `RUN` words; of all runs where the text is short."""
    one = list(map(_checksum, text.casefold().split()))
    starts = range(max(0, len(one) - RUN + 1))
    kept = [at for at in starts if not (one[at] * 31 + one[at + 1]) % SAMPLE]
    found = kept if len(kept) >= RUN else starts
    return frozenset(sum(map(mul, one[at : at + RUN], _FACTORS)) & _LOW for at in found)


def marks(text: str, bag: frozenset[str]) -> tuple[int, ...]:
    """The blocks that a document falls into; ``bag``: the stems of its text."""
    telling = sorted(mark for stem in bag if (mark := _telling(stem)) is not None)
    return (*sorted(runs(text)), *telling[:WORDS])


def touched(document: Rank, prints: Postings) -> set[Rank]:
    """The later documents that have it among those they meet."""
    return prints.after(document, prints.keys(document), REACH)


def candidates(document: Rank, prints: Postings) -> list[Rank]:
    """The earlier documents worth a look, in order of publication."""
    keys = prints.keys(document)
    shared: Counter[Rank] = Counter()
    words: Counter[Rank] = Counter()
    for key, met in zip(keys, prints.before(document, keys, REACH), strict=True):
        if met:
            (words if key & _WORD else shared).update(met)
    for other, count in words.items():
        if other in shared or count >= WORDS_SHARED:
            shared[other] += count
    most = sorted(shared, key=lambda other: (-shared[other], other))[:ALIKE]
    return sorted(most)
