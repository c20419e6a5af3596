"""What a denial denies: the news as such, never what nobody said, never one's own words."""

from twosource.linking import link
from twosource.model import Claim, ConflictType

from .sample import Report, killed, readings

LEAD = "The Northern Army moved two brigades across the Lesna"
DETAIL = "They will go to the front once their training is finished"


def _denied(*reports: Report) -> list[Claim]:
    """The claims that somebody denies."""
    links = link(readings(*reports))
    names = {c.a for c in links.conflicts if c.type is ConflictType.DENIAL}
    return [claim for claim in links.claims if claim.id in names]


def test_a_denied_report_is_what_the_text_is_about() -> None:
    text = f"{LEAD}, the Agency said. {DETAIL}, it said. The Staff denied the report."
    report = Report("one", text)
    report.say(LEAD, "Agency").say(DETAIL, "Agency").say("the report", "Staff", denied=True)
    assert [claim.summary for claim in _denied(report)] == [LEAD]


def test_a_negative_after_an_unattributed_line_denies_nothing() -> None:
    text = "Two of them are held in Velin. Neither has asked to go home, the service said."
    report = Report("one", text)
    report.say("Two of them are held in Velin")
    report.say("Neither has asked to go home", "Service", denied=True)
    assert _denied(report) == []


def test_nobody_denies_what_it_says_itself() -> None:
    one = Report("one", "The army has taken Velin, the Staff said.")
    one.say("The army has taken Velin", "Staff")
    two = Report("two", "The claim that the army has taken Velin is a lie, the Staff said.")
    two.say("The claim that the army has taken Velin is a lie", "Staff", denied=True)
    links = link(readings(one, two))
    assert len(links.claims) == 2
    assert links.conflicts == ()


def test_an_official_does_not_deny_what_his_own_state_said() -> None:
    text = "Chad bombed a school, Libya said. It strikes only bases, Chad says. “This is a lie,”"
    report = Report("one", f"{text} a Chadian official said.")
    report.say("Chad bombed a school", "Libya").say("It strikes only bases", "Chad")
    report.say("This is a lie", "Chadian official", denied=True)
    assert [claim.summary for claim in _denied(report)] == ["Chad bombed a school"]


def test_nobody_denies_what_he_passed_on_himself() -> None:
    text = "An envoy heard from rebels that 600 were dead. Nobody can get there, he added."
    report = Report("one", text)
    report.say("600 were dead", "Envoy", "Rebels")
    report.say("Nobody can get there", "Envoy", denied=True)
    assert _denied(report) == []


def test_news_called_an_invention_is_denied() -> None:
    one = Report("one", "Fighters from Sarel were sent to Odria, the Monitor said.")
    one.say("Fighters from Sarel were sent to Odria", "Monitor")
    two = Report(
        "two", "News that fighters from Sarel were sent to Odria is an invention, he said."
    )
    two.say("News that fighters from Sarel were sent to Odria is an invention", "Minister")
    (claim,) = link(readings(one, two)).claims
    assert [origin.actor for origin in claim.origins] == ["Monitor"]


def test_a_denied_presence_is_no_answer_to_a_count_that_merely_shares_its_people() -> None:
    text = (
        "Odria holds two wounded Sarel soldiers taken prisoner at Orm, it says.\n\n"
        "Sarel called reports of Sarel soldiers abroad a hoax."
    )
    report = Report("one", text)
    report.say("two wounded Sarel soldiers taken prisoner at Orm", "Odria", figure=killed(2))
    report.say("reports of Sarel soldiers abroad a hoax", "Sarel", denied=True)
    assert _denied(report) == []


def test_an_elliptic_denial_never_means_what_comes_after_it() -> None:
    text = (
        "Did foreigners fight there? Odria denies that any were sent. The Monitor ended at 2,050 "
        "sent."
    )
    report = Report("one", text)
    report.say("any were sent", "Odria", denied=True)
    report.say("2,050 sent", "Monitor", figure=killed(2050))
    assert _denied(report) == []


def test_this_is_a_falsehood_denies_what_was_said_before_however_long_the_judgement() -> None:
    text = "The town is taken, the Guard said. This is one more falsehood for foreign ears."
    report = Report("one", text)
    report.say("The town is taken", "Guard")
    report.say("This is one more falsehood for foreign ears", "Staff", denied=True)
    assert [claim.summary for claim in _denied(report)] == ["The town is taken"]


def test_a_copied_denial_denies_what_it_denied_where_it_was_copied_from() -> None:
    toll = "1,500 to 2,000 servicemen have been killed since the war began in the valley"
    beds = "The wounded now fill 14 hospitals in the capital and two converted hotels"
    branded = 'the figure "an anonymous invention"'
    one = Report(
        "one",
        f"{toll}, the officer told Lodestar. The ministry branded {branded} on Tuesday evening.",
        publisher="Lodestar",
    )
    one.say(toll, "officer", figure=killed(1500, 2000)).say(branded, "ministry", denied=True)
    two = Report(
        "two",
        f"{toll}, an officer told Lodestar. {beds}. The ministry branded {branded} on Tuesday "
        "evening.",
        "2031-03-03",
    )
    two.say(toll, "officer", figure=killed(1500, 2000))
    two.say(beds, "officer").say(branded, "ministry", denied=True)
    (claim,) = _denied(one, two)
    assert {"one-1", "one-2", "two-1", "two-3"} <= set(claim.mentions)


def test_a_similar_estimate_points_to_a_figure_though_it_has_one_of_its_own() -> None:
    text = "Up to 2,000 were killed, A said. B gave a similar estimate, no higher than 2,000."
    report = Report("one", text)
    report.say("Up to 2,000 were killed", "A", figure=killed(None, 2000))
    report.say("a similar estimate, no higher than 2,000", "B")
    assert len(link(readings(report)).claims) == 1


def test_two_that_say_no_agree() -> None:
    one = Report("one", "The two prisoners had not asked to go to Odria, the Service said.")
    one.say("The two prisoners had not asked to go to Odria", "Service")
    two = Report("two", "Neither of the two prisoners has asked to go to Odria, Brel said.")
    two.say("Neither of the two prisoners has asked to go to Odria", "Brel", denied=True)
    assert _denied(one, two) == []


def test_to_be_about_the_same_people_is_not_to_say_the_same() -> None:
    one = Report("one", "About 300 Odrian soldiers have been killed, a lawmaker said.")
    words = "About 300 Odrian soldiers have been killed"
    one.say(words, "lawmaker", figure=killed(300, group="Odrian forces"), actors=["Odria"])
    two = Report("two", "The Palace thanked the Odrian soldiers for their help.", "2031-04-02")
    two.say("the Odrian soldiers for their help", "Palace", actors=["Odrian soldiers"])
    assert len(link(readings(one, two)).claims) == 2


def test_a_number_that_a_correction_takes_back_is_not_vouched_for_again() -> None:
    one = Report("one", "250 Odrians were killed at Velin on Friday, the ministry said.")
    one.say("250 Odrians were killed at Velin on Friday", "ministry", figure=killed(250))
    two = Report("two", "It later corrected the number of dead: 55, not 250.", "2031-03-03")
    two.say("the number of dead: 55", "ministry", figure=killed(55))
    two.say("not 250", "Clarion", figure=killed(250))
    claims = link(readings(one, two)).claims
    (claim,) = (claim for claim in claims if "one-1" in claim.mentions)
    assert [origin.actor for origin in claim.origins] == ["ministry"]
    assert not any("two-2" in o.mentions for c in claims for o in c.origins)
