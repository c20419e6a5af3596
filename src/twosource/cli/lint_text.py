"""Findings for people: one line each, and on a terminal the words concerned, underlined."""

from __future__ import annotations

import io
import sys

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from twosource.cli.terminal import safe
from twosource.lint.finding import Severity
from twosource.lint.report import Entry, Report, summary

MARGIN = 4  # columns before the quoted line
_COLOUR = {Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


class TextWriter:
    """Writes each part as it comes, and a summary at the end."""

    def __init__(self, show_source: bool | None) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # an ASCII terminal is no crash
        self.console = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
        self.errors = Console(
            stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False
        )
        self.show = self.console.is_terminal if show_source is None else show_source

    def part(self, result: Report) -> None:
        """Print the findings of one document, or why an input could not be checked."""
        for problem in result.problems:
            self.errors.print(Text(safe(str(problem)), "red"))
        for entry in result.entries:
            self._entry(entry)

    def end(self, report: Report) -> None:
        """Print the summary."""
        self.console.print(Text(summary(report), "green" if report.clean else "bold"))

    def _entry(self, entry: Entry) -> None:
        place = f"{safe(entry.file)}:{entry.start.line}:{entry.start.column}"
        colour = _COLOUR[entry.finding.severity]
        line = Text.assemble(
            (place, "bold"), " ", (entry.finding.code, colour), " ", safe(entry.finding.message)
        )
        self.console.print(line)
        if self.show:
            self._source(entry)

    def _source(self, entry: Entry) -> None:
        """The line of the finding, cut to the window, with the words underlined beneath."""
        start = entry.start.column - 1
        end = entry.end.column - 1 if entry.end.line == entry.start.line else len(entry.line)
        before, words, after = window(entry.line, start, end, self.console.width - MARGIN)
        self.console.print(Text(" " * MARGIN + before + words + after, "dim"))
        marks = Text(" " * (MARGIN + cell_len(before)))
        marks.append("^" * max(1, cell_len(words)), _COLOUR[entry.finding.severity])
        self.console.print(marks)


def window(line: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """What stands before, under and after ``[start, end)``, cut to about ``width`` columns."""
    words = safe(line[start:end])
    if len(words) > width - 8:
        words = words[: max(1, width - 9)] + "…"
    room = max(0, width - len(words))
    before, after = safe(line[:start]).lstrip(), safe(line[end:])
    left = max(room - len(after), room // 2)
    if len(before) > left:
        before = "…" + before[len(before) - max(0, left - 1) :]
    right = max(0, room - len(before))
    if len(after) > right:
        after = after[: max(0, right - 1)] + "…"
    return before, words, after
