"""Headings of tables that are sorted on the server: each is a link to the other order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from twosource.web.place import Place


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``by`` is what it sorts by, ``rising`` where its natural order goes up.

    ``other``: what it sorts by is more than what it shows, so that neither word fits.
    """

    label: str
    by: StrEnum | None = None
    kind: str = ""
    rising: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as drawn: where it leads, and how the table is sorted by it now."""

    label: str
    kind: str
    href: str
    sorted: str


def columns(
    chosen: Sequence[Column], place: Place, sort: StrEnum, reverse: bool, first: StrEnum
) -> tuple[Heading, ...]:
    """Headings; ``first`` is the order of an address that names none."""
    return tuple(_heading(column, place, sort, reverse, first) for column in chosen)


def _heading(column: Column, place: Place, sort: StrEnum, reverse: bool, first: StrEnum) -> Heading:
    if column.by is None:
        return Heading(column.label, column.kind, "", "")
    here = column.by is sort
    href = place.put(
        sort=None if column.by is first else column.by.value,
        reverse="1" if here and not reverse else None,
    )
    up = column.rising != reverse
    state = ("other" if column.other else "ascending" if up else "descending") if here else ""
    return Heading(column.label, column.kind, str(href), state)
