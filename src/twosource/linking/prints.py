"""Candidates for copying: documents that share sampled word runs or several telling words.

Runs of five words are kept where the checksums of the first two end in the same bits (`SAMPLE`;
after U. Manber, "Finding similar files in a large file system", 1994): two texts that share a
sentence share some of them.
A rewrite shares no run but names, figures and uncommon words, so some of these are indexed beside:
those with the lowest checksums, so that two texts sample alike. In each block a document meets
only the few just before it and, unless the block is hot, the earliest: the number of pairs grows
with the number of documents, however hot a story is. What a hot block hides is found through the
copies that it shows: their originals are candidates too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from zlib import crc32

import numpy as np

from twosource.linking.ranks import Rank
from twosource.linking.shelf import Postings, Reach
from twosource.linking.terms import Bag, telling

RUN = 5
SAMPLE = 7  # the bits: one run of eight is kept
REACH = Reach(first=6, last=3, hot=24)
WORDS = 32  # telling words of a text that are indexed
WORDS_SHARED = 3  # telling words two texts share before they are compared
ALIKE = 10  # candidates that share most are looked at
_WORD = 1 << 32  # marks a block of a word; below, and before it, are runs
_FACTORS = np.array((31, 1_009, 65_537, 2_097_593, 16_777_619), np.uint64)  # order tells
_NEXT = np.arange(RUN)


def runs(pieces: Sequence[bytes]) -> frozenset[int]:
    """Checksums of sampled runs of `RUN` words; of all runs where the text is short."""
    one = np.fromiter(map(crc32, pieces), np.uint64, len(pieces))
    starts = max(0, len(one) - RUN + 1)
    at = np.flatnonzero(((one[:starts] ^ one[1 : starts + 1]) & SAMPLE) == 0)
    if len(at) < RUN:
        at = np.arange(starts)
    found = one[at[:, None] + _NEXT] @ _FACTORS & (_WORD - 1)
    return frozenset(found.tolist())


def marks(pieces: Sequence[bytes], bag: Bag) -> tuple[int, ...]:
    """The blocks that a document falls into, by its text in pieces and the words in these."""
    return (*sorted(runs(pieces)), *(_WORD | word for word in telling(bag, WORDS)))


def touched(document: Rank, keys: Sequence[int], prints: Postings) -> set[Rank]:
    """The later documents that have it among those they meet while it is in the blocks ``keys``."""
    return prints.after(document, keys, REACH)


def candidates(document: Rank, prints: Postings) -> list[Rank]:
    """The earlier documents worth a look, in order of publication."""
    keys = prints.keys(document)
    met = prints.before(document, keys, REACH)
    first = bisect_left(keys, _WORD)
    shared = Counter(chain.from_iterable(met[:first]))
    words = Counter(chain.from_iterable(met[first:]))
    for other, count in words.items():
        if other in shared or count >= WORDS_SHARED:
            shared[other] += count
    if len(shared) <= ALIKE:
        return sorted(shared)
    most = sorted(shared, key=lambda other: (-shared[other], other))[:ALIKE]
    return sorted(most)
