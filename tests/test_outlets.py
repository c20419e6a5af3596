"""Outlets are counted once, wire texts for their agency, and unknown ones are no zero."""

from twosource.model import Document
from twosource.outlets import outlet, outlets
from twosource.publishing import phrases


def _document(name: str, publisher: str | None = None, agency: str | None = None) -> Document:
    return Document(name, name, "", "", publisher=publisher, agency=agency)


def test_an_agency_stands_in_for_a_publisher_that_is_not_stated() -> None:
    assert outlet(_document("a", agency="Northline")) == "Northline"
    assert outlet(_document("b", publisher="Tidewater Courier", agency="Northline")) == (
        "Tidewater Courier"
    )


def test_an_agency_and_its_wire_are_one_outlet() -> None:
    known = outlets(
        [
            _document("a", agency="Northline"),
            _document("b", publisher="Northline Wire"),
            _document("c", publisher="The Northline News Agency"),
            _document("d", publisher="Harbour Gazette"),
        ]
    )
    assert len(known) == 2
    assert str(known) == "2"


def test_unknown_outlets_are_said_to_be_unknown() -> None:
    assert str(outlets([_document("a")])) == "?"
    assert phrases.outlets(outlets([_document("a"), None])) == "outlet unknown"
    some = outlets([_document("a"), _document("b", publisher="Kestrel")])
    assert str(some) == "1+"
    assert phrases.outlets(some) == "at least 1 outlet"
