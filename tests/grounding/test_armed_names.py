"""Whose fighters are counted: a named group's, or those of two peoples' names together."""

import pytest

import twosource


def groups(text: str) -> list[str | None]:
    """The group of every figure."""
    found = twosource.read(text + "\n", publisher="Delta Wire").mentions
    return [m.values.figure.group for m in found if m.values and m.values.figure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 17 UNITA guerrillas were killed on Friday, the radio said.", "UNITA"),
        ("The army said 40 RUF fighters had been captured.", "Revolutionary United Front"),
        ("The ministry said 6 Chetnik fighters were wounded.", "Chetnik fighters"),
        ("Some 26 Croatian Serb soldiers were killed, the UN said.", "Croatian Serb forces"),
        ("Medics said 9 Yemeni soldiers were killed.", "Yemeni forces"),
        ("Medics said 9 Huthi rebels were killed.", "Houthis"),
        ("A mine wounded 3 UN peacekeepers, the mission said.", "United Nations peacekeepers"),
        ('The clinic said "scores" of soldiers had been wounded.', None),
    ],
)
def test_the_name_before_the_noun_says_whose(text: str, expected: str | None) -> None:
    assert groups(text) == [expected]


def test_an_organisation_of_no_state_counts_nobody_of_its_own() -> None:
    text = "An envoy in Riyadh said the port would fall. UNICEF warned that 9,000 people may die."
    assert groups(text)[-1] is None
