"""Who is sure, glad or afraid of what; whose position it is; and what only looks like it."""

import pytest

from twosource.model import Spans
from twosource.reading.parsed import parse
from twosource.reading.rules import relations


def read(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of every relation."""

    def words(spans: Spans) -> str:
        return " ".join(text[start:end] for start, end in spans)

    return [(words(r.source), words(r.cue), words(r.content)) for r in relations(parse(text))]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The general is confident that the line will hold.",
            "The general",
            "is confident",
            "the line will hold",
        ),
        ("We were afraid the dam would burst.", "We", "were afraid", "the dam would burst"),
        (
            "Villagers remain convinced that the well was poisoned.",
            "Villagers",
            "remain convinced",
            "the well was poisoned",
        ),
        (
            "The ministry made clear that the road was shut.",
            "The ministry",
            "made clear",
            "the road was shut",
        ),
        (
            "The ministry has made it clear that the road was shut.",
            "The ministry",
            "has made clear",
            "the road was shut",
        ),
        (
            "The ministry's position is that the strike was lawful.",
            "The ministry",
            "position is",
            "the strike was lawful",
        ),
        (
            "What we know is that the bridge was hit.",
            "we",
            "know",
            "the bridge was hit",
        ),
        ("All she said was that the bridge was hit.", "she", "said", "the bridge was hit"),
        ("We got the impression that the dam was old.", "We", "got impression", "the dam was old"),
        (
            "There is a feeling among officers that the war is lost.",
            "officers",
            "is feeling",
            "the war is lost",
        ),
        (
            "It seems to the mayor that the road was shut.",
            "the mayor",
            "seems",
            "the road was shut",
        ),
        ("Our hope is that the road opens today.", "Our", "hope is", "the road opens today"),
    ],
)
def test_who_is_in_a_state_of_mind_is_credited(
    text: str, source: str, cue: str, content: str
) -> None:
    assert read(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "She is not sure that it was a shell.",
        "They were so afraid that they fled at night.",
        "It is clear that the road was shut.",
        "The problem is that the road was shut.",
        "It seems that the road was shut.",
        "We got a letter that the road was shut.",
        "What worries us is that the road was shut.",
        "The general is confident of his men.",
    ],
)
def test_what_nobody_thinks_is_credited_to_nobody(text: str) -> None:
    assert read(text) == []
