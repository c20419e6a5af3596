"""Statements nobody is credited with: precision first."""

import pytest

from twosource.model import Document, Quote
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader


def uncredited(text: str) -> list[str]:
    found = RuleReader().attributions(Document("d", "d", text, ""), parse(text))
    return [" … ".join(text[s:e] for s, e in a.content) for a in found if a.quote is Quote.NONE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops entered Mekelle on Saturday.", ["Troops entered Mekelle on Saturday"]),
        (
            "A missile hit a school in Aden and killed 13 children.",
            ["A missile hit a school in Aden", "killed 13 children"],
        ),
        ("Some 1,450 mercenaries now man the front in Libya.", None),
        ("The port of Hodeidah remains closed.", ["The port of Hodeidah remains closed"]),
        (
            "While the border remains closed, the army said it would leave.",
            ["the border remains closed"],
        ),
        ("- Rebel offensive in Darfur", ["Rebel offensive in Darfur"]),
    ],
)
def test_events_figures_and_states(text: str, expected: list[str] | None) -> None:
    assert uncredited(text) == (expected if expected is not None else [text.rstrip(".")])


@pytest.mark.parametrize(
    "text",
    [
        "It was a cold morning.",
        "Who will win the war?",
        "What happens next is anyone's guess.",
        "If Goma falls, sorties could drop by 40 per cent.",
        "It was not possible to verify the accounts of either side.",
        "Read more on page 15.",
        "Neither the army nor the rebels have commented.",
        "Follow us on Twitter.",
        "The army said it had left.",
        "“They bombed Aden,” she said.",
    ],
)
def test_everything_else_is_left_alone(text: str) -> None:
    assert uncredited(text) == []


def test_those_who_are_missing_and_deeds_carried_out_are_statements() -> None:
    text = "Eighteen men have been killed, 52 have been wounded and 14 are missing."
    assert "14 are missing" in uncredited(text)
    assert uncredited("No strikes have been carried out on Nairobi airport.") != []
