"""Inline silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.lint.finding import Finding, Severity
from twosource.lint.silence import silence


def _at(text: str, words: str, code: str = "TS101") -> Finding:
    start = text.index(words)
    return Finding(code, "", (start, start + len(words)), Severity.WARNING)


@pytest.mark.parametrize(
    "directive",
    [
        "<!-- twosource: ignore TS101 -->",
        "<!-- twosource: ignore[TS101] -->",
        "<!--twosource:ignore TS402, TS101-->",
        "twosource: ignore[TS101]",
        "# twosource: ignore[TS1]",
        "twosource: ignore",
        "<!-- twosource: ignore -->",
    ],
)
def test_a_line_is_left_in_peace(directive):
    text = f"Quiet here. {directive}\nNot quiet there."
    found = silence(text)
    assert found.covers(_at(text, "Quiet here"))
    assert not found.covers(_at(text, "Not quiet"))


def test_other_rules_still_speak():
    text = "Quiet here. twosource: ignore[TS101]"
    assert not silence(text).covers(_at(text, "Quiet", "TS401"))


def test_a_whole_text_is_left_in_peace():
    text = "<!-- twosource: ignore-file TS4 -->\nHere.\nThere."
    assert silence(text).covers(_at(text, "There", "TS401"))
    assert not silence(text).covers(_at(text, "There", "TS101"))


def test_directives_are_not_read_as_text_and_move_nothing():
    text = "A. <!-- twosource: ignore TS101 --> B."
    blank = silence(text).blank(text)
    assert len(blank) == len(text)
    assert blank.split() == ["A.", "B."]


def test_a_comment_that_html_has_and_its_text_has_lost_speaks_for_its_paragraph():
    html = (
        "<p>The depot <b>burned</b> down again.<!-- twosource: ignore TS101 --></p>"
        "<p>The bridge is open.</p>"
    )
    text = "The depot burned down again.\nThe bridge is open."
    found = silence(text, html)
    assert found.covers(_at(text, "depot"))
    assert not found.covers(_at(text, "bridge"))


def test_an_article_about_twosource_is_not_silenced():
    text = "We tried twosource: it ignored nothing."
    assert not silence(text).directives


@given(st.text(max_size=80))
def test_blanking_keeps_every_offset(text):
    found = silence(text)
    assert len(found.blank(text)) == len(text)
