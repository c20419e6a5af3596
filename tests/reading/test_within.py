"""What somebody is quoted as having heard from somebody else."""

import pytest

from twosource.model import Document
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader


def read(text: str) -> list[tuple[str, str, bool]]:
    """(source, content, passed on only?) of every statement."""
    found = RuleReader().attributions(Document("d", "d", text, ""), parse(text))
    return [
        (
            " ".join(text[a:b] for a, b in each.source),
            " ".join(text[a:b] for a, b in each.content),
            each.relay,
        )
        for each in found
    ]


def test_whoever_is_quoted_passes_it_on() -> None:
    assert read("“The ministry told us that ten had died,” she said.") == [
        ("she", "The ministry told us that ten had died", True),
        ("The ministry", "ten had died", False),
    ]


def test_of_several_sentences_only_the_one_that_reports_is_passed_on() -> None:
    text = "“We left on Monday. The army said that the road was closed. It rained,” said Ann Li."
    assert read(text) == [
        ("Ann Li", "We left on Monday", False),
        ("Ann Li", "The army said that the road was closed", True),
        ("The army", "the road was closed", False),
        ("Ann Li", "It rained", False),
    ]


def test_a_report_in_passing_stands_beside_the_whole() -> None:
    text = "“Nobody came, because the army said the road was closed,” said Ann Li."
    assert read(text) == [
        ("Ann Li", "Nobody came, because the army said the road was closed", False),
        ("the army", "the road was closed", False),
    ]


@pytest.mark.parametrize(
    "said",
    ["I think that the dam is safe", "They told us that the dam was safe"],
)
def test_own_thoughts_and_nameless_others_stay_with_the_speaker(said: str) -> None:
    assert read(f"“{said},” said Ann Li.") == [("Ann Li", said, False)]


def test_what_is_set_against_a_statement_by_another_is_no_part_of_it() -> None:
    text = (
        "Rebels hold both sides of the road, residents say, although an officer insisted the road "
        'was "open to all".'
    )
    assert [(s, c) for s, c, _ in read(text)] == [
        ("residents", "Rebels hold both sides of the road"),
        ("an officer", 'the road was "open to all"'),
    ]
    own = "Rebels hold both sides of the road, residents say, although few dare to use it."
    assert read(own)[0][1].endswith("although few dare to use it")
