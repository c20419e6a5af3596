"""Which document reprints or rewrites which: at least a third of its sentences.

The original is always the earlier document. Of several that fit, the one whose publisher or agency
the copy credits is taken, else the one that holds clearly more of it, else the earliest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.linking import when
from twosource.linking.align import Match, Sentences, align, cut, passages
from twosource.linking.prints import candidates
from twosource.linking.sourcing import names_it
from twosource.linking.weights import whole
from twosource.model import Copy, Document
from twosource.outlets import short_name

SHARE = 1 / 3  # of the sentences: the definition of ``derived_from``
REWORDED = 0.55  # likeness from which a sentence counts as taken
REWORDED_CREDITED = 0.5  # the same where the text credits the original's publisher
LEAST_SENTENCES = 2  # one like sentence alone is a coincidence or a quotation, not a copy
NEARLY_ALL = 0.6  # of a text so short that it has no two
WORTH = 0.2  # share of the words, weighted, from which an alignment is worth its time
TRIED = 6  # possible originals that are aligned
CLEARLY = 0.08  # difference of reuse that decides between two originals


@dataclass(frozen=True, slots=True)
class _Fit:
    """One possible original."""

    original: int
    matches: tuple[Match, ...]
    reuse: float
    depth: float  # mean likeness over all sentences
    credited: str  # the name by which the copy credits it, "" where it does not


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


def _fit(
    at: int,
    other: int,
    documents: Sequence[Document],
    cuts: Sequence[Sentences],
) -> _Fit | None:
    matches = align(cuts[at], cuts[other])
    if not matches:
        return None
    credited = _credit(documents[at], documents[other])
    bar = REWORDED_CREDITED if credited else REWORDED
    taken = tuple(match for match in matches if match.score >= bar)
    reuse = len(taken) / len(matches)
    enough = len(taken) >= LEAST_SENTENCES or credited or reuse >= NEARLY_ALL
    if reuse < SHARE - 1e-9 or not enough:
        return None
    depth = sum(match.score for match in matches) / len(matches)
    return _Fit(other, taken, reuse, depth, credited)


def _best(fits: Sequence[_Fit]) -> _Fit:
    credited = [fit for fit in fits if fit.credited]
    pool = credited or list(fits)
    most = max(fit.depth for fit in pool)
    near = [fit for fit in pool if fit.depth >= most - CLEARLY]
    return min(near, key=lambda fit: fit.original)


def _why(copy: Document, original: Document, fit: _Fit, total: int) -> str:
    literal = sum(match.score == 1.0 for match in fit.matches)
    line = f"{len(fit.matches)} of {total} sentences stand in the earlier text"
    line += f", {literal} word for word"
    if copy.key == original.key:
        return line + "; a later version of the same publication"
    return line + (f"; it credits {fit.credited}" if fit.credited else "; no credit seen")


def _worth(at: int, others: Sequence[int], bags: Sequence[frozenset[str]]) -> list[int]:
    """The few earlier texts that hold most of this one's words, earliest first among equals."""
    all_of_it = whole(bags[at])
    shares = (
        [(whole(bags[at] & bags[other]) / all_of_it, other) for other in others]
        if all_of_it
        else []
    )
    likely = sorted((-round(share, 2), other) for share, other in shares if share >= WORTH)
    return [other for _, other in likely[:TRIED]]


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """All copies, in order of publication; the order of ``documents`` does not matter."""
    ordered = sorted(documents, key=lambda d: (when.moment(d), -len(d.text), d.id))
    cuts = [cut(document.text) for document in ordered]
    bags = [each.whole for each in cuts]
    found: list[Copy] = []
    for at, others in sorted(candidates([d.text for d in ordered], bags).items()):
        fits = [
            fit
            for other in _worth(at, others, bags)
            if (fit := _fit(at, other, ordered, cuts)) is not None
        ]
        if not fits:
            continue
        best = _best(fits)
        copy, original = ordered[at], ordered[best.original]
        total = round(len(best.matches) / best.reuse)
        why = _why(copy, original, best, total)
        reuse = round(best.reuse, 4)
        found.append(Copy(copy.id, original.id, reuse, passages(best.matches), why))
    return tuple(found)
