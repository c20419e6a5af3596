import pytest

import twosource

from .sayings import mention


@pytest.mark.parametrize(
    ("text", "content", "cue", "source", "expected"),
    [
        ("Chad denied losing a town.", "losing a town", "denied", "Chad", "denied"),
        ("Chad rejected the report.", "the report", "rejected", "Chad", "denied"),
        (
            'Chad called the figure "an invention".',
            'the figure "an invention"', "called", "Chad", "denied",
        ),
        ("That is a lie, Chad said.", "That is a lie", "said", "Chad", "denied"),
        ("Not so, says Chad.", "Not so", "says", "Chad", "denied"),
        (
            "Chad's army said none of its jets had crossed the border.",
            "none of its jets had crossed the border", "said", "Chad's army", "denied",
        ),
        (
            "Chad's army said troops had not fired.",
            "troops had not fired", "said", "Chad's army", "denied",
        ),
        (
            "Chad's army said no casualties were reported.",
            "no casualties were reported", "said", "Chad's army", "affirmed",
        ),
        (
            "Chad's minister said no conditions were attached.",
            "no conditions were attached", "said", "Chad's minister", "affirmed",
        ),
        ("Chad rejected the offer.", "the offer", "rejected", "Chad", "affirmed"),
        (
            "Chad dismissed the plan as a fantasy.",
            "the plan as a fantasy", "dismissed", "Chad", "denied",
        ),
        (
            "Chad did not deny losing a town.",
            "losing a town", "did not deny", "Chad", "affirmed",
        ),
        (
            "A nurse said there were no soldiers near the clinic.",
            "there were no soldiers near the clinic", "said", "A nurse", "affirmed",
        ),
        (
            "Chad's army said there are no foreign troops in the country.",
            "there are no foreign troops in the country", "said", "Chad's army", "denied",
        ),
        (
            "Chad's army said there were no Libyans at the base.",
            "there were no Libyans at the base", "said", "Chad's army", "denied",
        ),
        (
            "Chad refused to confirm that it lost a town.",
            "it lost a town", "refused to confirm", "Chad", "affirmed",
        ),
    ],
)  # fmt: skip
def test_denials(text: str, content: str, cue: str, source: str, expected: str) -> None:
    assert mention(text, content, cue, source).polarity == expected


def said(text):
    mentions = twosource.read(text, language="en").mentions
    return [(text[m.content[0][0] : m.content[-1][1]], m.polarity.value) for m in mentions]


@pytest.mark.parametrize(
    "text",
    [
        "The consul, asked about the allegation that {}, called it a lie.",
        "The consul, asked about reports that {}, called them nonsense.",
        "Asked about reports that {}, the consul dismissed them as a fabrication.",
    ],
)
def test_who_calls_what_he_is_asked_about_a_lie_denies_it(text):
    claim = "the army had shelled the hospital"
    assert said(text.format(claim)) == [(claim, "denied")]


def test_what_somebody_is_asked_about_is_not_his_word():
    text = "Asked about reports that Ndele had fallen, the consul said the army held the airport."
    assert said(text) == [("the army held the airport", "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "The army could neither confirm nor deny that the base had been hit.",
        "The army said it could neither confirm nor deny that the base had been hit.",
        "The army declined to confirm or deny reports that the base had been hit.",
        "The army did not confirm that the base had been hit.",
        "The army was unable to confirm that the base had been hit.",
        "The army has yet to confirm that the base was hit.",
    ],
)
def test_who_confirms_nothing_states_nothing(text):
    assert said(text) == []


def test_a_question_answered_by_nonsense_is_denied():
    assert said("Our troops had fled? Nonsense, said the consul.") == [
        ("Our troops had fled", "denied")
    ]


def test_a_report_ruled_out_or_described_as_a_lie_is_denied():
    assert said("The consul laughed off reports that Ndele had fallen.")[0][1] == "denied"
    assert said("The consul described as a lie the report that Ndele had fallen.")[0][1] == (
        "denied"
    )
