"""Those hit whom the text tells dead elsewhere are casualties, and no wounded."""

import pytest

import twosource

from .counted import told


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A boy was shot in Gao. He died in hospital.", 1),
        ("A man was shot in Gao. Ba Ko, 31, was pronounced dead at the scene.", 1),
        ("A 6-year-old girl was shot. Guards said the 6-year-old was killed by a bullet.", 1),
        ("A 9-year-old was hit in Gao on Monday. Ba Ko, 9, was killed at a market.", 1),
        ("A woman was shot in Gao. The woman was pronounced dead, the mayor said.", 1),
        ("A boy was shot in Gao. Guards said that the boy's death was no accident.", 1),
        ("Three men were taken to hospital in Gao. The three died on Monday.", 3),
        ("Two guards were shot in Gao. Both died at the scene.", 2),
    ],
)
def test_who_died_of_it_is_no_wounded(text, number):
    found = told(text)
    assert ("casualties", number, number) in found
    assert ("wounded", number, number) not in found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A woman was shot in Gao. The gunman was pronounced dead at the scene.", 1),
        ("A woman was shot in Gao. He died at the scene.", 1),
        ("A boy was shot in Gao. The man was later pronounced dead.", 1),
        ("A woman was shot in Gao. She is expected to live.", 1),
        ("A raid killed the girl and injured an 8-year-old girl. The girl died at once.", 1),
        ("A man was hit in Gao. Another man was hit in Orsk. The man later died.", 1),
        ("A man was shot in Gao. A nurse died later in a separate raid.", 1),
        ("Two guards were shot in Gao. Both are expected to live.", 2),
        ("Two others were shot in Gao. The two died, it was said.", 2),
    ],
)
def test_another_death_takes_nobody_off_the_wounded(text, number):
    assert ("wounded", number, number) in told(text)


def test_the_words_that_tell_the_death_are_given_as_the_reason():
    text = "A boy was shot in Gao. The boy died on Monday."
    mention = twosource.read(text, published_at="2031-05-02", language="en").mentions[0]
    reason = next(r for r in mention.reasons if r.rule == "who died of it")
    assert text[slice(*reason.spans[0])] == "boy"
    assert reason.spans[0][0] > text.index(".")
