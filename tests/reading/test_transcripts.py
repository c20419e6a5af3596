import pytest

from twosource.reading.parsed import paragraphs
from twosource.reading.transcripts import speeches


def said(text: str) -> list[tuple[str, str]]:
    """Label and words of everyone but the house; "-" where the layout names nobody."""
    found = speeches(text, paragraphs(text))
    return [
        (text[slice(*each.speaker)] or "-", text[slice(*each.body)])
        for each in found
        if not each.house
    ]


def test_a_transcript_has_turns_with_their_speakers() -> None:
    text = "HOST: Who holds the port?\n\nHAFTAR: We do.\n\nSALEM (by phone): They do not."
    assert said(text) == [("HAFTAR", "We do."), ("SALEM", "They do not.")]


def test_one_label_makes_no_transcript() -> None:
    assert said("LIBYA: the port is closed.\n\nNobody knows why.") == []


def test_labels_in_small_letters_want_a_speaker_who_comes_back() -> None:
    text = "Ann Or: Hold the line.\n\nSaleh Omar: We do.\n\nAnn Or: Since when."
    assert [name for name, _ in said(text)] == ["Ann Or", "Saleh Omar", "Ann Or"]
    assert said("Background: a war.\n\nReaction: none yet.\n\nOutlook: grim.") == []


def test_a_transcript_in_quotation_marks_goes_on_where_a_paragraph_opens_one() -> None:
    text = (
        "“HOST: Who holds the port?\n\n“HAFTAR: We do.\n\n“And the road.\n\n“(CROSSTALK)\n\n"
        "“SALEM: They do not.\n\nSo it went on."
    )
    assert [words for _, words in said(text)] == ["We do.\n\n“And the road.", "They do not."]


def test_lines_of_names_and_figures_make_no_transcript() -> None:
    assert said("Anna Li: 1,769.\n\nPeter Holm: 1,501.\n\nAnna Li: 604.5.\n\nPeter Holm: 48.") == []


@pytest.mark.parametrize(
    ("question", "answer", "label"),
    [
        ("((Herald)) Who fired?", "((Ann Or)) The rebels did.", "Ann Or"),
        ("[Herald] Who fired?", "[Or] The rebels did.", "Or"),
        ("**Herald:** Who fired?", "**Ann Or:** The rebels did.", "Ann Or"),
        ("*Jon Hale* Who fired?", "*Ann Or* The rebels did.", "Ann Or"),
        ("JH: Who fired?", "AO: The rebels did.", "AO"),
        ("Jon Hale (Herald): Who fired?", "Ann Or (by telephone): The rebels did.", "Ann Or"),
        ("Jon Hale:\nWho fired?", "Ann Or:\nThe rebels did.", "Ann Or"),
        ("Q: Who fired?", "A: The rebels did.", "-"),
        ("Q. Who fired?", "A. The rebels did.", "-"),
        ("Question: Who fired?", "Answer: The rebels did.", "-"),
    ],
)
def test_labels_of_interviews(question: str, answer: str, label: str) -> None:
    text = f"We met Ann Or.\n\n{question}\n\n{answer}\n\n{question}\n\n{answer}\n"
    heard = said(text)
    assert (label, "The rebels did.") in heard
    assert len(heard) == 2


def test_whoever_only_asks_is_of_the_house() -> None:
    text = (
        "Jon Hale: You left in May. Why?\n\nElin Dahl: They shelled us.\n\n"
        "JH: The army denies it.\n\nED: It would.\n\nJH: Will you go back?\n\nED: No."
    )
    assert [name for name, _ in said(text)] == ["Elin Dahl", "ED", "ED"]


def test_of_several_who_ask_none_is_of_the_house() -> None:
    text = (
        "SENATOR HALE: How many fell?\n\nGEN. OR: Nine fell.\n\nSENATOR HALE: Is that all?\n\n"
        "SENATOR DAHL: They lost a bridge.\n\nGEN. OR: They did."
    )
    assert "SENATOR HALE" in [name for name, _ in said(text)]


def test_what_stands_between_two_labels_goes_on_with_the_speech_but_no_caption() -> None:
    text = (
        "Q: Who fired?\n\nA: The rebels did.\n\nThen the army did.\n\nOrm. Image: Jon Hale\n\n"
        "Q: When?\n\nA: On Monday.\n\nThe talk was held in May."
    )
    assert [words for _, words in said(text)] == [
        "The rebels did.\n\nThen the army did.",
        "On Monday.",
    ]


def test_two_labels_far_apart_hold_nothing_between_them() -> None:
    text = "OR: We left.\n\n" + "Shells fell.\n\n" * 9 + "OR: We are back."
    assert [words for _, words in said(text)] == ["We left.", "We are back."]


def test_answers_without_questions_make_no_interview() -> None:
    assert said("A. The army left.\n\nB. The rebels stayed.\n\nA. Nobody knows.") == []


def test_each_speech_in_quotation_marks_ends_where_the_next_begins() -> None:
    text = "“OR: You lied.\n\n“DAHL: No.\n\n“I did not.\n\n" + "He left.\n\n" * 6 + "OR: Never."
    assert [words for _, words in said(text)] == ["You lied.", "No.\n\n“I did not.", "Never."]


def test_headings_in_capitals_are_no_labels() -> None:
    text = "UPDATE: Dahl has left.\n\nPREVIOUSLY:\n\nDahl came.\n\nSTAT OF THE WEEK:\n\n9 mills."
    assert said(text) == []


def test_a_headline_that_names_a_speaker_is_no_speech() -> None:
    text = "Gov. Dahl: The mill burned\n\nOR: Who did it?\n\nDAHL: They did.\n\nOR: Thanks."
    assert [name for name, _ in said(text)] == ["DAHL"]
