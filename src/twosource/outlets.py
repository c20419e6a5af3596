"""Which outlet a document stands in, and how many outlets a set of documents is.

The publisher is the outlet; a wire text that names no publisher counts for the agency it is
credited to. Where neither is known the outlet is unknown: such documents are no outlet, not one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from twosource import lexicon
from twosource.model import Document


@lru_cache(maxsize=50_000)
def short_name(name: str) -> str:
    """The name a text would credit: "The X News Agency" is credited as "X"."""
    words = name.split()
    if len(words) > 1 and words[0].casefold() == "the":
        words = words[1:]
    tails = lexicon.words("linking", "publisher_tails")
    while len(words) > 1 and words[-1].casefold() in tails:
        words = words[:-1]
    return " ".join(words)


def outlet_key(name: str) -> str:
    """The same for all names of one outlet: "Northline" and "Northline Wire"."""
    return short_name(name).casefold()


def outlet(document: Document) -> str | None:
    """Publisher or, where none is stated, agency; ``None`` where neither is known."""
    return document.publisher or document.agency or None


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets of some documents, each once, by name; ``unknown`` documents have none."""

    names: tuple[str, ...]
    unknown: int

    def __len__(self) -> int:
        """How many different outlets are known."""
        return len(self.names)

    def __str__(self) -> str:
        """The number for a table: ``?`` where nothing is known, ``2+`` where there may be more."""
        return f"{len(self.names)}{'+' if self.unknown else ''}" if self.names else "?"


def outlets(documents: Iterable[Document | None]) -> Outlets:
    """Count outlets; "Northline" and "Northline Wire" are one. ``None``: a document not at hand."""
    names: dict[str, str] = {}
    unknown = 0
    for document in documents:
        name = outlet(document) if document is not None else None
        if name is None:
            unknown += 1
            continue
        key = outlet_key(name)
        names[key] = min(names.get(key, name), name, key=lambda n: (-len(n), n))
    return Outlets(tuple(sorted(names.values())), unknown)
