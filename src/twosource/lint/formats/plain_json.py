"""Findings as one JSON object: ``findings``, ``problems`` and a count of texts."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from twosource.lint.report import Entry, Report


@dataclass(frozen=True, slots=True)
class _Finding:
    file: str
    code: str
    name: str
    severity: str
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Problem:
    file: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class _Output:
    format: str
    checked: int
    findings: tuple[_Finding, ...]
    problems: tuple[_Problem, ...]


def _finding(entry: Entry) -> _Finding:
    found = entry.finding
    return _Finding(
        entry.file,
        found.code,
        entry.name,
        found.severity.value,
        found.message,
        entry.start.line,
        entry.start.column,
        entry.end.line,
        entry.end.column,
        *found.span,
        entry.words,
    )


def render(report: Report) -> str:
    """Write the report; offsets and columns count code points, lines and columns from 1."""
    output = _Output(
        "twosource-lint/1",
        report.checked,
        tuple(_finding(entry) for entry in report.entries),
        tuple(_Problem(p.path, p.what, p.advice) for p in report.problems),
    )
    return msgspec.json.format(msgspec.json.encode(output), indent=2).decode("utf-8") + "\n"
