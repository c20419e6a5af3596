import pytest

from .sayings import mention


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "expected"),
    [
        ("Chad denied losing a town.", "losing a town", "denied", "Chad", "denied"),
        ("Chad rejected the report.", "the report", "rejected", "Chad", "denied"),
        (
            'Chad called the figure "an invention".',
            'the figure "an invention"', "called", "Chad", "denied",
        ),
        ("That is a lie, Chad said.", "That is a lie", "said", "Chad", "denied"),
        ("Not so, says Chad.", "Not so", "says", "Chad", "denied"),
        (
            "Chad's army said none of its jets had crossed the border.",
            "none of its jets had crossed the border", "said", "Chad's army", "denied",
        ),
        (
            "Chad's army said no casualties were reported.",
            "no casualties were reported", "said", "Chad's army", "affirmed",
        ),
        (
            "Chad did not deny losing a town.",
            "losing a town", "did not deny", "Chad", "affirmed",
        ),
        (
            "A nurse said there were no soldiers near the clinic.",
            "there were no soldiers near the clinic", "said", "A nurse", "affirmed",
        ),
        (
            "Chad refused to confirm that it lost a town.",
            "it lost a town", "refused to confirm", "Chad", "affirmed",
        ),
    ],
)  # fmt: skip
def test_denials(text: str, content: str, cue: str, source: str, expected: str) -> None:
    assert mention(text, content, cue, source).polarity == expected
