"""The offices in which texts name a person, each with the days between which they do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """``words`` as written; ``first``/``last``: days of publication, ISO 8601.

    Both are ``None`` where no document that gives it is dated.
    """

    words: str
    first: str | None
    last: str | None
    mentions: int


@dataclass(slots=True)
class _Held:
    words: str = ""
    mentions: int = 0
    days: tuple[str, str] | None = None  # the first and the last


class Offices:
    """Offices of one person while mentions are gone through, in any order."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}

    def add(self, words: str | None, day: str) -> None:
        """Count one mention that gives the office ``words``; ``day`` is ``""`` where unknown."""
        if not words:
            return
        held = self._held.setdefault(words.casefold(), _Held())
        held.words = max(held.words, words)  # of "Foreign Minister" and "foreign minister" one
        held.mentions += 1
        if day:
            first, last = held.days or (day, day)
            held.days = (min(first, day), max(last, day))

    def found(self) -> tuple[Office, ...]:
        """All, the earliest first, undated ones last."""
        offices = [
            Office(
                held.words,
                held.days[0] if held.days else None,
                held.days[1] if held.days else None,
                held.mentions,
            )
            for held in self._held.values()
        ]
        return tuple(sorted(offices, key=lambda o: (o.first or "9999", o.last or "", o.words)))
