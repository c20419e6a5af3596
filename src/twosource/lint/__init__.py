"""The sourcing linter: one rule, one file, one code, each a function from a text to findings.

Rules see one read document (`LintContext`): its text, its parse and its mentions. They report only
what is true of the text; where the reading leaves something open, they stay silent.
"""

from __future__ import annotations

from twosource.lint.check import check
from twosource.lint.context import LintContext
from twosource.lint.finding import Finding, Severity
from twosource.lint.registry import rules

__all__ = ["Finding", "LintContext", "Severity", "check", "rules"]
