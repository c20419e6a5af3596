"""A denial of another's claim: one statement, by the one who denies."""

import pytest

import twosource
from twosource.linking import link
from twosource.model import Polarity


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        (
            "Norway flatly rejected Danish claims that 40 of its sailors were taken.",
            "40 of its sailors were taken",
            "Norway",
        ),
        (
            "The insurgents on Monday denied army reports that their leader had fled Kolda.",
            "their leader had fled Kolda",
            "insurgents",
        ),
        (
            "The governor dismissed as groundless the union's allegations of hoarding grain.",
            "hoarding grain",
            "governor",
        ),
        (
            "The navy refuted the rebels' claim that it had lost a frigate.",
            "it had lost a frigate",
            "navy",
        ),
        (
            "The spokesman for the navy, Admiral Hugo Paz, dismissed as baseless the rebels' "
            "claims of entering Bissau airport.",
            "entering Bissau airport",
            "Hugo Paz",
        ),
        ("Lisbon denied accusations of arming the exiles.", "arming the exiles", "Portugal"),
        (
            "The police denied reports that the station had burned down.",
            "the station had burned down",
            "police",
        ),
    ],
)
def test_who_denies_a_claim_is_its_only_source(text: str, content: str, who: str) -> None:
    (mention,) = twosource.read(text + "\n").mentions
    assert " ".join(text[a:b] for a, b in mention.content) == content
    assert (mention.chain, mention.polarity) == ((who,), Polarity.DENIED)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway rejected the report as baseless.", "the report as baseless"),
        (
            "The mayor denied that the claims of the militia were false.",
            "the claims of the militia were false",
        ),
    ],
)
def test_a_text_or_a_clause_that_is_denied_stays_whole(text: str, content: str) -> None:
    (mention,) = twosource.read(text + "\n").mentions
    assert " ".join(text[a:b] for a, b in mention.content) == content


@pytest.mark.parametrize(
    ("text", "told", "pointer", "who"),
    [
        (
            "Oslo has accused Estonia of shipping rifles to guerrillas, a charge Tallinn rejects.",
            "Estonia of shipping rifles to guerrillas",
            "a charge",
            "Estonia",
        ),
        (
            "Malawi said its post at Karonga was shelled, which Tanzania has always denied.",
            "its post at Karonga was shelled",
            "which",
            "Tanzania",
        ),
        (
            "The bishop said 40 boys had been taken, an allegation dismissed by the militia.",
            "40 boys had been taken",
            "an allegation",
            "militia",
        ),
        (
            "The bishop said 40 boys had been taken. The militia denied it.",
            "40 boys had been taken",
            "it",
            "militia",
        ),
        (
            "The bishop said 40 boys had been taken, but Tanzania denied the accusation.",
            "40 boys had been taken",
            "the accusation",
            "Tanzania",
        ),
    ],
)
def test_what_only_points_denies_the_statement_before(
    text: str, told: str, pointer: str, who: str
) -> None:
    reading = twosource.read(text + "\n")
    first, second = reading.mentions
    words = [" ".join(text[a:b] for a, b in m.content) for m in (first, second)]
    assert words == [told, pointer]
    assert (second.chain, second.polarity) == ((who,), Polarity.DENIED)
    assert [c.type.value for c in link([reading]).conflicts] == ["denial"]
