"""Words of holding and taking, and idioms that only look like them; "since" with a clause."""

import pytest

import twosource
from twosource.model import ClaimKind


def first(text):
    (mention, *_) = twosource.read(text, published_at="2031-05-20", language="en").mentions
    return mention.values


@pytest.mark.parametrize(
    "content",
    [
        "the town of Kharkiv was in rebel hands",
        "the town of Kharkiv is ours again",
        "their flag was flying over Kharkiv",
    ],
)
def test_a_place_in_somebodys_hands_is_held(content):
    assert first(f"The general said on Monday that {content}.").kind is ClaimKind.CONTROL


@pytest.mark.parametrize("content", ["took part in the fighting", "had taken off"])
def test_taking_part_or_off_takes_no_place(content):
    values = first(f"The ministry said that no foreign aircraft {content} near Kharkiv.")
    assert values.kind is not ClaimKind.CONTROL


def test_since_holds_over_a_clause():
    values = first("Up to 2,000 soldiers have been killed since war broke out last month, he said.")
    assert values.time is not None
    assert (values.time.start, values.time.end) == ("2031-04-01", "2031-05-20")
