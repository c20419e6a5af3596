"""TS4xx: the writer's own words."""

import pytest

from .texts import Text, said


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The brutal attack left the town without power.", ["brutal"]),
        ("“A brutal attack,” the mayor said.", []),
        ("Savage Beach is a film.", ["Savage"]),  # a capital at the beginning tells nothing
        ("The film Savage Beach was shot here.", []),
        ("The attack left the town without power.", []),
    ],
)
def test_loaded_words(line, expected):
    assert Text(line).words("TS401") == expected


def test_a_loaded_word_of_somebody_credited_is_theirs():
    line = "The attack was barbaric, the mayor said."
    text = Text(line, (said(line, "The attack was barbaric", "said", "the mayor"),))
    assert text.words("TS401") == []


@pytest.mark.parametrize(
    ("line", "cue", "expected"),
    [
        ("The minister claimed that the town was taken.", "claimed", "doubt"),
        ("The minister admitted that the town was taken.", "admitted", "admission"),
        ("The minister revealed that the town was taken.", "revealed", "vouches"),
        ("The minister said that the town was taken.", "said", None),
        ("The minister claimed responsibility; the town was taken.", "claimed", None),
        ("The minister admitted Poland; the town was taken.", "admitted", None),
    ],
)
def test_judging_verbs(line, cue, expected):
    text = Text(line, (said(line, "the town was taken", cue, "The minister"),))
    messages = [finding.message for finding in text.findings("TS402")]
    assert bool(messages) == (expected is not None)
    assert expected is None or expected in messages[0]


def test_a_document_may_reveal():
    line = "The documents revealed that the town was taken."
    text = Text(line, (said(line, "the town was taken", "revealed", "The documents"),))
    assert text.words("TS402") == []
