"""The proof of a copy: which sentences of one text stand, literally or reworded, in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rapidfuzz import fuzz

from twosource.linking.terms import Bag, Said, bag, names, numbers, pieces, said, whole
from twosource.linking.words import sentences
from twosource.model import Passage, Span, Spans

LITERAL = 85.0  # rapidfuzz ratio, 0..100, from which a sentence counts as word for word
MAY_BE_LITERAL = 0.4  # likeness from which a letter-by-letter comparison is worth its time
TRIED = 3  # sentences there, of most words in common, that are compared
LEAST_WORDS = 3  # shorter sentences ("He agreed.") prove nothing either way


class Sentences:
    """A text and its sentences; each view of it is made when it is first asked for.

    Most texts are only ever asked for their words: they are never cut.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def pieces(self) -> Sequence[bytes]:
        """What stands between its spaces."""
        return pieces(self.text)

    @cached_property
    def said(self) -> Sequence[Said]:
        """The content words of each piece."""
        return said(self.pieces)

    @cached_property
    def whole(self) -> Bag:
        """All content words of the text."""
        return bag(self.said)

    @cached_property
    def spans(self) -> Spans:
        """Its sentences."""
        return sentences(self.text)

    @cached_property
    def bags(self) -> Sequence[Bag]:
        """The content words of each sentence."""
        found: list[Bag] = []
        first = 0
        for start, end in self.spans:  # they leave out nothing but spaces
            after = first + len(self.text[start:end].split())
            found.append(bag(self.said[first:after]))
            first = after
        return found

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """The weight of each sentence."""
        return tuple(map(whole, self.bags))

    @cached_property
    def particular(self) -> Bag:
        """Its names, which are written with a capital somewhere, and its numbers."""
        written = zip(self.text.split(), self.said, strict=True)
        capitals = bag(words for piece, words in written if not piece.islower())
        return names(capitals) | numbers(self.whole)

    @cached_property
    def telling(self) -> Sequence[int]:
        """Sentences of at least `LEAST_WORDS` content words: those that are compared."""
        return [at for at, words in enumerate(self.bags) if len(words) >= LEAST_WORDS]

    @cached_property
    def different(self) -> Sequence[int]:
        """The last of each of these, however often it is said: again it proves nothing more."""
        return list({self.text[slice(*self.spans[at])]: at for at in self.telling}.values())

    @cached_property
    def index(self) -> Mapping[int, tuple[int, ...]]:
        """The sentences in which a word stands."""
        found: dict[int, tuple[int, ...]] = {}
        for at, words in enumerate(self.bags):
            here = (at,)
            for word in words:
                found[word] = found[word] + here if word in found else here
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


def may_share(here: Sentences, there: Sentences, share: float) -> bool:
    """False where less than ``share`` of what is said can be `MAY_BE_LITERAL`, or more, alike.

    A sentence has no more in common with one sentence there than with all of them.
    """
    least = share * len(here.different)
    everything, literal = there.whole, there.literal
    found = 0
    for at in here.different:
        if found >= least:
            break
        if here.text[slice(*here.spans[at])] in literal:
            found += 1
        else:
            found += whole(here.bags[at] & everything) > MAY_BE_LITERAL * here.weights[at]
    return found >= least


def _likeness(here: Sentences, at: int, there: Sentences, other: int) -> float:
    """Weighted share of ``here`` found in ``there``, held down where ``there`` says far more."""
    shared = whole(here.bags[at] & there.bags[other])
    if not shared:
        return 0.0
    of_here = shared / here.weights[at]
    if of_here <= MAY_BE_LITERAL:
        return of_here
    return min(of_here, 0.5 + shared / there.weights[other])


def _of_another(here: Sentences, at: int, there: Sentences, other: int) -> bool:
    """Do two sentences tell of different things, however alike their wording?

    Each has more names and numbers of its own than the two share: "Schools in Velin stay shut" is
    not taken from "Schools in Orm stay shut".
    """
    one, two = here.bags[at], there.bags[other]
    mine, theirs = here.particular & one, there.particular & two
    shared = len(mine & theirs)
    return len(mine - two) > shared and len(theirs - one) > shared


def _best(here: Sentences, at: int, there: Sentences) -> Match:
    """The best counterpart of one sentence."""
    span = here.spans[at]
    written = here.text[slice(*span)]
    if (exact := there.literal.get(written)) is not None:
        return Match(span, there.spans[exact], 1.0)
    index = there.index
    votes = Counter(chain.from_iterable(index[word] for word in here.bags[at] if word in index))
    best = Match(span, (0, 0), 0.0)
    most = sorted(sorted(votes), key=votes.__getitem__, reverse=True)  # of equals the first
    for other in most[:TRIED]:
        score = _likeness(here, at, there, other)
        place = there.spans[other]
        if score > MAY_BE_LITERAL:
            if _of_another(here, at, there, other):
                continue
            ratio = fuzz.ratio(written, there.text[slice(*place)])
            score = 1.0 if ratio >= LITERAL else min(score, 0.99)
        if score > best.score:
            best = Match(span, place, score)
    return best


def align(here: Sentences, there: Sentences) -> tuple[Match, ...]:
    """The best counterpart of every sentence that tells enough to be compared."""
    return tuple(_best(here, at, there) for at in here.telling)


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
