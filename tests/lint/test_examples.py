"""Every rule reports its own bad example and leaves the better one alone, on the real reading."""

import pytest

from twosource.engine.kernel import read_parsed
from twosource.lint import LintContext
from twosource.lint.registry import rules
from twosource.model import Document


def _findings(rule, text: str):
    first, *rest = text.split("\n\n", 1)
    document = Document(
        id="d",
        key="d",
        text=text,
        sha256="",
        language="en",
        title=first if rest else None,
        title_span=(0, len(first)) if rest else None,
    )
    parsed, reading = read_parsed(document)
    assert parsed
    return list(rule.findings(LintContext(document, parsed, reading.mentions)))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_bad_example_is_reported(rule):
    assert _findings(rule, rule.example.bad)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_better_example_is_not(rule):
    assert _findings(rule, rule.example.better) == []
