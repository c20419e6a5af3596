"""Where a source sits is no place of what it says, and where a thing happens does not act."""

import twosource

TEXT = (
    "Two bridges near Kharkiv were destroyed, the defence ministry in London said on Wednesday. "
    "It put the dead at 17."
)


def test_the_seat_of_a_source_is_no_place_of_the_claim():
    for mention in twosource.read(TEXT, published_at="2031-06-02", language="en").mentions:
        assert "London" not in [place.name for place in mention.values.places]


def test_the_place_of_an_event_is_no_actor():
    text = "Ethiopian soldiers stormed Mekelle on Monday, a doctor said."
    for mention in twosource.read(text, published_at="2031-06-04", language="en").mentions:
        names = {place.name for place in mention.values.places}
        assert not names & set(mention.values.actors)
