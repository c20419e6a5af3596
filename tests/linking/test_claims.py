"""Same claim: values decide first; what is near is not the same."""

from dataclasses import replace

import pytest

from twosource.linking import link
from twosource.model import ClaimKind, Figure, Measure, Precision, TimeFrame

from .sample import Report, claim_of, days, killed, readings, town

VELIN = town("Velin", 50.1, 20.1)
MONDAY = days("2031-03-03")


def told(first, second, **both):
    """Are two statements by different outlets one claim? Each is ``(words, keywords)``."""
    reports = []
    for name, (words, values) in zip(("one", "two"), (first, second), strict=True):
        report = Report(name, f"{words}, an official said.\n", f"2031-03-0{len(reports) + 4}")
        report.say(words, f"{name} ministry", **{**both, **values})
        reports.append(report)
    links = link(readings(*reports))
    return claim_of(links, "one-1") == claim_of(links, "two-1")


TOLL = ("300 soldiers of the Northern Army were killed at Velin on Monday", {})


def test_a_paraphrase_with_equal_values_is_the_same_claim():
    second = ("The fighting for Velin cost the lives of 300 Northern Army servicemen", {})
    assert told(TOLL, second, figure=killed(300), places=[VELIN], time=MONDAY)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("3,000 soldiers of the Northern Army were killed at Velin on Monday", killed(3000)),
        (
            "300 soldiers of the Northern Army were killed or wounded at Velin on Monday",
            killed(300, measure=Measure.CASUALTIES),
        ),
        (
            "300 soldiers of the Southern Guard were killed at Velin on Monday",
            killed(300, group="Southern Guard"),
        ),
        ("310 soldiers of the Northern Army were killed at Velin on Monday", killed(310)),
    ],
    ids=["300 is not 3,000", "killed is not casualties", "another group", "a later, higher toll"],
)
def test_another_figure_is_another_claim(words, values):
    first = (TOLL[0], {"figure": killed(300)})
    assert not told(first, (words, {"figure": values}), places=[VELIN], time=MONDAY)


def test_tuesday_is_not_march():
    second = (
        "300 soldiers of the Northern Army were killed at Velin in March",
        {"time": days("2031-03-10", "2031-03-31")},
    )
    first = (TOLL[0], {"time": days("2031-03-04")})
    assert not told(first, second, figure=killed(300), places=[VELIN])


def test_a_daily_figure_is_not_a_cumulative_one():
    first = (TOLL[0], {"figure": killed(300, cumulative=False)})
    second = (
        "300 Northern Army soldiers killed at Velin since Monday",
        {"figure": killed(300, cumulative=True)},
    )
    assert not told(first, second, places=[VELIN])


def test_a_town_is_not_its_district():
    first = ("Southern troops control the town of Velin", {"places": [VELIN]})
    second = (
        "Southern troops control the Velin district",
        {"places": [town("Velin", 50.1, 20.1, Precision.DISTRICT)]},
    )
    assert not told(first, second, kind=ClaimKind.CONTROL, actors=["Southern forces"], time=MONDAY)


def test_one_party_holding_one_place_at_one_time_is_one_claim_whatever_the_words():
    first = ("Our flag is flying over Velin", {})
    second = ("Southern soldiers patrol the centre of the city", {})
    assert told(
        first,
        second,
        kind=ClaimKind.CONTROL,
        actors=["Southern forces"],
        places=[VELIN],
        time=MONDAY,
    )


def test_another_holder_is_another_claim():
    first = ("Velin is under the full control of the army", {"actors": ["Northern Army"]})
    second = ("Velin is under the full control of the guard", {"actors": ["Southern Guard"]})
    assert not told(first, second, kind=ClaimKind.CONTROL, places=[VELIN], time=MONDAY)


def test_a_forecast_is_not_an_event():
    words = "Southern columns crossed the Orm river near Velin"
    first = (words, {"frame": TimeFrame.FUTURE})
    assert not told(first, (words, {"frame": TimeFrame.PAST}))


def test_up_to_a_number_and_the_range_below_it_tell_one_estimate():
    first = (
        "between 1,500 and 2,000 Northern soldiers were killed",
        {"figure": killed(1500, 2000)},
    )
    second = (
        "up to 2,000 soldiers of the Northern Army were killed",
        {"figure": killed(None, 2000)},
    )
    assert told(first, second, time=MONDAY)


def test_no_chain_joins_what_excludes_one_another():
    reports = []
    for at, figure in enumerate((killed(300), None, killed(3000))):
        words = "soldiers of the Northern Army killed at the Velin bridgehead by rocket fire"
        report = Report(f"r{at}", f"{words}.", f"2031-03-0{at + 1}")
        report.say(words, "staff", figure=figure, places=[VELIN])
        reports.append(report)
    links = link(readings(*reports))
    assert claim_of(links, "r0-1") != claim_of(links, "r2-1")


def answered(text, *statements):
    report = Report("only", text)
    for words, who, extra in statements:
        report.say(words, who, **extra)
    return link([report.reading])


def test_an_elliptic_denial_joins_what_it_answers():
    links = answered(
        "Two Southern helicopters were shot down, the Northern Staff said. The South denied "
        "losing any aircraft.",
        ("Two Southern helicopters were shot down", "Northern Staff", {"kind": ClaimKind.ATTACK}),
        ("losing any aircraft", "South", {"denied": True}),
    )
    assert len(links.claims) == 1
    assert [c.type.value for c in links.conflicts] == ["denial"]


def test_calling_a_figure_a_fantasy_denies_it_and_vouches_for_nothing():
    links = answered(
        "The Southern Staff said 550 Northern soldiers had been killed.\n\n\"The enemy's figure is "
        'a fantasy," the Northern Staff said.',
        ("550 Northern soldiers had been killed", "Southern Staff", {"figure": killed(550)}),
        ("The enemy's figure is a fantasy", "Northern Staff", {}),
    )
    (claim,) = links.claims
    assert [origin.actor for origin in claim.origins] == ["Southern Staff"]
    assert [c.type.value for c in links.conflicts] == ["denial"]


def test_the_same_number_points_back():
    links = answered(
        "The agency put the dead at 550. A senator gave the same number.",
        ("the dead at 550", "agency", {"figure": killed(550)}),
        ("the same number", "senator", {}),
    )
    assert len(links.claims) == 1


def test_a_lower_figure_does_not_point_back():
    links = answered(
        "The agency put the dead at 550. A senator gave a lower figure.",
        ("the dead at 550", "agency", {"figure": killed(550)}),
        ("a lower figure", "senator", {}),
    )
    assert len(links.claims) == 2


def test_a_denial_with_words_of_its_own_does_not_join_just_anything_before_it():
    links = answered(
        "Four were wounded, the prosecutor said.\n\nThe Northern Staff denied that citizens of "
        "third countries serve in its brigades.",
        ("Four were wounded", "prosecutor", {"figure": killed(4, measure=Measure.WOUNDED)}),
        ("citizens of third countries serve in its brigades", "Northern Staff", {"denied": True}),
    )
    assert len(links.claims) == 2


def test_a_summary_is_one_readable_line():
    links = answered(
        'The Staff said "Velin\nis   ours" on Monday.', ("Velin\nis   ours", "Staff", {})
    )
    assert links.claims[0].summary == "Velin is ours"


def test_men_lost_may_be_men_killed():
    first = ("North Odria has lost about 320 soldiers killed", {"figure": killed(320)})
    lost = killed(320, measure=Measure.CASUALTIES)
    assert told(first, ("North Odria loses 320 soldiers", {"figure": lost}))


def test_men_lost_are_not_men_wounded():
    first = ("320 soldiers wounded at Velin", {"figure": killed(320, measure=Measure.WOUNDED)})
    lost = killed(320, measure=Measure.CASUALTIES)
    assert not told(first, ("320 soldiers lost at Velin", {"figure": lost}), places=[VELIN])


def test_a_bare_range_takes_measure_and_group_from_nowhere():
    full = ("Northern Army has lost between 1,500 and 2,000 killed", killed(1500, 2000))
    bare = ("1,500 to 2,000", killed(1500, 2000, group=None, measure=Measure.STRENGTH))
    assert told((full[0], {"figure": full[1]}), (bare[0], {"figure": bare[1]}))


@pytest.mark.parametrize(
    ("group", "same"),
    [
        ("its own army", True),
        ("enemy soldiers", True),
        ("breakaway region's own army", True),
        ("police of the capital", False),
        ("civilians", False),
    ],
)
def test_a_group_that_names_nobody_excludes_only_its_opposite(group, same):
    words = "59 killed at Velin on Monday"
    first = (f"{words}, by one count", {"figure": killed(59, group="Northern soldiers")})
    second = (f"{words}, by another", {"figure": killed(59, group=group)})
    assert told(first, second, places=[VELIN], time=MONDAY) is same


def test_what_an_outlet_is_credited_with_is_what_it_printed():
    words = "Up to 2,000 men have been killed since war broke out"
    figure = killed(None, group=None)
    for relay, same in (("Volna news agency", True), ("Ostrava Wire", False)):
        one = Report(
            "one", "The army lost 1,500 to 2,000 dead, an officer said.", publisher="Volna"
        )
        one.say("The army lost 1,500 to 2,000 dead", "officer", figure=killed(1500, 2000))
        two = Report("two", f"{words}, it reported.", "2031-03-03")
        two.say(words, relay, "colonel", figure=Figure(figure.measure, None, 2000, "person"))
        links = link(readings(one, two))
        assert (claim_of(links, "one-1") == claim_of(links, "two-1")) is same


def test_other_days_of_a_month_are_another_deadline():
    first = "The town is to be handed over by 15 November"
    second = "The town is to be handed over by 25 November"
    values = {"kind": ClaimKind.AGREEMENT, "places": [VELIN], "frame": TimeFrame.FUTURE}
    assert told((first, {}), (f"{first} at noon", {}), **values)
    assert not told((first, {}), (second, {}), **values)


def test_a_place_is_nobody_who_holds_it():
    both = {"kind": ClaimKind.CONTROL, "places": [VELIN], "time": MONDAY}
    first = ("Velin is under full control of the Northern Army", {"actors": ["Velin", "North"]})
    second = ("Units of the Southern Guard control Velin", {"actors": ["Velin", "South"]})
    assert not told(first, second, **both)


@pytest.mark.parametrize(
    ("second", "day", "same"),
    [
        ("Two men are dead", "2031-08-20", False),
        ("Two men are dead", "2031-05-02", True),
        ("Two men are dead in Velin", "2031-08-20", True),
    ],
    ids=["months apart and nothing in common", "of one day", "one town named by both"],
)
def test_like_words_months_apart_need_something_that_ties_them_to_one_incident(second, day, same):
    first = "Two men are dead in Velin" if "Velin" in second else "Two men are dead"
    spot = [VELIN] if "Velin" in second else []
    assert one_incident(first, second, day, figure=killed(2, group=None), places=spot) is same


def one_incident(first, then, day="2031-08-20", asserter="police", second=None, **values):
    """Do a report of May and one of that day tell one claim, all else being different?"""
    reports = []
    for name, words, when in (("one", first, "2031-05-02"), ("two", then, day)):
        rest = (
            "Snow blocked the pass. Trains stood still. Bakers queued for flour."
            if name == "one"
            else "A judge resigned. Clerks sorted ballots. Fishermen mended their nets."
        )
        report = Report(name, f"{words}, {asserter} said. {rest}", when)
        more = second if second and name == "two" else {}
        reports.append(report.say(words, asserter, **{**values, **more}))
    links = link(readings(*reports))
    return claim_of(links, "one-1") == claim_of(links, "two-1")


@pytest.mark.parametrize(
    ("words", "asserter", "same"),
    [
        ("A 22-year-old man was shot in the leg", "police", False),
        ("A band of 1,220 men was shot at in the pass", "police", True),
        ("The mother was at home when the shots fell", "Investigators", False),
        ("The mother was at home when the shots fell", "Brel", True),
        ("We don't know why it happened and can't say more", "police", False),
        ("Two men are dead", "police", False),
        ("Two Southern men are dead", "police", True),
    ],
    ids=[
        *("an age", "a particular number", "a word with a capital", "a name", "a contraction"),
        *("a people that the words do not name", "a people that they name"),
    ],
)
def test_what_any_incident_may_share_ties_none_to_another(words, asserter, same):
    more = {"figure": killed(2, group="Southern civilians")} if words.startswith("Two") else {}
    assert one_incident(words, words, asserter=asserter, **more) is same


def test_a_people_is_no_tie_where_the_reports_are_from_different_towns():
    people = killed(2, group="Southern civilians")
    # the towns stand elsewhere in the texts, so that they are hints
    here, there = (
        replace(town(n, lat, 20.1), spans=((60, 64),)) for n, lat in (("A", 50), ("B", 54))
    )
    words = "Two Southern men are dead"
    assert one_incident(words, words, figure=people, places=[here])
    assert not one_incident(words, words, second={"places": [there]}, figure=people, places=[here])
