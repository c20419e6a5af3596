"""Findings with their places, as every output shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.lint.finding import Finding
from twosource.lint.position import Lines, Position
from twosource.lint.registry import find
from twosource.model import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding in one file; positions from 1, ``end`` one past the last character.

    ``words`` are those concerned, ``line`` is the whole line that they begin in.
    """

    file: str
    finding: Finding
    name: str
    start: Position
    end: Position
    words: str
    line: str


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run: what was found, what could not be read, how many texts were."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    checked: int

    @property
    def clean(self) -> bool:
        """Whether there is nothing to say: no finding and no problem."""
        return not self.entries and not self.problems


def entries(file: str, index: Lines, findings: Sequence[Finding]) -> tuple[Entry, ...]:
    """Place the findings of one text."""
    placed = []
    for finding in findings:
        start, end = index.range(finding.span)
        line = index.line(start.line)
        words = index.words(finding.span)
        placed.append(Entry(file, finding, find(finding.code).name, start, end, words, line))
    return tuple(placed)


def summary(report: Report) -> str:
    """One line: how many findings in how many texts, and what could not be read."""
    found, files = len(report.entries), len({entry.file for entry in report.entries})
    if found:
        line = f"{_count(found, 'finding')} in {_count(files, 'text')}"
        line += f" of {report.checked}" if report.checked > files else ""
    else:
        line = f"no findings in {_count(report.checked, 'text')}"
    if report.problems:
        line += f"; {_count(len(report.problems), 'input')} could not be checked"
    return line


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
