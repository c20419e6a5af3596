"""Numbers beside calibres, distances, shares: what they count, and where they count nothing."""

import twosource


def figures(text):
    reading = twosource.read(text, published_at="1983-05-20", language="en")
    return [m.values.figure for m in reading.mentions]


def test_a_calibre_stands_between_a_number_and_the_guns_it_counts():
    (found,) = figures("Two 82-mm mortars were seized, the army said.")
    assert (found.measure.value, found.low) == ("equipment", 2)


def test_a_distance_is_no_count():
    assert figures("Chile declared a 200-mile exclusion zone, the ministry said.") == [None]


def test_a_share_of_a_sum_is_the_figure():
    (found,) = figures("Only 58 per cent of the $791 million needed was received, the UN said.")
    assert (found.measure.value, found.low, found.unit) == ("rate", 58, "percent")


def test_a_share_of_a_city_that_is_held_is_control():
    text = "The army controls 60 per cent of the province, it said."
    values = twosource.read(text, published_at="1983-05-20", language="en").mentions[0].values
    assert (values.kind.value, values.figure.measure.value) == ("control", "rate")
