"""Numbers beside calibres and distances: what they count, and where they count nothing."""

import twosource


def figures(text):
    reading = twosource.read(text, published_at="1983-05-20", language="en")
    return [m.values.figure for m in reading.mentions]


def test_a_calibre_stands_between_a_number_and_the_guns_it_counts():
    (found,) = figures("Two 82-mm mortars were seized, the army said.")
    assert (found.measure.value, found.low) == ("equipment", 2)


def test_a_distance_is_no_count():
    assert figures("Chile declared a 200-mile exclusion zone, the ministry said.") == [None]
