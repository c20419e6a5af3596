"""A rule: its code, its explanation, the standards behind it, and the function that checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twosource.lint.context import LintContext
from twosource.lint.finding import Finding, Severity
from twosource.lint.standards import Standard
from twosource.model import Span


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the rule reports, and one that says the same with its sourcing in order."""

    bad: str
    better: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the linter.

    ``why`` explains it to a reporter; ``silent`` says where the rule keeps quiet on purpose.
    ``check`` yields the spans it objects to, each with its message.
    """

    code: str
    name: str
    summary: str
    why: str
    silent: str
    example: Example
    standards: tuple[Standard, ...]
    check: Callable[[LintContext], Iterator[tuple[Span, str]]]
    severity: Severity = Severity.WARNING

    def findings(self, context: LintContext) -> Iterator[Finding]:
        """Run the rule on one read document."""
        for span, message in self.check(context):
            yield Finding(self.code, message, span, self.severity)
