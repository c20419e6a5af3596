"""A plain text is its characters; a headline is recognised, never invented."""

from __future__ import annotations

import pytest

from twosource.documents import load


def test_a_headline_above_a_blank_line_is_the_title():
    text = (
        "Bridges hit overnight, ministry says\n\nKYIV, April 28 (Reuters) - Two bridges were hit."
    )
    document = load(text.encode(), "a.txt").documents[0]
    assert document.text == text
    assert document.title == "Bridges hit overnight, ministry says"
    assert document.text[slice(*document.title_span)] == document.title
    assert (document.dateline, document.agency) == ("KYIV", "Reuters")


@pytest.mark.parametrize(
    "text",
    [
        "Two bridges were hit overnight.\n\nNobody was hurt, the mayor said.",
        "- First confirmed raid\n- Second raid\n\nThe mayor said so.",
        "By Jane Roe\n\nTwo bridges were hit overnight.",
        "KYIV, April 28 (Reuters) - Two bridges\n\nwere hit",
        "Two bridges were hit overnight",
        "and a line that goes on\n\nbelow",
    ],
)
def test_other_first_lines_are_text(text):
    document = load(text.encode(), "a.txt").documents[0]
    assert document.title is None
    assert document.title_span is None
    assert document.text == text
