"""What is stored comes back whole; the same again changes nothing; an edit is a new version."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.ledger import Ledger, LedgerError, Stored
from twosource.model import Reading

from .making import TEXT, document, full_mention, links, mention, reading


def test_everything_comes_back_as_it_was(ledger: Ledger) -> None:
    made = document(
        path="a/b.html",
        url="https://outlet.example/1",
        published_at="2025-04-27T10:00:00+03:00",
        title_span=(0, 4),
        language="en",
        cites=("https://wire.example/9",),
    )
    held = Reading(made, (full_mention(made), mention(made, 20, 35)), ("a note",))
    ledger.store(held, TEXT.encode())
    ledger.replace_links(links(held))
    assert ledger.documents() == [made]
    assert ledger.readings() == [held]
    assert tuple(ledger.mentions()) == held.mentions
    assert ledger.links() == links(held)
    assert ledger.archived(made.sha256) == TEXT.encode()


def test_a_ledger_closed_and_opened_again_holds_the_same(tmp_path: Path) -> None:
    held = reading()
    with Ledger(tmp_path / "a.ledger") as first:
        first.store(held)
    with Ledger(tmp_path / "a.ledger", create=False) as second:
        assert second.readings() == [held]


def test_the_same_again_changes_nothing(ledger: Ledger) -> None:
    held = reading()
    assert ledger.store(held, TEXT.encode()) is Stored.NEW
    head, count = ledger.head, ledger.count
    assert ledger.store(held, TEXT.encode()) is Stored.UNCHANGED
    assert (ledger.head, ledger.count) == (head, count)


def test_an_edited_article_is_a_new_version_and_the_old_one_is_kept(ledger: Ledger) -> None:
    old, new = reading(), reading(TEXT.replace("Two", "Three"))
    assert ledger.store(old) is Stored.NEW
    assert ledger.store(new) is Stored.UPDATED
    assert ledger.versions(old.document.key) == [old.document, new.document]
    assert ledger.documents() == [new.document]
    assert {m.document for m in ledger.mentions()} == {new.document.id}
    assert ledger.document(old.document.id) == old.document


def test_an_edit_that_is_taken_back_makes_the_old_version_current_again(ledger: Ledger) -> None:
    old = reading(path="a.txt")
    new = reading(TEXT.replace("Two", "Three"), path="a.txt")
    ledger.store(old)
    ledger.store(new)
    assert ledger.store(old) is Stored.UPDATED
    assert ledger.documents() == [old.document]
    assert len(ledger.versions(old.document.key)) == 2
    assert ledger.verify() == []


def test_a_version_kept_in_another_file_does_not_push_back_the_newest(ledger: Ledger) -> None:
    old = reading(path="monday.html")
    new = reading(TEXT.replace("Two", "Three"), path="tuesday.html")
    ledger.store(old)
    ledger.store(new)
    elsewhere = replace(old, document=replace(old.document, path="copy-of-monday.html"))
    assert ledger.store(elsewhere) is Stored.UNCHANGED
    assert ledger.documents() == [new.document]


def test_the_same_article_in_another_wrapping_is_not_a_new_version(ledger: Ledger) -> None:
    held = reading()
    ledger.store(held)
    wrapped = replace(held, document=replace(held.document, sha256="0" * 64, path="feed.xml"))
    assert ledger.store(wrapped) is Stored.UNCHANGED


def test_a_file_that_gives_its_documents_the_same_id_loses_none(ledger: Ledger) -> None:
    first = reading(id="1", key="1")
    edited = reading(TEXT + " More later.", id="1", key="1")
    ledger.store(first)
    assert ledger.store(edited) is Stored.UPDATED
    old, new = ledger.versions("1")
    assert (old.text, new.text) == (first.document.text, edited.document.text)
    assert old.id != new.id
    assert {m.document for m in ledger.mentions()} == {new.id}


def test_two_addresses_under_one_given_name_are_two_publications(ledger: Ledger) -> None:
    here = reading(id="1", key="1", url="https://a.example/x")
    there = reading("Something else, he said.", id="1", key="1", url="https://b.example/y")
    assert ledger.store(here) is Stored.NEW
    assert ledger.store(there) is Stored.NEW
    assert len(ledger.documents()) == 2
    assert ledger.store(there) is Stored.UNCHANGED


def test_bytes_must_be_those_of_the_document(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        ledger.store(reading(), b"other bytes")
    assert ledger.count.documents == 0


def test_a_batch_is_stored_whole_or_not_at_all(ledger: Ledger) -> None:
    good = reading(key="k1")
    with pytest.raises(ValueError, match="SHA-256"):
        ledger.store_all([(good, None), (reading(key="k2"), b"other bytes")])
    assert ledger.documents() == []
    assert ledger.verify() == []


def test_another_reader_makes_another_reading(tmp_path: Path) -> None:
    held = reading()
    with Ledger(tmp_path / "a.ledger", reader="rules") as rules:
        rules.store(held)
        rules.replace_links(links(held))
    with Ledger(tmp_path / "a.ledger", reader="tagger") as tagger:
        fewer = replace(held, mentions=held.mentions[:1])
        assert tagger.store(fewer) is Stored.REREAD
        assert tagger.readings() == [fewer]
        assert tagger.links().claims == ()  # they pointed to mentions that are gone
        assert tagger.stale
        assert tagger.verify() == []


def test_two_mentions_with_one_id_are_kept_once(ledger: Ledger) -> None:
    made = document()
    twice = Reading(made, (mention(made), mention(made), mention(made, 20, 35)))
    ledger.store(twice)
    assert ledger.mentions() == [mention(made), mention(made, 20, 35)]


def test_half_a_character_is_refused_with_one_line(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="half a character"):
        ledger.store(reading("bad \ud800 text, he said, and then some"))
    assert ledger.documents() == []


def test_what_belongs_to_a_claim_a_mention_and_a_document_is_found(ledger: Ledger) -> None:
    one, two = reading(key="k1"), reading(TEXT + " More.", key="k2")
    ledger.store_all([(one, None), (two, None)])
    made = links(one, two)
    ledger.replace_links(made)
    claim = ledger.excerpt(made.claims[0].id)
    assert claim is not None
    assert (claim.kind, claim.documents, claim.mentions) == (
        "claim",
        (one.document,),
        one.mentions[:1],
    )
    assert claim.links.conflicts == made.conflicts
    assert claim.links.copies == made.copies
    said = ledger.excerpt(two.mentions[1].id)
    assert said is not None
    assert (said.kind, said.links.claims) == ("mention", made.claims[3:])
    whole = ledger.excerpt(two.document.id)
    assert whole is not None
    assert (whole.kind, whole.mentions) == ("document", two.mentions)
    assert ledger.excerpt("nix") is None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_code_point_for_code_point(ledger: Ledger, text: str) -> None:
    made = document(text, key=f"k{text}", title=text, publisher=text)
    held = Reading(made, (mention(made, 0, 1),))
    ledger.store(held, text.encode())
    assert held in ledger.readings()
    assert ledger.verify() == []
