from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.grounding.timexes import timexes

WEDNESDAY = date(2024, 8, 14)


def read(text, anchor=WEDNESDAY):
    return [(text[slice(*t.span)], t.type, t.value) for t in timexes(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 2024-08-06", "2024-08-06"),
        ("on 6 August 2024", "2024-08-06"),
        ("on August 6", "2024-08-06"),
        ("on the 6th of August", "2024-08-06"),
        ("on Sunday", "2024-08-11"),
        ("on Wednesday", "2024-08-14"),
        ("will meet on Friday", "2024-08-16"),
        ("next Monday", "2024-08-19"),
        ("yesterday", "2024-08-13"),
        ("two days earlier", "2024-08-12"),
        ("three weeks ago", "2024-W30"),
        ("last month", "2024-07"),
        ("in July", "2024-07"),
        ("in December 2023", "2023-12"),
        ("last autumn", "2023-FA"),
        ("in 2019", "2019"),
        ("the 1990s", "199X"),
        ("the third quarter of 2023", "2023-Q3"),
    ],
)
def test_points_are_resolved_against_publication(text, value):
    assert [v for _, _, v in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "sort", "value"),
    [
        ("the 11-month campaign", "DURATION", "P11M"),
        ("for several years", "DURATION", "PXY"),
        ("paid monthly", "SET", "P1M"),
        ("at 10:20 a.m.", "TIME", "2024-08-14T10:20"),
        ("on Monday evening", "TIME", "2024-08-12TEV"),
    ],
)
def test_durations_sets_and_times_have_their_own_type(text, sort, value):
    assert [(s, v) for _, s, v in read(text)] == [(sort, value)]


@pytest.mark.parametrize("text", ["31 April 2024", "on 30 February", "2024-13-45", "99/99/2024"])
def test_an_impossible_date_has_no_day(text):
    assert all(t.first is None for t in timexes(text, WEDNESDAY))


def test_a_numeric_date_is_read_only_where_one_order_fits():
    assert read("on 25/12/2023")[0][2] == "2023-12-25"
    assert read("on 11/09/2023")[0][2] == ""


def test_without_publication_day_a_relative_date_stays_open():
    assert all(t.first is None for t in timexes("on Sunday, last week and in May", None))
    assert timexes("on 6 August 2024", None)[0].first == date(2024, 8, 6)


def test_a_number_before_a_noun_is_no_year():
    assert read("2000 soldiers marched") == []


@settings(max_examples=60)
@given(st.text(max_size=120), st.dates())
def test_any_text_and_any_anchor(text, anchor):
    found = timexes(text, anchor)
    assert all(0 <= t.span[0] < t.span[1] <= len(text) for t in found)
    assert all(t.first <= t.last for t in found if t.first and t.last)


@settings(max_examples=40)
@given(st.sampled_from(["ago", "earlier", "later"]), st.integers(0, 9999), st.dates())
def test_no_distance_leaves_the_calendar_with_an_error(word, count, anchor):
    for unit in ("days", "weeks", "months", "years", "decades", "centuries"):
        timexes(f"{count} {unit} {word}", anchor)


def test_a_year_earlier_compares_with_the_month_named_before():
    text = "Exports fell to 40 tonnes in September 1994 from 90 a year earlier."
    found = timexes(text, date(1994, 11, 2))
    assert [timex.value for timex in found] == ["1994-09", "1993-09"]


def test_a_year_that_is_named_is_not_the_one_of_publication_too():
    assert read("in the year 1999") == [("1999", "DATE", "1999")]
    assert [v for _, _, v in read("later in the year")] == ["2024"]


def test_a_date_in_digits_ends_a_sentence():
    assert [v for _, _, v in read("The town fell on 30/11/2023.")] == ["2023-11-30"]
    assert read("version 30/11/2023/4") == []


@pytest.mark.parametrize("text", ["at 2000 hours", "at 1830 GMT", "at 0300 Moscow time", "at 0430"])
def test_military_hours_are_neither_years_nor_numbers(text):
    assert [t for _, t, _ in read(text)] == ["TIME"]


def test_the_fall_of_a_town_is_no_season():
    assert read("in the fall of Mosul") == []
