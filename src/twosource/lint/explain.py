"""A rule in words: for the terminal and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from twosource.lint.rule import Rule

WIDTH = 88


@dataclass(frozen=True, slots=True)
class _Standard:
    work: str
    section: str
    url: str


@dataclass(frozen=True, slots=True)
class _Record:
    code: str
    name: str
    severity: str
    summary: str
    why: str
    silent: str
    bad: str
    better: str
    standards: tuple[_Standard, ...]


def _record(rule: Rule) -> _Record:
    return _Record(
        rule.code,
        rule.name,
        rule.severity.value,
        rule.summary,
        rule.why,
        rule.silent,
        rule.example.bad,
        rule.example.better,
        tuple(_Standard(s.work, s.section, s.url) for s in rule.standards),
    )


def as_records(chosen: Sequence[Rule], alone: bool = False) -> str:
    """Rules as a JSON list, or one as a JSON object."""
    records = [_record(rule) for rule in chosen]
    value: object = records[0] if alone else records
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8")


def overview(chosen: Sequence[Rule]) -> str:
    """One line a rule: code, name, what it reports."""
    width = max(len(rule.name) for rule in chosen)
    return "\n".join(f"{rule.code}  {rule.name:<{width}}  {rule.summary}" for rule in chosen)


def explain(rule: Rule) -> str:
    """What a rule reports and why, an example, and the standards it rests on."""

    def block(text: str, indent: str = "  ") -> str:
        return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)

    def labelled(label: str, text: str) -> str:
        lines = [block(line, " " * len(label)) for line in text.splitlines() if line]
        return label + "\n".join(lines)[len(label) :]

    standards = "\n".join(f"{block(f'{s}')}\n    {s.url}" for s in rule.standards)
    return "\n".join(
        (
            f"{rule.code} {rule.name} ({rule.severity.value})",
            "",
            block(rule.summary),
            "",
            "Why",
            block(rule.why),
            "",
            "Example",
            labelled("  bad:    ", rule.example.bad),
            labelled("  better: ", rule.example.better),
            "",
            "Silent",
            block(rule.silent),
            "",
            "Standards",
            standards,
        )
    )
