"""The smallest statement that a reader could check on its own."""

import pytest

from twosource.reading.parsed import parse
from twosource.reading.splitting import split


def parts(content: str, *, quoted: bool = False) -> list[str]:
    text = f"The ministry said {content}."
    start = text.index(content)
    found = split(parse(text), ((start, start + len(content)),), quoted=quoted)
    return [" … ".join(text[a:b] for a, b in piece) for piece in found]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "300 soldiers were killed and 2,700 wounded",
            ["300 soldiers were killed", "2,700 wounded"],
        ),
        (
            "the rebels had left on Friday and were expected on Monday",
            ["the rebels had left on Friday", "were expected on Monday"],
        ),
        (
            "that it took the hill, that the rebels fled and that nobody was hurt",
            ["it took the hill", "the rebels fled", "nobody was hurt"],
        ),
        (
            "a shell killed two women and three children in Marib",
            ["a shell killed two women and three children in Marib"],
        ),
        (
            "a shell killed two soldiers and three children in Marib",
            ["a shell killed two soldiers", "three children in Marib"],
        ),
        (
            "six dockers were shot in Kano, two of whom died",
            ["six dockers were shot in Kano", "two of whom died"],
        ),
        (
            "14 wounded had been brought in, nine of them soldiers",
            ["14 wounded had been brought in", "nine of them soldiers"],
        ),
        (
            "rebels shot down a helicopter near Aleppo, killing two of its crew",
            ["rebels shot down a helicopter near Aleppo", "killing two of its crew"],
        ),
        (
            "mortars were sent to the border in March, in return for company after company of men",
            [
                "mortars were sent to the border in March",
                "in return for company after company of men",
            ],
        ),
        (
            "two men were taken to hospital, where one of them died",
            ["two men were taken to hospital", "where one of them died"],
        ),
        ("they wounded three and captured one", ["they wounded three", "captured one"]),
        (
            "the raid killed 43 people: 17 civilians and 26 fighters",
            ["the raid killed 43 people", "17 civilians", "26 fighters"],
        ),
        (
            "there were three risks: (1) the loss of the port, (2) a famine, and (3) a coup",
            ["the loss of the port", "a famine", "a coup"],
        ),
    ],
)
def test_cuts(content: str, expected: list[str]) -> None:
    assert parts(content) == expected


@pytest.mark.parametrize(
    "content",
    [
        "about 2,700 men had been killed or wounded",
        "between 1,500 and 2,000 men were dead",
        "the fighting went on from March 3 to April 10, 2019",
        "the men who stayed and fought had been arrested",
        "the guards shot and killed three people",
        "two (2) women and three (3) children were hurt",
        "at least 13 and as many as 46 civilians were killed",
    ],
)
def test_one_statement_stays_whole(content: str) -> None:
    assert parts(content) == [content]


def test_direct_speech_is_cut_into_sentences_only() -> None:
    assert parts("the town is ours, and our flag flies over it", quoted=True) == [
        "the town is ours, and our flag flies over it"
    ]
