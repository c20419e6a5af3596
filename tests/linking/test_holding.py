"""Who holds a place: held, taken, lost and denied are told in many words."""

import pytest

from twosource.linking import link
from twosource.model import ClaimKind, Transfer

from .sample import Report, claim_of, days, readings, town

VELIN = town("Velin", 50.1, 20.1)


def two(first, second, day="2031-03-03"):
    """Links of two reports, each ``(words, asserter, keywords)``; the second a day later."""
    reports = []
    for name, (words, who, more) in zip(("one", "two"), (first, second), strict=True):
        report = Report(name, f"{words}, {who} said.", "2031-03-02" if name == "one" else day)
        values = {"kind": ClaimKind.CONTROL, "places": [VELIN], **more}
        reports.append(report.say(words, who, **values))
    return link(readings(*reports))


TAKEN = ("Southern troops had taken Velin", "the South", {"actors": ["Southern Guard"]})


def test_a_denied_holding_joins_the_claim_of_the_other_party():
    denial = ("Their claim to be holding Velin is a lie", "the North", {"denied": True})
    links = two(TAKEN, denial)
    assert len(links.claims) == 1
    assert [c.type.value for c in links.conflicts] == ["denial"]


def test_a_party_does_not_deny_its_own_hold():
    ours = ("Velin is under the control of the army", "Northern Staff", {"actors": ["North"]})
    denial = ("the town had fallen", "North", {"denied": True})
    assert len(two(ours, denial).claims) == 2


def test_a_denial_weeks_later_answers_something_else():
    denial = ("Their claim to be holding Velin is a lie", "the North", {"denied": True})
    assert len(two(TAKEN, denial, "2031-04-20").claims) == 2


def test_what_one_lost_the_other_has_taken():
    lost = ("Velin had been lost", "a Northern officer", {})
    links = two(TAKEN, lost)
    assert len(links.claims) == 1
    assert "lost by the one, taken by the other" in links.claims[0].why[0]


def test_giving_up_something_near_a_town_is_not_losing_it():
    lost = ("the enemy abandoned the heights north of it with its mortars and all fuel", "B", {})
    assert len(two(TAKEN, lost).claims) == 2


@pytest.mark.parametrize(
    ("receiver", "same"), [("the factions it backs", True), ("Eastern Front", False)]
)
def test_a_party_of_a_transfer_that_is_only_described_excludes_nobody(receiver, same):
    told = "Odria had promised mortars in return for fighters"
    first = (told, "A", Transfer("Odria", "bloodstained warlords", "mortars", "fighters"))
    if not same:
        first = (told, "A", Transfer("Odria", "Western Front", "mortars", "fighters"))
    second = (f"{told} they send", "B", Transfer("Odria", receiver, "mortars", "fighters"))
    reports = []
    for name, (words, who, transfer) in zip(("one", "two"), (first, second), strict=True):
        report = Report(name, f"{words}, {who} said.")
        reports.append(report.say(words, who, kind=ClaimKind.TRANSFER, transfer=transfer))
    links = link(readings(*reports))
    assert (claim_of(links, "one-1") == claim_of(links, "two-1")) is same


def test_rival_holders_without_a_day_are_of_the_day_of_the_report():
    words = ("The Northern Army holds the town", "North", {"actors": ["Northern Army"]})
    other = ("Southern troops stand in its centre", "South", {"actors": ["Southern Guard"]})
    assert [c.type.value for c in two(words, other).conflicts] == ["control"]
    assert two(words, other, "2031-03-09").conflicts == ()
    apart = (*other[:2], {**other[2], "time": days("2031-02-02")})
    assert two(words, apart).conflicts == ()


def test_in_its_hands_is_in_the_hands_of_the_speaker():
    first = ("Velin remained in its hands", "Northern Army", {})
    other = ("Southern troops hold Velin", "South", {"actors": ["Southern Guard"]})
    assert [c.type.value for c in two(first, other).conflicts] == ["control"]


def test_the_town_of_one_text_is_not_the_town_of_another():
    words = "the army is in full control of the town"
    orm = town("Orm", 44.0, 30.0)
    first = (words, "Staff", {"actors": ["Army"], "time": days("2031-03-02")})
    other = (f"{words} centre", "Staff", {"actors": ["Army"], "places": [orm]})
    assert len(two(first, other).claims) == 2


def test_one_town_under_two_names_is_one_place():
    fallen = ("Velyn had fallen", "North", {"places": [town("Velyn", 50.1, 20.1)], "denied": True})
    links = two(TAKEN, fallen)
    assert [c.type.value for c in links.conflicts] == ["denial"]


def test_his_troops_are_those_of_the_speaker():
    first = (
        "his troops had taken Velin, main town of Odria",
        "General Brel",
        {"actors": ["Odria"]},
    )
    other = ("Northern soldiers hold Velin", "North", {"actors": ["Northern Army"]})
    (conflict,) = two(first, other).conflicts
    assert "General Brel and Northern Army both hold" in conflict.why
