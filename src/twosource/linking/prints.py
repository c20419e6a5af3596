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

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from zlib import crc32

from twosource.linking.ranks import Rank
from twosource.linking.shelf import Postings, Reach
from twosource.linking.weights import MOST, is_name, weight

RUN = 5
SAMPLE = 7  # the bits: one run of eight is kept
REACH = Reach(first=6, last=3, hot=24)
WORDS = 32  # telling words of a text that are indexed
WORDS_SHARED = 3  # telling words two texts share before they are compared
ALIKE = 10  # candidates that share most are looked at
REMEMBERED = 200_000  # stems whose block is known
_WORD = 1 << 32  # marks a block of a word; below are runs
_LOW = _WORD - 1


class _Telling(dict[str, int]):
    """The block of a name or an uncommon word; 0 of any other."""

    def __missing__(self, stem: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        block = 0
        if is_name(stem) or weight(stem) >= MOST:
            block = _WORD | crc32(stem.encode("utf-8", "surrogatepass"))
        self[stem] = block
        return block


_telling = _Telling()


def runs(text: str) -> frozenset[int]:
    """Checksums of sampled runs of `RUN` words; of all runs where the text is short."""
    folded = text.casefold()
    if not folded.isascii():  # bytes are split at ASCII spaces alone
        folded = " ".join(folded.split())
    one = list(map(crc32, folded.encode("utf-8", "surrogatepass").split()))
    starts: Sequence[int] = range(max(0, len(one) - RUN + 1))
    kept = [at for at, (a, b) in zip(starts, pairwise(one), strict=False) if not (a ^ b) & SAMPLE]
    found: set[int] = set()
    for at in kept if len(kept) >= RUN else starts:
        a, b, c, d, e = one[at : at + RUN]  # factors, so that the order of words tells
        found.add((a * 31 + b * 1_009 + c * 65_537 + d * 2_097_593 + e * 16_777_619) & _LOW)
    return frozenset(found)


def marks(text: str, bag: frozenset[str]) -> tuple[int, ...]:
    """The blocks that a document falls into; ``bag``: the stems of its text."""
    telling = sorted(filter(None, map(_telling.__getitem__, bag)))
    return (*sorted(runs(text)), *telling[:WORDS])


def touched(document: Rank, prints: Postings) -> set[Rank]:
    """The later documents that have it among those they meet."""
    return prints.after(document, prints.keys(document), REACH)


def candidates(document: Rank, prints: Postings) -> list[Rank]:
    """The earlier documents worth a look, in order of publication."""
    keys = prints.keys(document)
    blocks = list(zip(keys, prints.before(document, keys, REACH), strict=True))
    shared = Counter(chain.from_iterable(met for key, met in blocks if key < _WORD))
    words = Counter(chain.from_iterable(met for key, met in blocks if key >= _WORD))
    for other, count in words.items():
        if other in shared or count >= WORDS_SHARED:
            shared[other] += count
    if len(shared) <= ALIKE:
        return sorted(shared)
    most = sorted(shared, key=lambda other: (-shared[other], other))[:ALIKE]
    return sorted(most)
