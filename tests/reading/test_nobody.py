"""What no one says is nobody's statement, whatever the reader."""

import pytest

import twosource


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack on Monday.",
        "No official said that the road was open.",
        "None of the officers said that the road was open.",
        "Nobody said that the road was open.",
    ],
)
def test_nobody_asserts_nothing(text: str) -> None:
    assert [m.asserter for m in twosource.read(text, language="en").mentions if m.asserter] == []


def test_who_has_nothing_to_do_with_no_is_heard() -> None:
    (said,) = twosource.read("The officer said that no road was open.", language="en").mentions
    assert said.asserter == "officer"
