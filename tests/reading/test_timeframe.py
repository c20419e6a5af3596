import pytest

from .sayings import mention


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("the town had fallen", "said", "past"),
        ("two trucks have been destroyed", "said", "past"),
        ("the town is under its control", "said", "present"),
        ("the men are being treated in two clinics", "said", "present"),
        ("the town will be defended", "said", "future"),
        ("fighting would resume", "said", "future"),
        ("two brigades are to be withdrawn", "said", "future"),
        ("more families are likely to leave", "said", "future"),
        ("the rebels could reach the river", "said", "future"),
        ("the rebels may have lost 40 men", "said", "past"),
        ("the capture of the town", "announced", "past"),
        ("full control of the town", "declared", "present"),
        ("an offensive before the rains", "expects", "future"),
        ("the rebels have 72 hours to withdraw", "said", "future"),
        ("the rebels had been given two days to withdraw", "said", "past"),
        ("the garrison has two tanks", "said", "present"),
        ("a vote is due by Friday", "said", "future"),
        ("the town would have fallen had the bridge not been blown", "said", "past"),
        ("the withdrawal would have ended by May", "said", "future"),
    ],
)
def test_tense(content: str, cue: str, expected: str) -> None:
    that = "that " if cue == "said" else ""
    text = f"The army {cue} {that}{content}."
    assert mention(text, content, cue, "The army").time_frame == expected


def test_what_somebody_watched_is_past() -> None:
    text = "Reporters watched rescuers carry out six bodies."
    told = mention(text, "rescuers carry out six bodies", "watched", "Reporters")
    assert told.time_frame == "past"
