"""Numbers that cannot be read give no figure, and the mention says why; no guess, no error."""

import pytest

import twosource
from twosource.grounding.numbers import quantities


def read(text):
    (mention,) = twosource.read(text, published_at="2031-05-02", language="en").mentions
    return mention.values.figure, {(r.field, r.value, r.rule) for r in mention.reasons}


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("٣٠٠", "digits of another script"),
        ("９" * 3, "digits of another script"),
        ("7" * 100, "more digits than a number of anything has"),
        ("1,00,0", "digits grouped as no country writes them"),
        ("Ⅻ", "digits of another script"),
        ("三百", "digits of another script"),
        ("1e400", "a power of ten as machines write it"),
        ("-5", "less than nothing is no count"),
        ("NaN", "what programs write where they have no number"),
        ("#N/A", "what programs write where they have no number"),
    ],
)
def test_an_unreadable_number_is_left_empty_with_its_reason(number, why):
    figure, reasons = read(f"The army said that {number} men had been killed in Goma.")
    assert figure is None or (figure.low is None and figure.high is None)
    assert ("figure", "", why) in reasons


def test_a_word_of_another_script_is_no_number():
    figure, reasons = read("The army said that the солдаты had been killed in Goma.")
    assert figure is None
    assert not [field for field, *_ in reasons if field == "figure"]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("30/02/2031", "the calendar has no such day, or two readings of it"),
        ("31 February 2031", "the calendar has no such day, or two readings of it"),
        ("2031-13-45", "the calendar has no such day, or two readings of it"),
        ("٣ May 2031", "digits of another script"),
    ],
)
def test_an_impossible_day_is_left_empty_with_its_reason(day, why):
    text = f"The army said that 12 men had been killed in Goma on {day}."
    (mention,) = twosource.read(text, published_at="2031-05-02", language="en").mentions
    assert mention.values.time is None
    assert ("time", "", why) in {(r.field, r.value, r.rule) for r in mention.reasons}


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("at 27:80", "no clock shows this"),
        ("at 19:60", "no clock shows this"),
        ("in the year 99999", "no calendar counts that far"),
    ],
)
def test_an_impossible_time_counts_nothing_and_says_why(when, why):
    text = f"The army said that men had been killed {when}."
    (mention,) = twosource.read(text, published_at="2031-05-02", language="en").mentions
    assert mention.values.figure is None
    assert ("time", "", why) in {(r.field, r.value, r.rule) for r in mention.reasons}


def test_possible_times_need_no_excuse():
    text = "The army said that 12 men had been killed at 23:59 of the year 2030, at odds of 24:1."
    reasons = {r.rule for m in twosource.read(text, language="en").mentions for r in m.reasons}
    assert not reasons & {"no clock shows this", "no calendar counts that far"}


def test_a_unit_that_is_no_word_stays_empty():
    figure, reasons = read("The ministry said that 300 zorkmids had been delivered to Goma.")
    assert (figure.low, figure.unit) == (300, "")
    assert ("figure.unit", "", "a unit no dictionary has") in reasons
    figure, _ = read("The ministry said that 300 crates had been delivered to Goma.")
    assert figure.unit == "item"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.000", 1000),
        ("1 000", 1000),
        ("1,000", 1000),
        ("10k", 10_000),
        ("12,34,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("1’000", 1000),
    ],
)
def test_separators(written, number):
    figure, _ = read(f"The army said that {written} men had been killed in Goma.")
    assert (figure.measure, figure.low, figure.high) == ("killed", number, number)


def test_a_decimal_comma_before_per_cent():
    (quantity,) = quantities("12,5 per cent of them")
    assert quantity.low == 12.5


def test_a_currency_that_does_not_exist_is_no_unit():
    figure, reasons = read("The ministry said the jets were worth 300 quatloos.")
    assert figure is not None
    assert figure.unit == ""
    assert ("figure.unit", "", "unknown currency") in reasons


@pytest.mark.parametrize(
    "text",
    [
        "Three men, ages 25, 26 and 33, were hurt",
        "three boys between the ages of 11 and 15",
        "three of them, ranging in age from 31 to 40",
        "three women called 911 or (661) 555-0101",
        "three men in the 3700 block of Elm Street",
    ],
)
def test_ages_telephones_and_addresses_are_no_quantities(text):
    assert [quantity.low for quantity in quantities(text)] == [3]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Both sides agreed to a six-point plan, the envoy said.", None),
        ("The army said a three-storey house was hit.", None),
        ("The army said a 500-strong force had left.", "strength"),
        ("The army said a 40-truck convoy was stopped.", "equipment"),
    ],
)
def test_what_a_hyphen_joins_to_a_number_is_counted_only_where_it_can_be(text, measure):
    figures = [m.values.figure for m in twosource.read(text, language="en").mentions]
    assert [f.measure.value if f else None for f in figures] == [measure]
