"""Language knowledge is data: commented, tab-separated files inside the package.

A line is ``entry<TAB>column<TAB>…``; ``#`` starts a comment line; blank lines are skipped. Every
file says on top where its entries come from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(room: str, name: str) -> tuple[tuple[str, ...], ...]:
    """All rows of ``twosource/<room>/data/<name>.tsv`` in file order."""
    path = files("twosource").joinpath(room, "data", f"{name}.tsv")
    lines = path.read_text("utf-8").splitlines()
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in lines
        if line.strip() and not line.startswith("#")
    )


@cache
def words(room: str, name: str) -> frozenset[str]:
    """The first column, case-folded."""
    return frozenset(row[0].casefold() for row in rows(room, name))


@cache
def table(room: str, name: str) -> dict[str, str]:
    """First column (case-folded) to second column (``""`` where there is none)."""
    return {row[0].casefold(): row[1] if len(row) > 1 else "" for row in rows(room, name)}
