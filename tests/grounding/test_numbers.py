import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.grounding.numbers import quantities, value


def read(text):
    return [(q.low, q.high, q.unit, q.qualifier) for q in quantities(text)]


@pytest.mark.parametrize(
    "text", ["1.000 men", "1 000 men", "1,000 men", "1\u00a0000 men", "1k men"]
)
def test_separators_of_every_country_are_one_number(text):
    assert read(text) == [(1000, 1000, "", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 70 and 80 houses", (70, 80, "", None)),
        ("15-20 dead", (15, 20, "", None)),
        ("handed over 14 prisoners", (14, 14, "", None)),
        ("killed over 14 prisoners", (14, None, "", "more than")),
        ("2 to 3 million people", (2e6, 3e6, "", None)),
        ("$1,500 to $2,000", (1500, 2000, "USD", None)),
        ("€19.4m", (19.4e6, 19.4e6, "EUR", None)),
        ("5 million roubles", (5e6, 5e6, "RUB", None)),
        ("60 per cent of them", (60, 60, "percent", None)),
        ("nine in ten homes", (90, 90, "percent", None)),
        ("half of the brigade", (50, 50, "percent", None)),
        ("two hundred and five men", (205, 205, "", None)),
        ("two dozen drones", (24, 24, "", None)),
        ("about 250 vehicles", (250, 250, "", "about")),
        ("half a million people", (5e5, 5e5, "", None)),
        ("a quarter of a million people", (250_000, 250_000, "", None)),
        ("three quarters of a million", (750_000, 750_000, "", None)),
        ("two thirds of the million refugees", (666_667, 666_667, "", None)),
        ("four or five people", (4, 5, "", None)),
        ("half the million refugees", (5e5, 5e5, "", None)),
        ("two and a half thousand men", (2500, 2500, "", None)),
        ("a million and a half", (1.5e6, 1.5e6, "", None)),
        ("half a billion dollars", (5e8, 5e8, "USD", None)),
    ],
)
def test_words_ranges_shares_and_money(text, expected):
    assert read(text) == [expected]


def test_a_bound_leaves_the_other_end_open():
    assert read("at least 12 were killed") == [(12, None, "", "at least")]
    assert read("more than 100 wounded") == [(100, None, "", "more than")]
    assert read("up to 500 men") == [(None, 500, "", "up to")]


@pytest.mark.parametrize("text", ["dozens of men", "hundreds dead", "several thousand people"])
def test_a_vague_plural_has_no_number(text):
    (quantity,) = quantities(text)
    assert quantity.low is None
    assert quantity.high is None


@pytest.mark.parametrize(
    "text",
    [
        "a Su-25, an F-16 and the S-300",
        "the 24-year-old said",
        "a nurse of 51, who fled",
        "a man aged 24 said",
        "another woman, 22, was hurt",
        "a boy, also 12, fled",
        "the children were 9 and 10 years old",
        "his daughters, ages four, six and 13, fled",
        "a mayor who died at 74",
        "outside the 7-Eleven",
        "to pay P5 million",
        "see page 15",
        "at 10:20 or 3 p.m.",
        "the 19th brigade",
        "(1) a garrison",
        "call +380 44 555",
        "٣٠٠ or ３００",
        "9" * 100 + " men",
    ],
)
def test_what_is_no_quantity(text):
    assert read(text) == []


def test_a_list_of_people_is_no_age():
    assert read("three men, 12 women") == [(3, 3, "", None), (12, 12, "", None)]


def test_a_sentence_that_lost_its_space_still_begins_with_its_number():
    assert read("A car was found in Kano.Five men fled") == [(5, 5, "", None)]
    assert read("version 2.Five") == []


def test_a_column_of_trucks_is_no_age():
    assert read("a column of 14 trucks") == [(14, 14, "", None)]


@given(st.integers(0, 10**12))
def test_grouped_digits_keep_their_value(number):
    assert value(f"{number:,}") == number


@given(st.text(max_size=200))
def test_any_text_is_read_in_order_and_inside_it(text):
    found = quantities(text)
    assert all(0 <= q.span[0] <= q.core[0] < q.core[1] <= len(text) for q in found)
    assert list(found) == sorted(found, key=lambda q: q.span)


@pytest.mark.parametrize(
    "text",
    ["has climbed from 41 to 44", "rose sharply from 41 to 44", "was revised down from 52 to 44"],
)
def test_of_a_change_the_number_it_ends_at_counts(text):
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.high) == (44, 44)


def test_from_and_to_else_make_a_range():
    (quantity,) = quantities("an army of from 1,500 to 2,000 men")
    assert (quantity.low, quantity.high) == (1500, 2000)


@pytest.mark.parametrize("text", ["Oct 3 - Five men died", "Oct. 3 – 5 men died"])
def test_the_day_of_a_dateline_begins_no_range(text):
    assert read(text)[-1] == (5, 5, "", None)


def test_a_toll_put_at_a_number_is_no_age():
    assert read("He put the number of those who died at 92") == [(92, 92, "", None)]
