"""TS3xx: how firmly."""

import pytest

from twosource.model import Certainty

from .texts import Text, said

TITLE = "Rebels receive guided missiles"
HEDGED = f"{TITLE}\n\nThe rebels may have received guided missiles, a UN panel said."
FIRM = f"{TITLE}\n\nThe rebels have received guided missiles, a UN panel said."
BODY = {
    HEDGED: "The rebels may have received guided missiles",
    FIRM: "The rebels have received guided missiles",
}


def _text(text: str, certainty: Certainty, credited: bool = True) -> Text:
    who = ("said", "a UN panel") if credited else ("", "")
    body = said(text, BODY[text], *who, certainty=certainty)
    return Text(text, (said(text, TITLE), body), title=TITLE)


def test_a_title_firmer_than_the_body_is_reported():
    text = _text(HEDGED, Certainty.POSSIBLE)
    assert text.words("TS301") == [TITLE]
    assert "line 3 has it only as possible" in text.findings("TS301")[0].message
    assert text.words("TS302") == []


def test_a_title_as_firm_as_the_body_is_not():
    assert _text(FIRM, Certainty.UNSTATED).words("TS301") == []


def test_a_title_that_drops_the_source_is_reported():
    text = _text(FIRM, Certainty.UNSTATED)
    assert text.words("TS302") == [TITLE]
    assert "“a UN panel”" in text.findings("TS302")[0].message


def test_a_title_whose_statement_the_body_makes_itself_is_not():
    assert _text(FIRM, Certainty.UNSTATED, credited=False).words("TS302") == []


def test_other_statements_of_the_body_do_not_count():
    text = f"{TITLE}\n\nThe harvest may have been poor, a UN panel said."
    body = said(
        text, "The harvest may have been poor", "said", "a UN panel", certainty=Certainty.POSSIBLE
    )
    assert Text(text, (said(text, TITLE), body), title=TITLE).words("TS301") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The delay could potentially cost lives.", ["could potentially"]),
        ("He reportedly claimed that the town had fallen.", ["reportedly claimed"]),
        ("The delay could cost lives.", []),
        ("“It could possibly cost lives,” she said.", []),
    ],
)
def test_double_hedges(line, expected):
    assert Text(line).words("TS303") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "The agency has high confidence that an attack is unlikely.",
            ["high confidence that an attack is unlikely"],
        ),
        ("An attack is unlikely. The agency's confidence in this is high.", []),
        ("The agency has high confidence in its partners.", []),
    ],
)
def test_confidence_with_likelihood(line, expected):
    assert Text(line).words("TS304") == expected


def test_reportedly_without_a_reporter():
    line = "The general has reportedly been replaced."
    assert Text(line).words("TS305") == ["reportedly"]


def test_reportedly_with_one():
    line = "The general has reportedly been replaced, the paper Zorya wrote."
    mention = said(line, "been replaced", "wrote", "the paper Zorya")
    assert Text(line, (mention,)).words("TS305") == []
