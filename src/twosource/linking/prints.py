"""Candidates for copying: documents that share sampled word runs or several rare words.

Runs of five words are kept where their checksum is divisible by `SAMPLE` (U. Manber, "Finding
similar files in a large file system", 1994): two texts that share a sentence share some of them.
A rewrite shares no run but names and figures, so rare words are indexed beside. In each posting
list a document meets only the earliest `FIRST` and the `LAST` just before it, so that the number
of pairs grows with the number of documents, however hot a story is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from zlib import crc32

from twosource.linking.words import tokens

RUN = 5
SAMPLE = 4
FIRST = 6
LAST = 3
RARE_SHARED = 3  # rare words two texts share before they are compared
RARE_LIMIT = 40  # documents a word may stand in and still be rare


def runs(text: str) -> frozenset[int]:
    """Checksums of sampled runs of `RUN` words; of all runs where the text is short."""
    words = tokens(text)
    found = [
        crc32(" ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass"))
        for at in range(max(0, len(words) - RUN + 1))
    ]
    kept = frozenset(x for x in found if x % SAMPLE == 0)
    return kept if len(kept) >= RUN else frozenset(found)


def _meet(posting: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs ``(later, earlier)`` of one posting list in order of publication."""
    for at, later in enumerate(posting):
        for earlier in posting[: min(at, FIRST)]:
            yield later, earlier
        for earlier in posting[max(FIRST, at - LAST) : at]:
            yield later, earlier


def candidates(texts: Sequence[str], bags: Sequence[frozenset[str]]) -> dict[int, tuple[int, ...]]:
    """For each text (in order of publication) the earlier texts worth an alignment."""
    by_run: dict[int, list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, (text, bag) in enumerate(zip(texts, bags, strict=True)):
        for run in runs(text):
            by_run[run].append(at)
        for word in bag:
            by_word[word].append(at)
    found: dict[int, set[int]] = defaultdict(set)
    for posting in by_run.values():
        for later, earlier in _meet(posting):
            found[later].add(earlier)
    shared: Counter[tuple[int, int]] = Counter()
    for posting in by_word.values():
        if 1 < len(posting) <= RARE_LIMIT:
            shared.update(_meet(posting))
    for (later, earlier), count in shared.items():
        if count >= RARE_SHARED:
            found[later].add(earlier)
    return {later: tuple(sorted(earlier)) for later, earlier in found.items()}
