"""The sample dispatches load as what they are, without a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.documents import Found, find, load

FOLDER = Path(__file__).parents[2] / "examples" / "kursk"
LOADED = {
    Path(found.path).name: load(Path(found.path).read_bytes(), found.path)
    for found in find([str(FOLDER)])
    if isinstance(found, Found)
}
DOCUMENTS = [document for loaded in LOADED.values() for document in loaded.documents]


@pytest.mark.parametrize("name", LOADED)
def test_no_complaint(name):
    assert not LOADED[name].problems
    for document in LOADED[name].documents:
        assert document.language == "en"
        assert document.title
        assert document.published_at
        assert document.publisher or document.agency or name.endswith(".pdf")
        assert 90 <= len(document.text.split()) <= 350


def test_many_formats_and_names_of_their_own():
    assert len(DOCUMENTS) >= 15
    assert len({document.media_type for document in DOCUMENTS}) == 7
    assert len({document.id for document in DOCUMENTS}) == len(DOCUMENTS)
    assert len({document.key for document in DOCUMENTS}) == len(DOCUMENTS)


def test_each_sample_says_that_it_is_one():
    readme = (FOLDER.parent / "README.md").read_text("utf-8")
    for name in LOADED:
        assert f"`{name}`" in readme
        if Path(name).suffix not in (".txt", ".pdf"):
            assert b"Sample data written for Twosource" in (FOLDER / name).read_bytes()


def test_addresses_are_invented():
    assert all(
        document.url.split("/")[2].endswith(".example") for document in DOCUMENTS if document.url
    )


def test_what_the_samples_are_there_for():
    by_name = {Path(document.path).name: document for document in DOCUMENTS}
    assert by_name["03-harbour-chain.html"].cites == (
        "https://northline.example/2024/10/23/seoul-lawmaker-troops",
    )
    assert by_name["06-tidewater-reprint.html"].agency is None
    assert by_name["11-kestrel-makhnovka.txt"].publisher == "Kestrel Post"
    assert by_name["13-ledger-transfer.txt"].agency == "Baltic Telegraph Agency"
    assert by_name["14-volga-liberated.html"].modified_at == "2025-04-26T15:40:00+03:00"
    assert by_name["17-digest.xml"].feed_source == "Harbour Gazette"
