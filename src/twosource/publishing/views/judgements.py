"""What people decided, as pages show it: newest first, those taken back marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from twosource.judging import Judgement, undone
from twosource.judging.shown import shown
from twosource.publishing.book import Book


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement; ``value`` as people write it, ``words`` those that it was made on."""

    made: Judgement
    undone: bool
    value: str | None
    words: str


def history(made: Sequence[Judgement]) -> tuple[Verdict, ...]:
    """All of them, in the order in which they came in, turned round."""
    gone = undone(made)
    return tuple(_verdict(judgement, judgement.id in gone) for judgement in reversed(made))


def _verdict(made: Judgement, gone: bool) -> Verdict:
    value = made.value
    if value is not None and made.field is not None:
        value = shown(made.field, value)
    anchors = made.anchors[0].content if made.anchors else ()
    return Verdict(made, gone, value, " … ".join(each.exact for each in anchors))


def about(book: Book, names: Collection[str]) -> tuple[Verdict, ...]:
    """What was decided about mentions of a book, and what took it back."""
    wanted = set(names)
    found: list[Judgement] = []
    for judgement in book.judgements:
        if wanted.intersection(judgement.names):
            found.append(judgement)
            wanted.add(judgement.id)
    return history(found)
