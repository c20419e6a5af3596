"""The Python API: one text, a ledger, data frames."""

import pytest

import twosource

from .conftest import TEXT, Shell


def test_one_text() -> None:
    reading = twosource.read(TEXT, title="Two bridges hit, ministry says", publisher="Volna")
    assert reading.document.title_span == (0, 30)
    assert reading.document.language == "en"
    assert reading.mentions
    for mention in reading.mentions:
        for start, end in (*mention.content, *mention.cue, *mention.source):
            assert 0 <= start < end <= len(TEXT)


def test_a_language_without_a_reader_comes_back_unread_with_a_note() -> None:
    reading = twosource.read("국방부는 다리 두 곳이 공격받았다고 밝혔다. " * 5)
    assert reading.mentions == ()
    assert "archived, not read" in reading.notes[0]


def test_a_field_that_documents_do_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="no field 'auther'"):
        twosource.read(TEXT, auther="A")


def test_a_ledger_from_python(filled: Shell) -> None:
    with twosource.Ledger(filled.ledger, create=False) as ledger:
        assert [document.title for document in ledger.documents()]
        assert ledger.count.mentions == len(ledger.mentions())


def test_a_missing_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = twosource.nothing  # type: ignore[attr-defined]
