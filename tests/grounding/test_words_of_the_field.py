"""Kinds by words of war, and capitalised words that are nobody."""

import pytest

import twosource


def values(text: str) -> tuple[str, tuple[str, ...]]:
    """Kind and actors of the one statement."""
    (mention,) = twosource.read(text + "\n", publisher="Delta Wire").mentions
    assert mention.values is not None
    return mention.values.kind.value, mention.values.actors


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The air force carried out nine sorties, a pilot said.", "attack"),
        ("Gunboats strafed the jetty at Buba, fishermen said.", "attack"),
        ("The guards repulsed the raiders at dusk, the mayor said.", "attack"),
        ("The choir carried on singing, a nun said.", "statement"),
        ("The lorries carried ammunition to the insurgents, a driver said.", "transfer"),
        ("Neither army holds the refinery, the mission said.", "control"),
        ("The marines hold the airstrip, an officer said.", "control"),
    ],
)
def test_what_a_word_of_the_field_makes_of_a_statement(text: str, kind: str) -> None:
    assert values(text)[0] == kind


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Gunboats strafed the jetty at Buba, fishermen said.", ()),
        ("The offensive, code-named Typhoon-2, began at night, the radio said.", ()),
    ],
)
def test_a_noun_or_an_operation_is_no_actor(text: str, actors: tuple[str, ...]) -> None:
    assert values(text)[1] == actors
