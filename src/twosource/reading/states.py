"""States, their peoples and capitals: what "Azerbaijani", "Baku" and "Baku's" have in common."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.lexicon import rows


@lru_cache(maxsize=1 << 16)  # coreference asks again and again for the same few names
def fold(name: str) -> str:
    """Lower case without accents, typographic apostrophes, articles and stray blanks."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = " ".join(plain.split())
    for article in ("the ", "a ", "an "):
        plain = plain.removeprefix(article)
    return plain


@dataclass(frozen=True, slots=True)
class State:
    """A state with its adjective ("Azerbaijani"; ``""`` where English has none)."""

    name: str
    adjective: str
    seats: tuple[str, ...]


def _cells(cell: str) -> list[str]:
    return [] if cell == "-" else cell.split(",")


@cache
def _table() -> tuple[dict[str, State], dict[str, State], dict[str, State]]:
    """Names and capitals, peoples, seats of government; all folded."""
    names: dict[str, State] = {}
    peoples: dict[str, State] = {}
    seats: dict[str, State] = {}
    for name, demonyms, capitals, others, houses in rows("reading", "states"):
        adjectives = _cells(demonyms)
        state = State(name, adjectives[0] if adjectives else "", tuple(_cells(houses)))
        for word in (name, *_cells(capitals), *_cells(others)):
            names.setdefault(fold(word), state)
        for word in adjectives:
            peoples.setdefault(fold(word), state)
            peoples.setdefault(fold(word) + "s", state)
        for word in state.seats:
            seats[fold(word)] = state
    return names, peoples, seats


@cache
def _capitals() -> dict[str, str]:
    return {row[0]: _cells(row[2])[0] for row in rows("reading", "states") if _cells(row[2])}


def capital_of(state: str) -> str:
    """The capital of a state by its name here; ``""`` where none is listed."""
    return _capitals().get(state, "")


def state_named(words: str) -> State | None:
    """The state a name or its capital stands for: "Baku" and "Azerbaijan" are one."""
    return _table()[0].get(fold(words))


def state_of_people(words: str) -> State | None:
    """The state of an adjective or a people: "Azerbaijani", "Russians"."""
    return _table()[1].get(fold(words))


def seat_of(words: str) -> State | None:
    """The state whose government sits there: "the Kremlin"."""
    return _table()[2].get(fold(words))


def any_state(words: str) -> State | None:
    """A state by name, capital, people or seat of government."""
    return state_named(words) or state_of_people(words) or seat_of(words)


def states_in(words: list[str]) -> list[tuple[int, State]]:
    """Every state named among these words, with the index of its first word; longest wins."""
    found: list[tuple[int, State]] = []
    i = 0
    while i < len(words):
        for length in (4, 3, 2, 1):
            piece = words[i : i + length]
            if len(piece) < length or not piece[0][:1].isupper():
                continue
            state = any_state(" ".join(piece).removesuffix("'s").removesuffix("’s"))
            if state is not None:
                found.append((i, state))
                i += length - 1
                break
        i += 1
    return found
