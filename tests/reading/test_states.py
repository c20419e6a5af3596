from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.states import any_state, fold, state_named, state_of_people, states_in


def test_capitals_and_names_are_one_state() -> None:
    assert state_named("Asmara") == state_named("Eritrea")
    assert state_named("Türkiye") == state_named("Ankara")
    assert state_named("Atlantis") is None


def test_a_people_is_no_name_of_the_state() -> None:
    assert state_named("Chadian") is None
    people = state_of_people("Chadians")
    assert people is not None
    assert people.name == "Chad"


def test_the_longest_name_wins() -> None:
    found = states_in(["South", "Korean", "and", "South", "Sudanese"])
    assert [(at, s.name) for at, s in found] == [(0, "South Korea"), (3, "South Sudan")]


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    assert fold(fold(text)) == fold(fold(fold(text)))
    any_state(text)
