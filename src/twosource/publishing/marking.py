"""Marks in a text: overlapping and nested spans cut into runs that nest in nothing.

Each run knows every mention whose content covers it, the shortest last: that one gives the colour,
and the reader can ask for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Protocol

from twosource.model import Span, Spans


class Role(IntEnum):
    """What a span is to its mention."""

    CONTENT = 0
    SOURCE = 1
    CUE = 2
    LOADED = 3


class Marked(Protocol):
    """What can be marked in a text: a mention, or something else that stands on words."""

    @property
    def content(self) -> Spans:
        """The words it is about."""
        ...

    @property
    def source(self) -> Spans:
        """The words that name who is credited."""
        ...

    @property
    def cue(self) -> Spans:
        """The words that credit."""
        ...

    @property
    def loaded(self) -> Spans:
        """The words that judge."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be marked, without more."""

    content: Spans
    source: Spans = ()
    cue: Spans = ()
    loaded: Spans = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks throughout.

    ``mentions`` are indices into the list that was marked; ``opens`` those whose content begins
    here; ``copied`` the number of the copied passage that covers it, ``copy_opens`` where that
    begins.
    """

    text: str
    start: int
    mentions: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    source: bool = False
    cue: bool = False
    loaded: bool = False
    copied: int | None = None
    copy_opens: bool = False


def _clip(spans: Spans, low: int, high: int) -> Iterable[Span]:
    for start, end in spans:
        if max(start, low) < min(end, high):
            yield max(start, low), min(end, high)


def runs(
    text: str,
    mentions: Sequence[Marked],
    copied: Spans = (),
    window: Span | None = None,
) -> tuple[Run, ...]:
    """Cut ``text`` (or the part inside ``window``) at every edge of every mark, in one sweep."""
    low, high = window or (0, len(text))
    low, high = max(0, low), min(len(text), high)
    starts: defaultdict[int, list[tuple[Role | None, int]]] = defaultdict(list)
    ends: defaultdict[int, list[tuple[Role | None, int]]] = defaultdict(list)

    def add(role: Role | None, index: int, spans: Spans) -> None:
        for start, end in _clip(spans, low, high):
            starts[start].append((role, index))
            ends[end].append((role, index))

    for index, mention in enumerate(mentions):
        add(Role.CONTENT, index, mention.content)
        add(Role.SOURCE, index, mention.source)
        add(Role.CUE, index, mention.cue)
        add(Role.LOADED, index, mention.loaded)
    for index, span in enumerate(copied):
        add(None, index, (span,))
    length = [sum(end - start for start, end in m.content) for m in mentions]
    return tuple(_sweep(text, (low, high), starts, ends, length))


def _sweep(
    text: str,
    window: Span,
    starts: defaultdict[int, list[tuple[Role | None, int]]],
    ends: defaultdict[int, list[tuple[Role | None, int]]],
    length: Sequence[int],
) -> Iterable[Run]:
    active: defaultdict[tuple[Role | None, int], int] = defaultdict(int)
    opened: set[int] = set()
    edges = sorted({*window, *starts, *ends})
    for here, there in pairwise(edges):
        for mark in ends.get(here, ()):
            active[mark] -= 1
            if not active[mark]:
                del active[mark]
        for mark in starts.get(here, ()):
            active[mark] += 1
        covering = [i for role, i in active if role is Role.CONTENT]
        copies = [i for role, i in active if role is None]
        fresh = [i for i in covering if i not in opened]
        opened.update(fresh)
        roles = {role for role, _ in active}
        yield Run(
            text=text[here:there],
            start=here,
            mentions=tuple(sorted(covering, key=lambda i: (-length[i], i))),
            opens=tuple(sorted(fresh)),
            source=Role.SOURCE in roles,
            cue=Role.CUE in roles,
            loaded=Role.LOADED in roles,
            copied=min(copies) if copies else None,
            copy_opens=any(mark[0] is None for mark in starts.get(here, ())),
        )


def context(text: str, spans: Spans, room: int = 160) -> Span:
    """The paragraph around ``spans``, cut at blanks about ``room`` code points away."""
    if not spans:
        return 0, 0
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    low = max(text.rfind("\n", 0, first) + 1, first - room)
    end = text.find("\n", last)
    high = min(len(text) if end < 0 else end, last + room)
    if low > 0 and text[low - 1] not in " \n":
        blank = text.find(" ", low, first)
        low = blank + 1 if blank >= 0 else low
    if high < len(text) and text[high] not in " \n":
        blank = text.rfind(" ", last, high)
        high = blank if blank >= 0 else high
    return low, high
