"""Reporting within reporting."""

from twosource.model import Attribution, Document
from twosource.reading.parsed import parse
from twosource.reading.rules import RuleReader


def read(text: str) -> tuple[Attribution, ...]:
    return RuleReader().attributions(Document("d", "d", text, ""), parse(text))


def test_the_outer_attribution_is_the_parent_and_only_passes_on() -> None:
    text = "The Pentagon believes that Iran has sent drones, a senior official told reporters."
    found = read(text)
    inner = next(a for a in found if a.parent is not None)
    assert inner.parent is not None
    outer = found[inner.parent]
    assert outer.relay
    assert not inner.relay
    assert [text[s:e] for s, e in inner.source] == ["The Pentagon"]
    assert [text[s:e] for s, e in outer.source] == ["a senior official"]


def test_a_promise_inside_a_report_is_part_of_the_report() -> None:
    text = "Colombia's rebels agreed to release ten hostages, the Red Cross announced."
    (only,) = read(text)
    assert [text[s:e] for s, e in only.source] == ["the Red Cross"]


def test_a_cited_source_is_a_link_of_the_chain_not_a_statement() -> None:
    text = "The Times, citing two officials, reported that the talks had collapsed."
    found = read(text)
    assert [a.relay for a in found].count(False) == 1
    cited = next(a for a in found if a.relay)
    assert [text[s:e] for s, e in cited.content] == ["two officials"]


def test_who_passes_a_report_on_in_an_insertion_is_its_parent() -> None:
    text = "A neighbour had told her, she added, that two old men were shot in their yard."
    found = [a for a in read(text) if not a.relay]
    assert len(found) == 1
    assert [text[s:e] for s, e in found[0].source] == ["A neighbour"]
    assert found[0].parent is not None


def test_a_report_of_what_shows_a_mere_noun_is_not_passed_on() -> None:
    text = "Ana Wilk explained how the army's use of the old camera revealed its methods."
    outer = next(a for a in read(text) if text[a.cue[0][0] : a.cue[0][1]] == "explained")
    assert not outer.relay


def test_a_report_of_what_shows_an_event_is() -> None:
    text = "Ana Wilk explained that the new survey revealed further departures."
    outer = next(a for a in read(text) if text[a.cue[0][0] : a.cue[0][1]] == "explained")
    assert outer.relay


def test_an_empty_text_has_no_statements() -> None:
    assert read("") == ()
