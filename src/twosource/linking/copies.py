"""Which document reprints or rewrites which: at least a third of its sentences.

The original is always the earlier document. Of several that fit, the one whose publisher or agency
the copy credits is taken, else the one that holds clearly more of it, else the earliest.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.linking.align import Match, Sentences, align, cut, may_share, passages
from twosource.linking.memory import Memory
from twosource.linking.prints import candidates, marks
from twosource.linking.ranks import Rank, document_rank
from twosource.linking.shelf import Shelf
from twosource.linking.sourcing import names_it
from twosource.linking.terms import whole
from twosource.model import Copy, Document
from twosource.outlets import short_name

SHARE = 1 / 3  # of the sentences: the definition of ``derived_from``
REWORDED = 0.55  # likeness from which a sentence counts as taken
REWORDED_CREDITED = 0.5  # the same where the text credits the original's publisher
LEAST_SENTENCES = 2  # one like sentence alone is a coincidence or a quotation, not a copy
NEARLY_ALL = 0.6  # of a text so short that it has no two
WORTH = 0.2  # share of the words, weighted, from which an alignment is worth its time
TRIED = 6  # possible originals that are aligned
REMEMBERED = 2_000  # texts that are kept cut into sentences
CLEARLY = 0.08  # difference of reuse that decides between two originals


@dataclass(frozen=True, slots=True)
class _Text:
    """A document on its rank, cut into sentences."""

    rank: Rank
    document: Document
    cut: Sentences


@dataclass(frozen=True, slots=True)
class _Fit:
    """One possible original."""

    original: _Text
    matches: tuple[Match, ...]
    taken: int  # different sentences
    literal: int  # of them, word for word
    total: int  # different sentences of the copy
    depth: float  # mean likeness over them
    credited: str  # the name by which the copy credits it, "" where it does not

    @property
    def reuse(self) -> float:
        """The share that was taken."""
        return self.taken / self.total


def _credit(copy: Document, original: Document) -> str:
    """The name of the original's publisher or agency where the copy credits it."""
    if original.url and original.url in copy.cites:
        return original.url
    own = short_name(copy.publisher or "").casefold()
    for name in (original.publisher, original.agency):
        if not name or short_name(name).casefold() == own or len(name) < 3:
            continue
        if copy.agency and copy.agency.casefold() in name.casefold():
            return name
        if names_it(copy.text, name):
            return name
    return ""


def _fit(here: _Text, there: _Text, credited: str) -> _Fit | None:
    if not may_share(here.cut, there.cut, SHARE - 1e-9):
        return None
    matches = align(here.cut, there.cut)
    if not matches:
        return None
    bar = REWORDED_CREDITED if credited else REWORDED
    scores = {here.document.text[slice(*match.here)]: match.score for match in matches}
    taken = sum(score >= bar for score in scores.values())
    reuse = taken / len(scores)
    enough = taken >= LEAST_SENTENCES or credited or reuse >= NEARLY_ALL
    if reuse < SHARE - 1e-9 or not enough:
        return None
    literal = sum(score == 1.0 for score in scores.values())
    depth = sum(scores.values()) / len(scores)
    shown = tuple(match for match in matches if match.score >= bar)
    return _Fit(there, shown, taken, literal, len(scores), depth, credited)


def _fits(text: _Text, others: Sequence[_Text]) -> list[_Fit]:
    """The texts that fit, but for those that `_best` could not take beside the others."""
    credits = [(_credit(text.document, other.document), other) for other in others]
    fits: list[_Fit] = []
    sure = False  # it is taken, however deep what follows is
    for credited, other in sorted(credits, key=lambda one: (not one[0], one[1].rank)):
        if sure or (fits and fits[0].credited and not credited):
            break
        fit = _fit(text, other, credited)
        if fit is not None:
            earlier_may_win = any(before.depth >= fit.depth - CLEARLY for before in fits)
            sure = fit.depth >= 1.0 - CLEARLY and not earlier_may_win
            fits.append(fit)
    return fits


def _best(fits: Sequence[_Fit]) -> _Fit:
    credited = [fit for fit in fits if fit.credited]
    pool = credited or list(fits)
    most = max(fit.depth for fit in pool)
    near = [fit for fit in pool if fit.depth >= most - CLEARLY]
    return min(near, key=lambda fit: fit.original.rank)


def _why(copy: Document, original: Document, fit: _Fit) -> str:
    line = f"{fit.taken} of {fit.total} sentences stand in the earlier text"
    line += f", {fit.literal} word for word"
    if copy.key == original.key:
        return line + "; a later version of the same publication"
    return line + (f"; it credits {fit.credited}" if fit.credited else "; no credit seen")


def _worth(text: _Text, others: Sequence[_Text]) -> list[_Text]:
    """The few earlier texts that hold most of this one's words, earliest first among equals."""
    bag = text.cut.whole
    all_of_it = whole(bag)
    if not all_of_it:
        return []
    shares = [(whole(bag & other.cut.whole) / all_of_it, other) for other in others]
    likely = [(-round(share, 2), other.rank, other) for share, other in shares if share >= WORTH]
    return [other for _, _, other in sorted(likely, key=lambda found: found[:2])[:TRIED]]


class Finder:
    """Finds the original of one document after another."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._texts: OrderedDict[Rank, _Text] = OrderedDict()

    def _text(self, rank: Rank) -> _Text:
        known = self._texts.get(rank)
        if known is not None:
            self._texts.move_to_end(rank)  # the last used stand last
            return known
        document = self._shelf.document(rank)
        known = self._texts[rank] = _Text(rank, document, cut(document.text))
        if len(self._texts) > REMEMBERED:
            self._texts.popitem(last=False)
        return known

    def marks(self, rank: Rank) -> tuple[int, ...]:
        """The blocks that a document on the shelf falls into."""
        text = self._text(rank)
        return marks(text.cut.pieces, text.cut.whole)

    def others(self, rank: Rank) -> list[Rank]:
        """The earlier documents that are compared with it."""
        others = candidates(rank, self._shelf.prints)
        return sorted({*others, *self._shelf.originals(others)})

    def copy(self, rank: Rank, others: Sequence[Rank]) -> Copy | None:
        """Which of the ``others`` a document is a copy of, ``None`` where of none."""
        if not others:
            return None
        text = self._text(rank)
        fits = _fits(text, _worth(text, [self._text(other) for other in others]))
        if not fits:
            return None
        best = _best(fits)
        copy, original = text.document, best.original.document
        why = _why(copy, original, best)
        return Copy(copy.id, original.id, round(best.reuse, 4), passages(best.matches), why)


def find_copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """All copies, in order of publication; the order of ``documents`` does not matter."""
    shelf = Memory()
    finder = Finder(shelf)
    ranked = {document_rank(document): document for document in documents}
    for rank, document in sorted(ranked.items()):
        shelf.add(document, rank, ())
        shelf.prints.put(rank, finder.marks(rank))
        shelf.put_copy(rank, finder.copy(rank, finder.others(rank)))
    return shelf.links.copies
