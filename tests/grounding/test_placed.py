"""A victim told by his place in a count: all so far, or one more."""

import pytest

from .counted import lows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third miner died in Orsk on Sunday, the hospital said.", {("killed", 3)}),
        ("An 8th student was injured in Gulu, police said.", {("wounded", 8)}),
        (
            "Four sailors were hit by shrapnel in Aden. A fifth sailor was wounded at the gate.",
            {("wounded", 4), ("wounded", 5)},
        ),
        (
            "Two guards died in Kano at once. A third guard died in hospital.",
            {("killed", 2), ("killed", 3)},
        ),
        ("Three died in Gao on the spot and a fourth in hospital.", {("killed", 4)}),
        ("Ba Ko is the sixth farmer to be killed in Gao, the mayor said.", {("killed", 6)}),
    ],
)
def test_it_counts_all_so_far(text, expected):
    assert lows(text) == expected


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Two soldiers were wounded in Goma and a third was killed by a mine.", ("killed", 1)),
        ("Two soldiers were wounded in Goma. A third soldier died.", ("killed", 1)),
        ("Shelling in Goma killed two of its crew and injured a third.", ("wounded", 1)),
        ("A second woman was hit by shrapnel in Goma.", ("wounded", 1)),
    ],
)
def test_after_others_who_fared_otherwise_it_is_one(text, one):
    assert one in lows(text)


def test_without_a_fate_it_counts_nobody():
    assert not lows("A third soldier came home to Goma on Sunday.")


def test_a_third_who_is_missing_after_two_dead_is_one():
    assert ("missing", 1) in lows("Two nurses were killed in Goma; a third remains missing.")
