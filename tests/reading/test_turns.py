from twosource.model import Document
from twosource.reading.coreference import Cast
from twosource.reading.describe import describe
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader
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


def speakers(text: str) -> list[str]:
    found = turns(parse(text), Cast(Document("d", "d", text, "", publisher="The Dispatch")))
    return [t.actor.person for t in found if t.actor is not None and not t.house]


def test_labels_that_name_one_speaker_in_several_ways_are_one() -> None:
    text = (
        "Jon Hale: You left in May. Why?\n\nElin Dahl: They shelled us.\n\n"
        "JH: Will you go back?\n\nED: No.\n\nJH: Never?\n\nDahl: No."
    )
    assert speakers(text) == ["Elin Dahl"] * 3


def test_a_title_in_a_label_is_no_part_of_the_name() -> None:
    text = "QUESTION: Was it shot down?\n\nMR. MILLER: Yes.\n\nQUESTION: By whom?\n\nMILLER: By us."
    assert speakers(text) == ["Miller", "Miller"]


def test_what_is_said_in_an_answer_is_credited_once_to_whoever_answers() -> None:
    text = (
        "We spoke to Elin Dahl about the truce.\n\nQ: What happened?\n\n"
        "A: The army shelled Orm on 3 April.\n\nQ: And then?\n\nA: We left."
    )
    parsed = parse(text)
    document = Document("d", "d", text, "", publisher="The Dispatch", language="en")
    found = describe(document, parsed, RuleReader().attributions(document, parsed))
    assert [(m.chain, m.quote) for m in found][1:] == [(("Elin Dahl",), "direct")]


def test_who_makes_a_claim_in_a_question_is_credited_with_it() -> None:
    text = (
        "Elin Dahl: They shelled us.\n\nThe Dispatch: Veld's government claims that you were asked "
        "to leave.\n\nElin Dahl: That is false."
    )
    parsed = parse(text)
    document = Document("d", "d", text, "", publisher="The Dispatch", language="en")
    found = describe(document, parsed, RuleReader().attributions(document, parsed))
    assert ["Veld's government"] in [list(m.chain) for m in found]


def test_a_correspondent_who_is_asked_vouches_for_what_he_saw() -> None:
    text = (
        "PRESENTER: Our correspondent Tom Ashwell is there. Tom, what do you know?\n\n"
        "ASHWELL: I watched rescuers carry out six bodies.\n\nPRESENTER: Thank you."
    )
    parsed = parse(text)
    document = Document("d", "d", text, "", publisher="The Dispatch", language="en")
    found = describe(document, parsed, RuleReader().attributions(document, parsed))
    assert [m.chain for m in found] == [("Tom Ashwell",)]
