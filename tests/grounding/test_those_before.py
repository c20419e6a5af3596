"""Whom "they" count: those numbered just before, where nobody else is."""

import pytest

import twosource

from .counted import lows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crew were four sailors. They were all killed in Aden, the navy said.", ("killed", 4)),
        ("Guards found three men in Gao. All had been wounded by shrapnel.", ("wounded", 3)),
        ("Rescuers in Lima reached two miners, but they died in hospital.", ("killed", 2)),
        ("Two nurses were in the car. Both were wounded in Goma, police said.", ("wounded", 2)),
    ],
)
def test_the_number_is_taken_up(text, expected):
    assert expected in lows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two nurses and six guards were in Gao. They were wounded there, police said.",
        "The nurses were in Gao. They were wounded there, police said.",
        "Ten trucks were in Gao. They were hit there by shrapnel, police said.",
    ],
)
def test_where_it_is_not_plain_there_is_none(text):
    assert not [number for measure, number in lows(text) if measure == "wounded"]


def test_the_number_is_where_the_figure_points():
    text = "The crew were four sailors. They were killed in Aden, the navy said."
    (figure,) = [
        m.values.figure
        for m in twosource.read(text, language="en").mentions
        if m.values.figure and m.values.figure.measure == "killed"
    ]
    assert text[slice(*figure.spans[0])] == "four"
