"""Conflicts, and for each near-contradiction the proof that it is none."""

from dataclasses import replace

import pytest

from twosource.linking import link
from twosource.model import ClaimKind, Figure, Measure

from .sample import Report, days, killed, readings, town

VELIN = town("Velin", 50.1, 20.1)
WEEK = days("2031-03-01", "2031-03-07")


def between(first, second, who=("Northern Staff", "Southern Staff"), **both):
    reports = []
    for name, asserter, values in zip(("one", "two"), who, (first, second), strict=True):
        words = f"the {name} statement about losses told here"
        report = Report(name, f"{asserter}: {words}.", f"2031-03-0{len(reports) + 8}")
        report.say(words, asserter, **{**both, **values})
        reports.append(report)
    return [conflict.type.value for conflict in link(readings(*reports)).conflicts]


def toll(figure, time=WEEK, **more):
    return {"figure": figure, "time": time, **more}


def test_ranges_that_do_not_meet_conflict():
    assert between(toll(killed(1500, 2000)), toll(killed(3600))) == ["figure"]


@pytest.mark.parametrize(
    "second",
    [
        toll(killed(1800)),
        toll(killed(1900, None)),
        toll(killed(3600), days("2031-02-01", "2031-02-07")),
        toll(killed(3600), None),
        toll(killed(3600, group="Southern Guard")),
        toll(killed(3600, group=None)),
        toll(killed(3600, measure=Measure.CASUALTIES)),
        toll(killed(3600), days("2031-03-07")),
        toll(killed(3600), places=[town("Orm", 44.0, 30.0)]),
    ],
    ids=[
        "inside the range",
        "at least",
        "another week",
        "time unknown",
        "another group",
        "group unknown",
        "another measure",
        "one day against the whole week",
        "another place",
    ],
)
def test_near_contradictions_are_none(second):
    first = toll(killed(1500, 2000), places=[VELIN] if "places" in second else [])
    assert between(first, second) == []


def test_cumulative_against_daily_is_none():
    first = toll(killed(100, cumulative=False), days("2031-03-07"))
    assert between(first, toll(killed(900, cumulative=True), days("2031-03-07"))) == []


def test_a_later_toll_by_the_same_origin_is_a_revision():
    assert between(toll(killed(21)), toll(killed(25)), who=("Staff", "Staff")) == []


def held(by, time=WEEK, place=VELIN):
    return {"actors": [by], "time": time, "places": [place]}


def test_two_parties_cannot_hold_one_place_at_one_time():
    found = between(held("Northern Army"), held("Southern Guard"), kind=ClaimKind.CONTROL)
    assert found == ["control"]


@pytest.mark.parametrize(
    "second",
    [
        held("Southern Guard", days("2031-04-01")),
        held("Southern Guard", None),
        held("Southern Guard", place=town("Orm", 44.0, 30.0)),
        held("Northern Army 3rd Brigade"),
    ],
    ids=["another time", "time unknown", "another place", "a part of the same army"],
)
def test_holding_is_no_conflict_where_both_can_be(second):
    assert between(held("Northern Army"), second, kind=ClaimKind.CONTROL) == []


def test_leaving_a_place_is_not_holding_it():
    one = Report("one", "The last units of the Northern Army left Velin.", "2031-03-08")
    one.say(
        "The last units of the Northern Army left Velin",
        "A",
        kind=ClaimKind.CONTROL,
        **held("Northern Army"),
    )
    two = Report("two", "Southern Guard units hold Velin.", "2031-03-09")
    two.say(
        "Southern Guard units hold Velin", "B", kind=ClaimKind.CONTROL, **held("Southern Guard")
    )
    assert link(readings(one, two)).conflicts == ()


def test_counts_of_different_things_at_one_place_are_no_conflict():
    counts = []
    for name, words, many in (("one", "two camps near Velin", 2), ("two", "19 barracks there", 19)):
        report = Report(name, f"{words}, said {name}.", "2031-03-08")
        figure = Figure(Measure.OTHER, many, many, "item")
        report.say(words, f"{name} monitor", figure=figure, places=[VELIN], time=WEEK)
        counts.append(report)
    assert link(readings(*counts)).conflicts == ()


def test_up_from_eleven_is_what_was_before():
    report = Report("one", "There are 19 barracks now, the monitor said, up from eleven.")
    for words, many, who in (("19 barracks", 19, "A"), ("up from eleven", 11, "B")):
        figure = Figure(Measure.OTHER, many, many, "item")
        report.say(words, who, figure=figure, places=[VELIN], time=WEEK)
    assert link(readings(report)).conflicts == ()


def test_counts_of_all_so_far_are_of_one_time_where_they_count_up_to_one_day():
    since = toll(killed(1500, 2000, cumulative=True), days("2031-02-01", "2031-03-07"))
    by = toll(killed(3600, cumulative=True), days("2031-03-07"))
    assert between(since, by) == ["figure"]
    assert between(since, toll(killed(3600, cumulative=True), days("2031-03-04"))) == []


def test_another_number_put_on_the_same_count_needs_no_place_of_its_own():
    words = ("90,000 people had left Velin", "the number at 84,000 on that date")
    report = Report("one", f"{words[0]}, A said. B put {words[1]}.", "2031-03-08")
    displaced = {"measure": Measure.DISPLACED, "group": "Velin civilians"}
    report.say(words[0], "A", figure=killed(90_000, **displaced), places=[VELIN], time=WEEK)
    capital = replace(town("Orm", 50.4, 20.4), spans=((0, 1),))  # taken over from elsewhere
    report.say(words[1], "B", figure=killed(84_000, **displaced), places=[capital], time=WEEK)
    assert [c.type.value for c in link(readings(report)).conflicts] == ["figure"]


def test_seven_by_noon_against_ten_by_the_same_hour():
    report = Report("one", "A counted seven transports by noon, B ten by the same hour.")
    for words, who, many in (
        ("seven transports by noon", "A", 7),
        ("ten by the same hour", "B", 10),
    ):
        figure = Figure(Measure.OTHER, many, many, "item")
        report.say(words, who, figure=figure, time=days("2031-03-02"))
    assert [c.type.value for c in link(readings(report)).conflicts] == ["figure"]


def test_tolls_of_two_days_are_two_tolls():
    assert between(toll(killed(40), days("2031-03-02")), toll(killed(90), days("2031-03-05"))) == []
