"""What states something that could be checked, and what only points or stays silent."""

import pytest

import twosource
from twosource.model import Document
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader


def read(text: str) -> list[tuple[str, str]]:
    found = RuleReader().attributions(Document("d", "d", text, ""), parse(text))
    return [
        (
            " … ".join(text[a:b] for a, b in each.source),
            " … ".join(text[a:b] for a, b in each.content),
        )
        for each in found
        if not each.relay
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The intelligence service declined to comment on what was said in the session.",
        "The ministry declined to say how it knew.",
        "The ministry refused to say how many soldiers had died.",
        "The Red Cross said it was unable to confirm the number.",
        "The ministry said it did not comment on intelligence matters.",
        "“I cannot prove it,” she added.",
        "Chile rejected the report.",
        "Both spoke on condition of anonymity to discuss classified reports.",
    ],
)
def test_silence_and_pointers_state_nothing(text: str) -> None:
    assert read(text) == []


def test_a_refusal_to_act_is_a_statement() -> None:
    assert read("The rebels refused to withdraw from Bouake, the envoy said.")


def test_a_name_withheld_is_no_statement_and_the_rest_is() -> None:
    text = "The surgeon, who asked that his name be withheld, said that 38 men were brought in."
    assert read(text) == [("The surgeon", "38 men were brought in")]


def test_a_report_that_tells_what_it_reports_stays() -> None:
    assert read("Chile rejected a report that two of its ships had been sunk.")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The army has taken the town of Orlivka, the defence minister, Ivan Horak, said.",
            "the defence minister, Ivan Horak",
            "The army has taken the town of Orlivka",
        ),
        (
            "Three soldiers died, the press secretary of the president, Ann Li, said on Sunday.",
            "the press secretary of the president, Ann Li",
            "Three soldiers died",
        ),
    ],
)
def test_a_name_in_apposition_closes_the_sentence(text: str, source: str, content: str) -> None:
    assert read(text) == [(source, content)]


def test_a_place_that_somebody_declared_taken_speaks_no_line() -> None:
    text = (
        "Officers in Tete told the paper that their men still held the mill, the ruin that "
        "Lisbon declared taken two days earlier."
    )
    assert [source for source, _ in read(text)] == ["Officers in Tete"]


def test_a_confirmation_that_an_agency_passes_on_is_one_statement() -> None:
    text = (
        "Cuba confirmed for the first time on Monday that its soldiers fought in Angola, "
        "the state news agency said."
    )
    assert read(text) == [("Cuba", "its soldiers fought in Angola")]


def test_names_with_dates_share_a_verb() -> None:
    text = "The army must leave Goma by 20 May and Bunia by 1 June, the envoy said."
    assert [content for _, content in read(text)] == [
        "The army must leave Goma by 20 May",
        "Bunia by 1 June",
    ]


def test_what_somebody_would_rather_avoid_is_no_second_statement() -> None:
    text = "They had been ordered to kill themselves rather than be captured, the agency said."
    assert len(read(text)) == 1


def test_the_writers_own_count_is_a_statement() -> None:
    assert read("A week ago we had 44 tanks. It is a floor.") == [
        ("", "A week ago we had 44 tanks")
    ]


def test_nobody_speaking_is_no_statement() -> None:
    assert read("Neither side would comment on losses among its soldiers.") == []


def test_an_army_that_holds_a_village_holds_no_view() -> None:
    text = (
        "Officers in Tete told the Gazette on Monday that their men still held part of Zumbo, "
        "the village that Lisbon declared taken two days earlier."
    )
    assert [content for _, content in read(text)] == [
        "their men still held part of Zumbo, the village that Lisbon declared taken two days "
        "earlier"
    ]


def test_a_bare_ordinal_is_nobody():
    text = "- First confirmed Norwegian combat deployment in the African conflict\n"
    (found,) = twosource.read(text, language="en").mentions
    assert found.quote == "none"
    assert found.chain == ()
    start, end = found.content[0]
    assert text[start:end].startswith("First confirmed")


def test_a_thing_that_shows_is_no_asserter():
    text = "This emerging pattern of trade suggests that Norway sends arms to Mali."
    (found,) = twosource.read(text, language="en").mentions
    assert found.chain == ()
