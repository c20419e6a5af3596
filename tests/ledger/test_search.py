"""Words a person types are data; current documents only; marks stand on the words found."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.ledger import Ledger

from .making import TEXT, links, reading


def test_mentions_and_documents_are_found_with_their_claims(ledger: Ledger) -> None:
    held = reading()
    ledger.store(held)
    made = links(held)
    ledger.replace_links(made)
    hits = ledger.search("bridge")  # endings are folded
    assert [hit.kind for hit in hits] == ["mention", "document"]
    assert hits[0].claim == made.claims[0].id
    assert [hits[0].snippet[s:e] for s, e in hits[0].marks] == ["bridges"]
    assert hits[0].asserter == "Ministry of Defence"


def test_sources_and_publishers_are_searched(ledger: Ledger) -> None:
    ledger.store(reading())
    assert {hit.kind for hit in ledger.search("defence")} == {"mention"}
    assert {hit.kind for hit in ledger.search("volna")} == {"document"}


def test_all_words_must_occur_and_quotation_marks_make_a_phrase(ledger: Ledger) -> None:
    ledger.store(reading())
    assert ledger.search("bridges lesna")
    assert not ledger.search("bridges tunnel")
    assert ledger.search('"over the Lesna"')
    assert ledger.search("“over the Lesna”")
    assert not ledger.search('"Lesna the over"')


@pytest.mark.parametrize(
    "words",
    ["NOT bridges", "bridges OR nothing", "title:bridges", "nothing*", "bridges NEAR hit"],
)
def test_no_operator_means_anything(ledger: Ledger, words: str) -> None:
    ledger.store(reading())
    assert ledger.search(words) == []


def test_old_versions_are_not_found(ledger: Ledger) -> None:
    ledger.store(reading(path="a"))
    ledger.store(reading(TEXT.replace("Lesna", "Bystra"), path="a"))
    assert not ledger.search("Lesna")
    assert ledger.search("Bystra")


def test_scripts_other_than_latin_are_found(ledger: Ledger) -> None:
    ledger.store(reading("국방부는 성명을 발표했다. Министерство сообщило о двух мостах."))
    assert ledger.search("성명을")
    assert ledger.search("мостах")


def test_no_more_than_the_limit(ledger: Ledger) -> None:
    ledger.store_all([(reading(key=f"k{n}"), None) for n in range(5)])
    assert len([hit for hit in ledger.search("bridges", limit=2) if hit.kind == "mention"]) == 2
    assert ledger.search("bridges", limit=0) == []


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_nothing_a_person_types_breaks_the_search(ledger: Ledger, words: str) -> None:
    ledger.search(words)
