"""Which documents tell of one incident: an event as news readers see it, not one proposition.

Two reports of one attack may share no claim (the one counts, the other mourns) and still are one
story. Each document is a vector of its words (what stands first and what is a name weighs more),
the places its statements lie in and the days they name; stories grow by average linkage (R. Sokal
and C. Michener, 1958), which is exact here: the mean cosine of two groups is the product of their
summed vectors over their sizes. The order of documents does not matter.
"""

from __future__ import annotations

import calendar
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush, nlargest

from twosource.ids import stable_id
from twosource.linking import when
from twosource.linking.names import fold
from twosource.linking.weights import weight
from twosource.linking.words import forms, stems
from twosource.model import Precision, Reading, Story

ALIKE = 0.2  # mean likeness from which two groups are one story
LEAD = 600  # code points at the start that count twice: news tells the main thing first
NAME = 1.5  # how much more a word with a capital weighs
PLACE = 0.1  # what one shared place adds to the likeness
DAY = 0.05  # what one shared day adds
PALE = 0.1  # what is taken off for documents published `LONG` days apart or more
LONG = 60
PRIOR = 20  # so that a ledger of a few documents tells common words too
KEYS = 24  # heaviest words by which a document meets others
FIRST = 4  # of the documents that share such a word: the earliest, and those just before it
LAST = 16
TOLD = 6  # words that say what a story is about
_FINE = frozenset({Precision.CITY, Precision.POINT, Precision.DISTRICT})
_NAMED = re.compile(r"(?<=[^.!?\n]\s)\b[^\W\d_a-z][^\W\d_]{2,}")

_DATED = frozenset(  # words of dates say when, not what
    stem
    for names in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr)
    for stem in stems(" ".join(names) + " sept today yesterday")
)

Vector = dict[str, float]


@dataclass(slots=True)
class _Group:
    """Documents that grow together: the sum of their vectors and of their days."""

    members: list[int]
    total: Vector
    days: float  # sum of ordinals of the days of publication
    dated: int
    near: set[int] = field(default_factory=set)

    def likeness(self, other: _Group) -> float:
        """Mean likeness of their pairs, paler the longer they lie apart."""
        small, large = sorted((self.total, other.total), key=len)
        dot = sum(value * large[key] for key, value in small.items() if key in large)
        mean = dot / (len(self.members) * len(other.members))
        if not self.dated or not other.dated:
            return mean
        apart = abs(self.days / self.dated - other.days / other.dated)
        return mean - PALE * min(1.0, apart / LONG)


def _counts(reading: Reading) -> Counter[str]:
    document = reading.document
    text = f"{document.title or ''}\n{document.text}"
    counts = Counter(stems(text))
    counts.update(stems(text[:LEAD]))
    return counts


def _telling(stem: str, documents: int, of: int) -> float:
    """Inverse document frequency, of a corpus joined by `PRIOR` texts of English at large."""
    elsewhere = 1 / math.expm1(weight(stem))
    return max(0.0, math.log((of + PRIOR) / (documents + PRIOR * elsewhere)))


def _words(counts: Counter[str], names: frozenset[str], idf: Mapping[str, float]) -> Vector:
    raw = {
        stem: (1 + math.log(count)) * idf[stem] * (NAME if stem in names else 1.0)
        for stem, count in counts.items()
        if idf[stem] > 0
    }
    norm = math.sqrt(math.fsum(value**2 for value in raw.values()))
    return {stem: value / norm for stem, value in raw.items()} if norm else {}


def _unit(prefix: str, found: set[str], share: float) -> Vector:
    value = math.sqrt(share / len(found)) if found else 0.0
    return {f"{prefix}:{each}": value for each in found}


def _places(reading: Reading) -> set[str]:
    return {
        fold(place.name)
        for mention in reading.mentions
        for place in mention.values.places
        if place.precision in _FINE
    }


def _days(reading: Reading) -> set[str]:
    times = (mention.values.time for mention in reading.mentions)
    return {time.start for time in times if time is not None and time.start == time.end}


def _vectors(readings: Sequence[Reading]) -> list[tuple[Vector, Vector]]:
    """Words alone, and words with places and days, for every document."""
    counts = [_counts(reading) for reading in readings]
    seen = Counter(stem for each in counts for stem in each)
    idf = {stem: _telling(stem, number, len(counts)) for stem, number in seen.items()}
    found: list[tuple[Vector, Vector]] = []
    for reading, each in zip(readings, counts, strict=True):
        text = f"{reading.document.title or ''}\n{reading.document.text}"
        names = frozenset(stem for name in _NAMED.findall(text) for stem in stems(name))
        words = _words(each, names, idf)
        values = _unit("@", _places(reading), PLACE) | _unit("=", _days(reading), DAY)
        found.append((words, words | values))
    return found


def _meetings(words: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    """Pairs worth a comparison: they share one of their heaviest words."""
    posting: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(words):
        for stem in nlargest(KEYS, vector, key=lambda s: (vector[s], s)):
            for other in {*posting[stem][:FIRST], *posting[stem][-LAST:]}:
                yield other, at
            posting[stem].append(at)


def _groups(readings: Sequence[Reading]) -> list[_Group]:
    """Every document alone, and knowing which others it may belong to."""
    vectors = _vectors(readings)
    groups: list[_Group] = []
    for at, reading in enumerate(readings):
        day = when.ordinal(when.day(reading.document))
        groups.append(_Group([at], dict(vectors[at][1]), float(day or 0), int(day is not None)))
    for one, other in _meetings([words for words, _ in vectors]):
        groups[one].near.add(other)
        groups[other].near.add(one)
    return groups


def _grown(groups: list[_Group]) -> list[_Group]:
    """Merge the most alike until none are alike enough; ties go to the earliest.

    A group keeps as neighbours only those alike enough: a mean over two groups never lies above
    both, so that no other can come near by a merge.
    """
    alive = dict(enumerate(groups))
    heap: list[tuple[float, int, int, int, int]] = []
    grown = [0] * len(groups)  # how often each has grown, to tell stale entries

    def meet(one: int, other: int) -> None:
        likeness = alive[one].likeness(alive[other])
        if likeness < ALIKE:
            alive[one].near.discard(other)
            alive[other].near.discard(one)
            return
        alive[one].near.add(other)
        alive[other].near.add(one)
        one, other = min(one, other), max(one, other)
        heappush(heap, (-round(likeness, 9), one, other, grown[one], grown[other]))

    for one, group in alive.items():
        for other in [at for at in group.near if at > one]:
            meet(one, other)
    while heap:
        _, one, other, *stamp = heappop(heap)
        if one not in alive or other not in alive or stamp != [grown[one], grown[other]]:
            continue
        into, gone = alive[one], alive.pop(other)
        _merge(into, gone)
        grown[one] += 1
        near = sorted((into.near | gone.near) - {one, other})
        for at in near:
            alive[at].near.discard(other)
        into.near.clear()
        for at in near:
            meet(one, at)
    return [alive[at] for at in sorted(alive)]


def _merge(into: _Group, gone: _Group) -> None:
    into.members.extend(gone.members)
    into.days += gone.days
    into.dated += gone.dated
    for key, value in gone.total.items():
        into.total[key] = into.total.get(key, 0.0) + value


def find_stories(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """All stories in order of their first document; every document is in exactly one."""
    once = {reading.document.id: reading for reading in readings}
    ordered = sorted(once.values(), key=lambda reading: when.order(reading.document))
    return tuple(_story(group, ordered) for group in _grown(_groups(ordered)))


def _story(group: _Group, readings: Sequence[Reading]) -> Story:
    told = [readings[at] for at in sorted(group.members)]
    spelled: dict[str, str] = {}
    shared: Counter[str] = Counter()
    for reading in told:
        found = forms(reading.document.text)
        shared.update(found.keys())
        spelled = found | spelled
    common = [
        stem
        for stem, many in shared.items()
        if many * 2 > len(told)
        and stem in group.total
        and stem not in _DATED
        and not stem.startswith("#")
    ]
    heavy = nlargest(TOLD, common, key=lambda stem: (group.total[stem], stem))
    places = Counter(place for reading in told for place in sorted(_places(reading)))
    days = sorted(day for r in told if (day := when.day(r.document)))
    return Story(
        id=stable_id("s", told[0].document.id),
        documents=tuple(reading.document.id for reading in told),
        words=tuple(spelled[stem] for stem in heavy),
        places=tuple(name for name, many in places.most_common(3) if many * 2 >= len(told)),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )
