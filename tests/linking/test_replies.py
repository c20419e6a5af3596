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
