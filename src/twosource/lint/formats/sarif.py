"""Findings as SARIF 2.1.0, the interchange format of code hosts and editors.

The structure follows the OASIS standard: one run, the rules as reporting descriptors, each result
with a region whose columns count Unicode code points (``columnKind``).
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path, PurePath
from urllib.parse import quote

import msgspec

from twosource.ids import stable_id
from twosource.lint.registry import rules
from twosource.lint.report import Entry, Report
from twosource.lint.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Json = dict[str, object]


def _rule(rule: Rule) -> Json:
    standards = "\n".join(f"- {standard}" for standard in rule.standards)
    help_text = (
        f"{rule.why}\n\nBad: {rule.example.bad}\nBetter: {rule.example.better}\n\n{standards}"
    )
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _uri(file: str) -> str:
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(PurePath(file).as_posix(), safe="/#")


def _result(entry: Entry, order: dict[str, int], repeated: dict[str, int]) -> Json:
    found = entry.finding
    # stable while lines move: file, rule and words, and which one of equals it is
    fingerprint = stable_id("f", entry.file, found.code, entry.words)
    repeated[fingerprint] = repeated.get(fingerprint, 0) + 1
    region: Json = {
        "startLine": entry.start.line,
        "startColumn": entry.start.column,
        "endLine": entry.end.line,
        "endColumn": entry.end.column,
        "charOffset": found.span[0],
        "charLength": found.span[1] - found.span[0],
        "snippet": {"text": entry.words},
    }
    location: Json = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(entry.file)}, "region": region}
    }
    return {
        "ruleId": found.code,
        "ruleIndex": order[found.code],
        "level": found.severity.value,
        "message": {"text": found.message},
        "locations": [location],
        "partialFingerprints": {"words/v1": f"{fingerprint}:{repeated[fingerprint]}"},
    }


def render(report: Report) -> str:
    """Write the report as one SARIF log."""
    known = rules()
    order = {rule.code: number for number, rule in enumerate(known)}
    repeated: dict[str, int] = {}
    notices = [{"level": "error", "message": {"text": str(p)}} for p in report.problems]
    driver: Json = {
        "name": "twosource",
        "version": version("twosource"),
        "rules": [_rule(rule) for rule in known],
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.problems,
                "toolExecutionNotifications": notices,
            }
        ],
        "results": [_result(entry, order, repeated) for entry in report.entries],
    }
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode("utf-8") + "\n"
