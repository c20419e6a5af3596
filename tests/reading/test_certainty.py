import pytest

from .sayings import mention


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "expected"),
    [
        ("The army said the town fell.", "the town fell", "said", "The army", "unstated"),
        (
            "The army said there was no doubt the town fell.",
            "there was no doubt the town fell", "said", "The army", "certain",
        ),
        (
            "The army believes the town fell.",
            "the town fell", "believes", "The army", "probable",
        ),
        (
            "The army said the town will probably fall.",
            "the town will probably fall", "said", "The army", "probable",
        ),
        (
            "The army said the town has almost certainly fallen.",
            "the town has almost certainly fallen", "said", "The army", "probable",
        ),
        (
            "The army said the town could fall.",
            "the town could fall", "said", "The army", "possible",
        ),
        (
            "The army did not rule out that it would leave.",
            "it would leave", "did not rule out", "The army", "possible",
        ),
        (
            "The army said the toll could not be verified.",
            "the toll could not be verified", "said", "The army", "unstated",
        ),
        (
            "The army said the town fell in May.",
            "the town fell in May", "said", "The army", "unstated",
        ),
        ("Chad alleged the town fell.", "the town fell", "alleged", "Chad", "unstated"),
    ],
)  # fmt: skip
def test_hedges(text: str, content: str, cue: str, source: str, expected: str) -> None:
    assert mention(text, content, cue, source).certainty == expected
