"""Web archives: HTML pages at their addresses, everything else passed over."""

from __future__ import annotations

import io

import pytest

from twosource.documents import load

from .making import PARAGRAPH, page, warc

PAGES = [(f"https://gazette.example/{n}", page(title=f"Bridge {n} hit").encode()) for n in range(3)]


@pytest.mark.parametrize("gz", [True, False])
def test_each_page_is_a_document(gz):
    loaded = load(warc(PAGES, gz=gz), "crawl.warc")
    assert not loaded.problems
    assert [d.url for d in loaded.documents] == [url for url, _ in PAGES]
    assert [d.title for d in loaded.documents] == ["Bridge 0 hit", "Bridge 1 hit", "Bridge 2 hit"]
    assert list(loaded.archived) == [payload for _, payload in PAGES]


def test_a_page_is_the_same_document_in_another_archive():
    alone = load(warc(PAGES[:1]), "a.warc.gz").documents[0]
    among = load(warc(PAGES), "b.warc").documents[0]
    assert (alone.key, alone.id) == (among.key, among.id)


def test_the_charset_of_the_response_is_believed():
    text = "Łódź: most uszkodzony, mówi rzecznik ministerstwa. Ćwiczenia trwają."
    payload = f"<html><body><p>{text}</p></body></html>".encode("cp1250")
    data = warc([("https://a.example/", payload)], kind="text/html; charset=windows-1250")
    assert load(data, "a.warc.gz").documents[0].text == text


def test_errors_pictures_and_revisits_are_passed_over():
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for status, kind in (
        ("404 Not Found", "text/html"),
        ("200 OK", "image/png"),
        ("200 OK", "text/html"),
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        payload = io.BytesIO(page(title=f"{status} {kind}").encode())
        writer.write_record(
            writer.create_warc_record(
                "https://a.example/x", "response", payload, http_headers=headers
            )
        )
    loaded = load(out.getvalue(), "a.warc.gz")
    assert not loaded.problems
    assert [document.title for document in loaded.documents] == ["200 OK text/html"]


def test_a_page_without_text_does_not_stop_the_others():
    data = warc([("https://a.example/empty", b"<html><body></body></html>"), *PAGES])
    loaded = load(data, "a.warc.gz")
    assert len(loaded.documents) == 3
    assert loaded.problems[0].path == "a.warc.gz (https://a.example/empty)"
    assert PARAGRAPH in loaded.documents[0].text
