import pytest

from twosource.model import Figure, Measure, TimeRange, Transfer
from twosource.publishing import phrases


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2024-08-06", "2024-08-06", "6 Aug 2024"),
        ("2024-08-06", "2024-08-09", "6–9 Aug 2024"),
        ("2024-08-06", "2024-09-09", "6 Aug–9 Sep 2024"),
        ("2024-12-30", "2025-01-02", "30 Dec 2024–2 Jan 2025"),
    ],
)
def test_what_two_days_share_is_written_once(start, end, shown):
    assert phrases.period(TimeRange(start, end)) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2024-08-06T09:30:00Z", "6 Aug 2024, 09:30 UTC"),
        ("2024-08-06T09:30:00+03:00", "6 Aug 2024, 09:30 +03:00"),
        ("2024-08-06T09:30", "6 Aug 2024, 09:30"),
        ("2024-08-06", "6 Aug 2024"),
        ("last week", "last week"),
        (None, ""),
    ],
)
def test_a_time_keeps_the_zone_that_its_source_states(given, shown):
    assert phrases.moment(given) == shown


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "shown"),
    [
        (300, 300, None, "300 killed"),
        (300, 2700, None, "300–2,700 killed"),
        (300, None, None, "300 or more killed"),
        (None, 300, None, "up to 300 killed"),
        (None, None, "dozens", "number not stated killed"),
        (300, 300, "about", "about 300 killed"),
    ],
)
def test_a_figure_says_no_more_than_the_text(low, high, qualifier, shown):
    made = Figure(Measure.KILLED, low, high, "person", None, qualifier)
    assert phrases.figure(made) == shown


def test_a_transfer_shows_an_unknown_side():
    assert (
        phrases.transfer(Transfer("A", None, "shells", "oil")) == "A → ?: shells, in return for oil"
    )
