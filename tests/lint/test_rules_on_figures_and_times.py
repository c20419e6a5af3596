"""TS2xx: whose figure, of when."""

import pytest

from twosource.model import Figure, Measure, TimeRange, Values

from .texts import Text, said, span


def _killed(text: str, words: str, group: str | None = None, time: TimeRange | None = None):
    figure = Figure(Measure.KILLED, 300, 300, "person", group=group, spans=(span(text, words),))
    return said(text, words, "said", "the general", values=Values(figure=figure, time=time))


@pytest.mark.parametrize(
    ("line", "words", "expected"),
    [
        ("At least 300 were killed, the general said.", "300 were killed", True),
        ("At least 300 soldiers were killed, the general said.", "300 soldiers", True),
        ("At least 300 civilians were killed, the general said.", "300 civilians", False),
        ("At least 300 Ruritanian soldiers were killed, the general said.", "300", False),
        ("In the battle for Kyiv 300 were killed, the general said.", "300", False),
    ],
)
def test_whose_losses(line, words, expected):
    assert Text(line, (_killed(line, words),)).words("TS201") == ([words] if expected else [])


def test_a_known_group_is_enough():
    line = "At least 300 were killed, the general said."
    assert Text(line, (_killed(line, "300", group="Ruritania"),)).words("TS201") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Enemy losses stand at 300 dead, the general said.", True),
        ("Enemy losses stood at 300 dead on Monday, the general said.", False),
        ("Enemy losses stand at 300 dead so far, the general said.", False),
        ("In the attack of 3 May 300 dead were counted, the general said.", False),
    ],
)
def test_losses_of_when(line, expected):
    found = Text(line, (_killed(line, "300 dead"),)).words("TS202")
    assert found == (["300 dead"] if expected else [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The depot burned down last autumn.", ["last autumn"]),
        (
            "The depot burned down on Tuesday, and again two weeks ago.",
            ["Tuesday", "two weeks ago"],
        ),
        ("The depot burned down in the last week of March.", []),
        ("The depot burned down on Tuesday, 4 October 2023.", []),
        ("He said: “It burned down yesterday.”", []),
        ("It was the last day.", []),
    ],
)
def test_relative_dates_in_an_undated_text(line, expected):
    assert Text(line).words("TS203") == expected


def test_relative_dates_resolve_where_the_publication_date_is_known():
    line = "The depot burned down last autumn."
    assert Text(line, published_at="2024-03-01").words("TS203") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dozens of civilians were hurt.", ["Dozens of civilians"]),
        (
            "Thousands of North Korean casualties were counted.",
            ["Thousands of North Korean casualties"],
        ),
        ("At least 34 civilians were hurt.", []),
        ("“Thousands of soldiers died,” she said.", []),
    ],
)
def test_quantities_without_a_number(line, expected):
    assert Text(line).words("TS204") == expected
