"""How well readings agree with annotations: the corpus scorer's measures, as types.

Token and exact-span scores a role, and the soft relation score: a predicted and an annotated
attribution agree where their contents' tokens have a Dice coefficient of at least a half and their
sources share a token or are both absent; one to one, greedily by falling Dice. By class: *direct*
where at least nine tenths of the content's words stand inside quotation marks, *indirect* where
none does, *mixed* otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from twosource.learning.annotated import ROLES, Annotated
from twosource.learning.quoted import stretches
from twosource.model import Attribution, Span, Spans

CLASSES = ("direct", "mixed", "indirect")
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts behind a precision and a recall (0..1; 0 where nothing was counted).

    ``right`` are predictions that are right, ``met`` annotations that were found: one number,
    except by class, where each is counted by its own class.
    """

    right: int = 0
    predicted: int = 0
    met: int = 0
    annotated: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.predicted + other.predicted,
            self.met + other.met,
            self.annotated + other.annotated,
        )

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotations that were found."""
        return self.met / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Measures:
    """All figures: ``tokens`` and ``exact`` by role, ``relation`` by class and for ``all``."""

    documents: int
    tokens: Mapping[str, Score]
    exact: Mapping[str, Score]
    relation: Mapping[str, Score]


class Ruler:
    """A text with its tokens, against which spans are measured; ``known`` as in `Annotated`."""

    def __init__(self, text: str, known: Spans | None = None) -> None:
        self.text = text
        self.tokens = [match.span() for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in self.tokens]
        self._ends = [end for _, end in self.tokens]
        self.known = None if known is None else self.under(known)
        self.quoted = self.under(stretches(text))

    def under(self, spans: Iterable[Span]) -> frozenset[int]:
        """Numbers of the tokens that overlap the spans."""
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )

    def trimmed(self, spans: Spans) -> Spans:
        """Without outer white space; pieces with only white space between them are one."""
        found: list[Span] = []
        for start, end in sorted(spans):
            inside = self.text[start:end]
            start += len(inside) - len(inside.lstrip())
            end = start + len(inside.strip())
            if start >= end:
                continue
            if found and not self.text[found[-1][1] : start].strip():
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return tuple(found)


class Measured:
    """One attribution over a `Ruler`."""

    def __init__(self, ruler: Ruler, attribution: Attribution) -> None:
        self.ruler = ruler
        self.spans = {role: ruler.trimmed(getattr(attribution, role)) for role in ROLES}
        self.tokens = {role: ruler.under(spans) for role, spans in self.spans.items()}

    @cached_property
    def class_(self) -> str:
        """How its content stands in the text."""
        ruler = self.ruler
        content = self.tokens["content"]
        heads = {n: ruler.text[ruler.tokens[n][0]] for n in content}
        words = {n for n, head in heads.items() if head.isalnum() or head == "_"} or content
        inside = len(words & ruler.quoted)
        return "indirect" if not inside else "direct" if inside >= 0.9 * len(words) else "mixed"

    @property
    def lies_in_known(self) -> bool:
        """Has somebody looked at all of it?"""
        known = self.ruler.known
        return known is None or all(tokens <= known for tokens in self.tokens.values())


def measure(annotated: Sequence[Annotated], predicted: Sequence[Sequence[Attribution]]) -> Measures:
    """Compare predictions, one sequence a document, with annotations."""
    tokens, exact = ({role: Score() for role in ROLES} for _ in range(2))
    relation = {name: Score() for name in ("all", *CLASSES)}
    for document, found in zip(annotated, predicted, strict=True):
        ruler = Ruler(document.text, document.known)
        wanted = [Measured(ruler, a) for a in document.attributions]
        given = [m for m in (Measured(ruler, a) for a in found) if m.lies_in_known]
        for role in ROLES:
            tokens[role] += _overlap(_union(given, role), _union(wanted, role))
            spans = ({m.spans[role] for m in side if m.spans[role]} for side in (given, wanted))
            exact[role] += _overlap(*spans)
        pairs = matched(given, wanted)
        for name in relation:
            relation[name] += _of_class(name, given, wanted, pairs)
    return Measures(len(annotated), tokens, exact, relation)


def _union(side: Iterable[Measured], role: str) -> set[int]:
    return {number for m in side for number in m.tokens[role]}


def _overlap(given: set[Any], wanted: set[Any]) -> Score:
    both = len(given & wanted)
    return Score(both, len(given), both, len(wanted))


def _of_class(
    name: str,
    given: Sequence[Measured],
    wanted: Sequence[Measured],
    pairs: Sequence[tuple[int, int]],
) -> Score:
    def fits(one: Measured) -> bool:
        return name in ("all", one.class_)

    return Score(
        sum(fits(given[i]) for i, _ in pairs),
        sum(map(fits, given)),
        sum(fits(wanted[j]) for _, j in pairs),
        sum(map(fits, wanted)),
    )


def matched(given: Sequence[Measured], wanted: Sequence[Measured]) -> list[tuple[int, int]]:
    """Numbers of the predictions and annotations that agree, one to one."""
    candidates: list[tuple[float, int, int]] = []
    for i, one in enumerate(given):
        for j, other in enumerate(wanted):
            mine, theirs = one.tokens["content"], other.tokens["content"]
            both = len(mine & theirs)
            if not both or not _same_source(one, other):
                continue
            dice = 2 * both / (len(mine) + len(theirs))
            if dice >= 0.5:
                candidates.append((-dice, j, i))
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs: list[tuple[int, int]] = []
    for _, j, i in sorted(candidates):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs


def _same_source(one: Measured, other: Measured) -> bool:
    mine, theirs = one.tokens["source"], other.tokens["source"]
    return bool(mine & theirs) or (not mine and not theirs)
