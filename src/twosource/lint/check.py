"""Runs rules over one read document."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.lint.context import LintContext
from twosource.lint.finding import Finding
from twosource.lint.registry import rules
from twosource.lint.rule import Rule
from twosource.lint.silence import Silence


def check(
    context: LintContext,
    chosen: Sequence[Rule] | None = None,
    silence: Silence | None = None,
) -> tuple[Finding, ...]:
    """All findings in text order, each span once a rule, without those silenced in the text."""
    quiet = silence or Silence()
    found = {
        finding
        for rule in (rules() if chosen is None else chosen)
        for finding in rule.findings(context)
        if not quiet.covers(finding)
    }
    return tuple(sorted(found, key=lambda f: (f.span, f.code, f.message)))
