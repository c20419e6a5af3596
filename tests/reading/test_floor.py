import pytest

from twosource.reading.floor import floor
from twosource.reading.parsed import parse

QUESTIONS = ("Who holds the bridge?", "Since when?", "Who fired first?", "Will it hold?")
ANSWERS = ("I think the rebels do.", "Since Tuesday.", "We saw the army fire.", "No.")


def answers(text: str) -> list[tuple[str, str]]:
    return [(e.name, text[slice(*e.body)]) for e in floor(parse(text)) if e.answers]


def talk(question: str = "{}", answer: str = "{}", many: int = 4) -> str:
    pairs = zip(QUESTIONS[:many], ANSWERS[:many], strict=True)
    return "\n\n".join(f"{question.format(q)}\n\n{answer.format(a)}" for q, a in pairs)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("{}", "{}"), ("**{}**", "{}"), ("— {}", "— {}"), ("- {}", "- {}"), ("_{}_", "{}")],
)
def test_questions_and_answers_in_turn(question: str, answer: str) -> None:
    found = answers("We spoke to Elin Dahl about the truce.\n\n" + talk(question, answer))
    assert found == [("Elin Dahl", answer.format(a)) for a in ANSWERS]


def test_prompts_and_what_is_set_as_the_questions_are_ask_too() -> None:
    text = "An interview with Elin Dahl.\n\n" + talk(many=2)
    prompted = answers(text + "\n\nTell us about the mill.\n\nThey shelled it.")
    assert prompted[-1] == ("Elin Dahl", "They shelled it.")
    assert "Tell us about the mill." not in [words for _, words in prompted]
    text = "An interview with Elin Dahl.\n\n" + talk("**{}**", many=2)
    bold = answers(text + "\n\n**The mill burned down.**\n\nThey shelled it.")
    assert "**The mill burned down.**" not in [words for _, words in bold]


def test_the_one_interviewed_may_be_named_at_the_end() -> None:
    text = talk("**{}**") + "\n\n*Elin Dahl led the mission. The interview was held by Jon Hale.*"
    assert answers(text) == [("Elin Dahl", each) for each in ANSWERS]


def test_neither_captions_nor_what_tells_of_the_speaker_are_answers() -> None:
    text = (
        "An interview with Elin Dahl.\n\n"
        + talk(many=2)
        + "\n\nElin Dahl in May. Image: Delta Wire\n\n"
        "Dahl led the mission until June."
    )
    assert answers(text) == [("Elin Dahl", each) for each in ANSWERS[:2]]


def test_whom_only_a_caption_names_is_interviewed_not_who_took_the_picture() -> None:
    text = "The truce and after\n\n“It will hold.” Elin Dahl in May. Image: Jon Hale.\n\n" + talk()
    assert answers(text) == [("Elin Dahl", each) for each in ANSWERS]
    two = text.replace("in May", "with Carl Holm in May")
    assert answers(two) == []


def test_whom_the_questions_are_about_is_not_interviewed() -> None:
    text = (
        "Carl Holm lost the vote. Carl Holm has not conceded.\n\nInterview\n\n"
        "What do you think of Holm?\n\nWe know him well.\n\nWill he go?\n\nI hope so."
    )
    assert answers(text) == []


def test_rhetorical_questions_make_no_interview() -> None:
    text = (
        "Carl Holm said in an interview that he would go.\n\nBut will he?\n\n"
        "The party met on Monday.\n\nIts council voted.\n\nWho comes next?\n\nNobody knows that."
    )
    assert answers(text) == []


def test_answers_of_somebody_without_a_name_are_left_alone() -> None:
    text = "Q: Who holds the bridge?\n\nA: The rebels do.\n\nQ: Since when?\n\nA: Since Tuesday."
    assert answers(text) == []
    assert answers("An interview with Elin Dahl.\n\n" + text) == [
        ("Elin Dahl", "The rebels do."),
        ("Elin Dahl", "Since Tuesday."),
    ]
