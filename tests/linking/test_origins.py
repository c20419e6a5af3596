"""Independent origins: different outlet AND different agency AND different primary source."""

from twosource.linking import link
from twosource.model import Evidence, Named, Status

from .sample import Report, days, killed, readings, town

WORDS = "41 soldiers of the Northern Army were killed at Velin on Monday"
FILLER = (
    "Snow blocked the pass.\n\nTrains stood still in Orm.\n\nBakers queued for flour all night.",
    "Markets fell sharply.\n\nA bridge was repainted green.\n\nFishermen mended their nets.",
    "The theatre reopened its doors.\n\nPoets read from old notebooks.\n\nLamps lit the harbour.",
    "Geese flew south early.\n\nFarmers ploughed late fields.\n\nWells ran dry in Kalen.",
    "A judge resigned.\n\nClerks sorted old ballots.\n\nThe mayor thanked his drivers.",
    "Oil prices rose.\n\nTankers waited offshore.\n\nPilots asked for higher fees.",
)


def vouched(*chains, texts=None, **more):
    """One claim told by several outlets, each with its chain; its origins as a list."""
    reports = []
    for at, chain in enumerate(chains):
        text = (texts or {}).get(at, f"{WORDS}.\n\n{FILLER[at]}")
        report = Report(f"doc{at}", text, f"2031-03-04T1{at}:00:00Z", publisher=f"Paper {at}")
        values = {key: value[at] for key, value in more.items()}
        report.say(WORDS, *chain, figure=killed(41), time=days("2031-03-03"), **values)
        reports.append(report)
    (claim,) = link(readings(*reports)).claims
    return claim


def test_two_agencies_are_two_origins():
    claim = vouched(["Northern Ministry"], ["Frontline Monitor"])
    assert claim.independent_origins == 2
    assert claim.status is Status.CORROBORATED


def test_one_agency_in_ten_outlets_is_one_origin():
    claim = vouched(*[["National Intelligence Service"]] * 6)
    assert claim.independent_origins == 1
    assert len(claim.origins[0].documents) == 6
    assert claim.status is Status.SINGLE_ORIGIN


def test_an_agency_its_abbreviation_and_its_spokesman_are_one():
    claim = vouched(
        ["National Intelligence Service"],
        ["NIS"],
        ["National Intelligence Service spokesman"],
        ["officials of the National Intelligence Service"],
    )
    assert claim.independent_origins == 1


def test_a_state_and_its_ministry_are_not_shown_to_be_independent():
    claim = vouched(["Ukraine"], ["Ukrainian Defence Ministry"])
    assert claim.independent_origins == 1
    assert "one house" in claim.origins[1].why


def test_who_only_passes_on_is_no_origin():
    claim = vouched(["Frontline Monitor"], ["Frontline Monitor", "two commanders"])
    assert claim.independent_origins == 1


def test_an_outlet_citing_others_is_not_counted_beside_its_source():
    claim = vouched(["officer"], ["several outlets"], evidence=[Evidence.NONE, Evidence.MEDIA])
    assert [origin.counted for origin in claim.origins] == [True, False]
    assert claim.origins[1].why


def test_a_reporter_on_the_scene_is_an_origin():
    claim = vouched(
        ["Northern Ministry"], ["Ostrava Wire"], evidence=[Evidence.OFFICIAL, Evidence.WITNESS]
    )
    assert claim.independent_origins == 2


def test_two_unnamed_officials_of_one_kind_may_be_one_man():
    claim = vouched(
        ["Western defence diplomat"],
        ["Western diplomat"],
        named=[Named.UNNAMED, Named.UNNAMED],
    )
    assert claim.independent_origins == 1


def test_a_source_that_the_text_derives_from_another_is_not_counted():
    text = f"{WORDS}, a Foreign Office man said. He believed that it rested on the Ostrava report."
    claim = vouched(["Ostrava Wire", "unnamed colonel"], ["Foreign Office man"], texts={1: text})
    assert claim.independent_origins == 1
    assert "Ostrava" in claim.origins[-1].why


def test_nobody_credited_is_no_origin():
    claim = vouched([], [])
    assert claim.origins == ()
    assert claim.status is Status.UNATTRIBUTED


def test_a_copys_mention_adds_nothing_even_where_it_credits_another():
    body = (
        f"{WORDS}.\n\nThe road to the south is closed to lorries until further notice.\n\n"
        "Nurses at the district hospital asked for blood of all groups."
    )
    claim = vouched(["Northern Ministry"], ["Copyist Desk"], texts={0: body, 1: body})
    assert claim.independent_origins == 1
    assert "copied" in claim.origins[1].why


def test_the_reason_stands_beside_every_origin_not_counted():
    claim = vouched(["Ukraine"], ["Ukrainian Defence Ministry"], ["Frontline Monitor"])
    assert all(origin.why for origin in claim.origins if not origin.counted)
    assert claim.independent_origins == sum(origin.counted for origin in claim.origins) == 2


def test_a_director_and_the_institution_are_one():
    text = f"Nadia Harf runs the Frontline Monitor from two rooms.\n\n{WORDS}, she said."
    claim = vouched(["Frontline Monitor"], ["Nadia Harf"], texts={1: text})
    assert claim.independent_origins == 1
    assert "speaks for" in claim.origins[1].why


def test_bare_officials_beside_officials_of_one_text_are_one():
    text = f"{WORDS}, officials said. {WORDS} in all, European officials in Orm said."
    report = Report("one", text)
    values = {"figure": killed(41), "time": days("2031-03-03"), "named": Named.UNNAMED}
    report.say(WORDS, "officials", **values)
    report.say(f"{WORDS} in all", "European officials in Orm", **values)
    (claim,) = link(readings(report)).claims
    assert claim.independent_origins == 1
    assert "may be the same person" in claim.origins[1].why


def test_who_is_heard_only_through_an_outlet_adds_nothing_to_its_own_report():
    one = Report("one", f"{WORDS}, the Service said.\n\n{FILLER[0]}", publisher="Northline Wire")
    one.say(WORDS, "Intelligence Service", figure=killed(41), time=days("2031-03-03"))
    two = Report("two", f"{WORDS}, Northline quoted Mr Han as saying.", "2031-03-03")
    two.say(WORDS, "Northline news agency", "Han", figure=killed(41), time=days("2031-03-03"))
    (claim,) = link(readings(one, two)).claims
    assert claim.independent_origins == 1
    assert "heard only through" in claim.origins[1].why


def test_officials_of_no_house_are_not_shown_to_be_another():
    claim = vouched(["Northern Ministry"], ["senior officials"], named=[Named.NAMED, Named.UNNAMED])
    assert claim.independent_origins == 1
    assert "whose official" in claim.origins[1].why


def test_an_army_without_a_name_is_not_shown_to_be_another_than_the_one_with_a_name():
    reports = []
    for name, who in (("one", "Odrian Defence Army"), ("two", "breakaway region's own army")):
        words = "59 soldiers were killed at Velin on Monday"
        report = Report(name, f"{words}, said the {who}.", f"2031-03-0{len(reports) + 3}")
        report.say(words, who, figure=killed(59), places=[town("Velin", 50.1, 20.1)])
        reports.append(report)
    (claim,) = link(readings(*reports)).claims
    assert claim.independent_origins == 1
    assert "only described" in claim.origins[1].why
