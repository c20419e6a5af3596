from twosource.model import Document
from twosource.reading.coreference import Cast
from twosource.reading.parsed import parse
from twosource.reading.turns import turns

from .sayings import mentions

INTERVIEW = """We spoke to Ruth Mwangi, who runs the Coast Monitor.

HARBOUR VOICE: How many boats came?

MWANGI: Ninety boats since May.

HARBOUR VOICE: And since then?

MWANGI: Two captains told us that the navy fires at night. Kenya's navy says it does not.
"""


def test_the_interviewee_speaks_in_their_turn_and_relays_what_others_told_them() -> None:
    first, second = mentions(
        INTERVIEW,
        ("Ninety boats since May", "", "MWANGI"),
        ("the navy fires at night", "told", "Two captains"),
        publisher="Harbour Voice",
    )
    assert first.chain == ("Ruth Mwangi",)
    assert first.quote == "direct"
    assert second.chain == ("Ruth Mwangi", "captains")


def test_questions_and_answers_without_labels() -> None:
    text = "Ruth Mwangi runs a charity in Kenya. We met Ruth Mwangi in May.\n\n" + "\n\n".join(
        f"{question}\n\n{answer}"
        for question, answer in [
            ("How many boats came?", "I think ninety boats came."),
            ("When?", "Mostly in May."),
            ("Who sent them?", "Nobody knows that."),
            ("Will more come?", "Perhaps."),
        ]
    )
    found = mentions(text, ("ninety boats came", "think", "I"))[0]
    assert found.asserter == "Ruth Mwangi"


def test_an_announced_interview_needs_few_questions() -> None:
    text = (
        "The Dispatch interviews the ceasefire monitor Elin Dahlstad\n\n"
        "Carl Okoro of the mission introduced her.\n\n"
        "Who holds the bridge now?\n\nI think the rebels hold it.\n\n"
        "Since when?\n\nSince Tuesday night."
    )
    parsed = parse(text)
    found = turns(parsed, Cast(Document("d", "d", text, "", publisher="The Dispatch")))
    assert [t.actor.person for t in found if t.actor and not t.house] == ["Elin Dahlstad"] * 2
