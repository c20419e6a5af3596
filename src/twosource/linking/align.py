"""The proof of a copy: which sentences of one text stand, literally or reworded, in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rapidfuzz import fuzz

from twosource.linking.weights import whole
from twosource.linking.words import bag, sentences
from twosource.model import Passage, Span, Spans

LITERAL = 85.0  # rapidfuzz ratio, 0..100, from which a sentence counts as word for word
MAY_BE_LITERAL = 0.4  # likeness from which a letter-by-letter comparison is worth its time
TRIED = 3  # sentences there, of most words in common, that are compared
LEAST_STEMS = 3  # shorter sentences ("He agreed.") prove nothing either way


class Sentences:
    """A text and its sentences; each view of it is made when it is first asked for.

    Most texts are only ever asked for their words: they are never cut.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def whole(self) -> frozenset[str]:
        """All content stems of the text."""
        return bag(self.text)

    @cached_property
    def spans(self) -> Spans:
        """Its sentences."""
        return sentences(self.text)

    @cached_property
    def bags(self) -> tuple[frozenset[str], ...]:
        """The content stems of each sentence."""
        return tuple(bag(self.text[start:end]) for start, end in self.spans)

    @cached_property
    def index(self) -> Mapping[str, Sequence[int]]:
        """The sentences in which a stem stands."""
        found: dict[str, list[int]] = {}
        for at, stems in enumerate(self.bags):
            for stem in stems:
                found.setdefault(stem, []).append(at)
        return found

    @cached_property
    def literal(self) -> Mapping[str, int]:
        """Sentence as written to its number."""
        return {self.text[start:end]: at for at, (start, end) in enumerate(self.spans)}


@dataclass(frozen=True, slots=True)
class Match:
    """One sentence here with its best counterpart there; ``score`` 0..1, 1 = word for word."""

    here: Span
    there: Span
    score: float


def cut(text: str) -> Sentences:
    """Prepare a text for alignment."""
    return Sentences(text)


def _likeness(here: frozenset[str], there: frozenset[str]) -> float:
    """Weighted share of ``here`` found in ``there``, held down where ``there`` says far more."""
    shared = whole(here & there)
    if not shared:
        return 0.0
    of_here = shared / whole(here)
    if of_here <= MAY_BE_LITERAL:
        return of_here
    of_there = shared / whole(there)
    return min(of_here, 0.5 + of_there)


def _best(here: Sentences, at: int, there: Sentences) -> Match:
    """The best counterpart of one sentence."""
    span, stems = here.spans[at], here.bags[at]
    words = here.text[slice(*span)]
    if (exact := there.literal.get(words)) is not None:
        return Match(span, there.spans[exact], 1.0)
    index = there.index
    votes = Counter(chain.from_iterable(index[stem] for stem in stems if stem in index))
    best = Match(span, (0, 0), 0.0)
    for other in sorted(votes, key=lambda at: (-votes[at], at))[:TRIED]:
        score = _likeness(stems, there.bags[other])
        place = there.spans[other]
        if score > MAY_BE_LITERAL:
            ratio = fuzz.ratio(words, there.text[slice(*place)])
            score = 1.0 if ratio >= LITERAL else min(score, 0.99)
        if score > best.score:
            best = Match(span, place, score)
    return best


def align(here: Sentences, there: Sentences) -> tuple[Match, ...]:
    """The best counterpart of every sentence that has at least `LEAST_STEMS` content stems."""
    return tuple(
        _best(here, at, there) for at, stems in enumerate(here.bags) if len(stems) >= LEAST_STEMS
    )


def passages(matches: Sequence[Match]) -> tuple[Passage, ...]:
    """Matched sentences as passages; neighbours here and there grow together."""
    grown: list[Passage] = []
    for match in sorted(matches, key=lambda m: m.here):
        if grown:
            last = grown[-1]
            follows = 0 <= match.here[0] - last.here[1] <= 3
            if follows and 0 <= match.there[0] - last.there[1] <= 3:
                here = (last.here[0], match.here[1])
                grown[-1] = Passage(here, (last.there[0], match.there[1]))
                continue
        grown.append(Passage(match.here, match.there))
    return tuple(grown)
