"""Tables for the terminal: drawn for a person, tab-separated where output goes on elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from twosource.cli.options import is_terminal
from twosource.cli.terminal import safe


def table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> None:
    """Print rows under their heads; ``numbers`` are the columns set to the right.

    Cells hold text of articles: they are shown, never obeyed.
    """
    if is_terminal():
        _drawn(head, rows, numbers)
        return
    used = sys.stdout.encoding or "utf-8"
    for row in (head, *rows):
        line = "\t".join(safe(cell) for cell in row)
        click.echo(line.encode(used, "backslashreplace").decode(used))


def _drawn(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    unicode = (console.encoding or "").casefold().startswith("utf")
    shown = Table(box=box.SIMPLE_HEAD if unicode else box.ASCII2, pad_edge=False)
    for at, name in enumerate(head):
        last = at == len(head) - 1
        shown.add_column(
            Text(name),
            justify="right" if at in numbers else "left",
            overflow="fold",
            no_wrap=not last and len(name) < 20 and at in numbers,
        )
    for row in rows:
        shown.add_row(*(Text(safe(cell)) for cell in row))
    console.print(shown)
