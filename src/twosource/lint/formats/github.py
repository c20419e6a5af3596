"""Findings as GitHub workflow commands, which show them beside the lines of a pull request."""

from __future__ import annotations

from twosource.lint.finding import Severity
from twosource.lint.report import Entry, Report

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(char, char if char.isprintable() else " ") for char in text)


def _command(entry: Entry) -> str:
    kind = "warning" if entry.finding.severity is Severity.WARNING else "notice"
    place = {
        "file": entry.file,
        "line": str(entry.start.line),
        "endLine": str(entry.end.line),
        "title": f"{entry.finding.code} {entry.name}",
    }
    if entry.start.line == entry.end.line:  # columns are understood within one line only
        place |= {"col": str(entry.start.column), "endColumn": str(entry.end.column)}
    properties = ",".join(f"{key}={_escape(value, _PROPERTY)}" for key, value in place.items())
    return f"::{kind} {properties}::{_escape(entry.finding.message, _DATA)}"


def render(report: Report) -> str:
    """Write one workflow command a finding and a problem; nothing in a text can start another."""
    commands = [_command(entry) for entry in report.entries]
    for problem in report.problems:
        what = _escape(str(problem), _DATA)
        commands.append(f"::error file={_escape(problem.path, _PROPERTY)}::{what}")
    return "".join(line + "\n" for line in commands)
