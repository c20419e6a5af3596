"""The day that relative times count from: publication, dateline, clocks."""

import pytest

import twosource
from twosource.grounding.anchor import zone_of

SHELLED = "Guerrillas shelled the barracks {}, the army said."


def day(text, published):
    mentions = twosource.read(text, published_at=published, language="en").mentions
    return mentions[-1].values.time.start if mentions[-1].values.time else None


@pytest.mark.parametrize(
    ("head", "published", "expected"),
    [
        ("SEOUL (Yonhap) -- ", "2022-01-15T23:30:00Z", "2022-01-16"),
        ("SEOUL (Yonhap) -- ", "2022-01-15T23:30:00+09:00", "2022-01-15"),
        ("WASHINGTON (AP) -- ", "2022-01-16T01:30:00Z", "2022-01-15"),
        ("GOMA, Congo (AP) -- ", "2022-01-15T22:30:00Z", "2022-01-16"),
        ("SEOUL (Yonhap) -- ", "2022-01-15", "2022-01-15"),
        ("SEOUL (Yonhap) -- ", "2022-01-15T00:00:00Z", "2022-01-15"),
        ("", "2022-01-15T23:30:00Z", "2022-01-15"),
        ("SEOUL, Jan. 14 (Yonhap) -- ", "2022-01-15T03:00:00Z", "2022-01-14"),
        ("SEOUL, Dec. 31 (Yonhap) -- ", "2022-01-01T03:00:00Z", "2021-12-31"),
        ("SEOUL, March 3 (Yonhap) -- ", "2022-01-15T03:00:00Z", "2022-01-15"),
    ],
)
def test_today_is_the_day_where_the_dispatch_was_filed(head, published, expected):
    assert day(head + SHELLED.format("today"), published) == expected


def test_a_weekday_counts_from_the_local_day():
    text = "SEOUL (Yonhap) -- " + SHELLED.format("on Sunday")
    assert day(text, "2022-01-15T23:30:00Z") == "2022-01-16"


def test_a_dateline_with_a_year_dates_a_text_without_a_stamp():
    text = "MOSCOW, April 28, 2022 (Reuters) - " + SHELLED.format("on Tuesday")
    assert day(text, None) == "2022-04-26"


def test_places_have_the_zone_of_their_country_or_division():
    assert zone_of("VLADIVOSTOK") == "Asia/Vladivostok"
    assert zone_of("PARIS, Texas") == "America/Chicago"
    assert zone_of("PARIS") == "Europe/Paris"
    assert zone_of("Russia") is None
    assert zone_of("XYZZYVILLE") is None
