"""Quotations whose source is named right before them, in a phrase or in another's words."""

import pytest

from twosource.reading.parsed import parse
from twosource.reading.rules import relations


def read(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of every relation."""
    return [
        (
            " ".join(text[a:b] for a, b in each.source),
            " ".join(text[a:b] for a, b in each.cue),
            " ".join(text[a:b] for a, b in each.content),
        )
        for each in relations(parse(text))
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "There is a fine saying attributed to Ibn Sina — “Who asks is a fool for an hour.”",
            "Ibn Sina",
            "“Who asks is a fool for an hour.”",
        ),
        (
            "In a statement attributed to the militia: “We hold the town.”",
            "the militia",
            "“We hold the town.”",
        ),
    ],
)
def test_whom_a_quotation_is_attributed_to(text: str, source: str, content: str) -> None:
    assert read(text) == [(source, "attributed", content)]


def test_a_quotation_in_what_another_reports_has_its_own_source() -> None:
    text = "Guards reported that all they saw was a message stating, “The gate is shut for good.”"
    assert ("a message", "stating", "“The gate is shut for good.”") in read(text)


def test_an_attribution_elsewhere_in_the_sentence_is_not_the_quotations() -> None:
    text = "The attack was attributed to rebels by the mayor, “a man of few words here”."
    assert read(text) == []
