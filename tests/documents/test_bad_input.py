"""Bad input: one clear line each, no traceback, and what can be read beside it is read."""

from __future__ import annotations

import gzip
import io
import json
import time

import pytest

from twosource.documents import load

from .making import PARAGRAPH, SECOND, bomb, page, pdf, rss, warc


def problem(data: bytes, name: str) -> str:
    loaded = load(data, name)
    assert len(loaded.problems) == 1, loaded.problems
    assert "\n" not in str(loaded.problems[0])
    return loaded.problems[0].what


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_empty_file(data):
    assert problem(data, "a.txt") in ("is empty", "has no text")


def test_binary_called_txt():
    assert "zip archive" in problem(b"PK\x03\x04" + bytes(range(256)), "a.txt")
    assert "PNG" in problem(b"\x89PNG\r\n\x1a\n" + bytes(100), "a.txt")
    assert "binary" in problem(bytes(range(1, 32)) * 40, "a.txt")
    assert "SQLite" in problem(b"SQLite format 3\0" + bytes(100), "old.ledger")


@pytest.mark.parametrize(
    "data",
    [
        b"abc\0def",
        b"The mayor\0 said so, and he was\0 right.",
        b"The mayor\0 said so, and he were\0 right.",
        b"\0" * 400,
        b"Two bridges\0",
    ],
)
def test_nul_bytes(data):
    assert "NUL" in problem(data, "a.txt")


def test_mixed_encodings_are_read_and_said():
    data = "“Nous partons,” said Éric. ".encode() * 3 + "He’s gone, the mayor said.".encode(
        "cp1252"
    )
    loaded = load(data, "a.txt")
    assert "mixed encodings" in loaded.problems[0].what
    assert loaded.documents[0].text.endswith("He’s gone, the mayor said.")


def test_one_line_of_twenty_megabytes():
    began = time.monotonic()
    what = problem(b"word " * 4_000_000, "a.txt")
    assert "20,000,000 characters" in what
    assert time.monotonic() - began < 10


def test_broken_html_is_read():
    markup = page().replace("</p>", "").replace("</article>", "</div></b>") + "<<<p <b"
    loaded = load(markup.encode(), "a.html")
    assert not loaded.problems
    assert PARAGRAPH in loaded.documents[0].text


def test_script_only_html():
    markup = (
        '<!doctype html><html><head><title>News</title><script>var a = "<p>Not text</p>";</script>'
        '</head><body><div id="root"></div><noscript></noscript><script src="a.js"></script></body>'
    )
    assert "without text" in problem(markup.encode(), "a.html")


def test_deeply_nested_html_does_not_overflow():
    markup = "<html><body>" + "<div>" * 5000 + f"<p>{PARAGRAPH}</p>" + "</div>" * 5000
    loaded = load(markup.encode(), "a.html")
    assert loaded.documents or len(loaded.problems) == 1


def test_truncated_warc_keeps_what_was_read():
    pages = [(f"https://a.example/{n}", page(title=f"Bridge {n} hit").encode()) for n in range(5)]
    whole = warc(pages)
    for cut in (60, 300, 500, 600, 660, 900):
        loaded = load(whole[: len(whole) - cut], "a.warc.gz")
        assert len(loaded.documents) in (4, 5)
        assert any("cut off" in problem.what for problem in loaded.problems)
        assert all(PARAGRAPH in document.text for document in loaded.documents[:4])


def test_warc_damaged_in_the_middle_keeps_what_came_before():
    pages = [(f"https://a.example/{n}", page(title=f"Bridge {n} hit").encode()) for n in range(5)]
    whole = bytearray(warc(pages))
    whole[len(whole) // 2 : len(whole) // 2 + 40] = bytes(40)
    loaded = load(bytes(whole), "a.warc.gz")
    assert loaded.documents[0].text.startswith("Bridge 0 hit")
    assert loaded.problems


def test_warc_with_wrong_lengths_writes_nothing_to_the_terminal(capfd):
    whole = warc([("https://a.example/1", page().encode())] * 2, gz=False)
    loaded = load(whole.replace(b"</html>", b"</html>and more that nobody counted"), "a.warc")
    assert loaded.documents or loaded.problems
    assert capfd.readouterr() == ("", "")


def test_warc_bomb_is_bounded():
    big = b"<html><body><p>" + b"A" * (40 * 1024 * 1024)
    loaded = load(
        warc([("https://a.example/bomb", big), ("https://a.example/b", page().encode())]),
        "a.warc.gz",
    )
    assert "more than 20 MB" in loaded.problems[0].what
    assert [document.url for document in loaded.documents] == ["https://a.example/b"]


def test_gzip_bomb_is_bounded():
    began = time.monotonic()
    assert "more than 256 MB" in problem(bomb(300), "a.txt.gz")
    assert time.monotonic() - began < 20


def test_truncated_gzip_keeps_what_was_read():
    packed = gzip.compress((PARAGRAPH + "\n").encode() * 2000, mtime=0)
    loaded = load(packed[: len(packed) // 2], "a.txt.gz")
    assert "cut off" in loaded.problems[0].what
    assert loaded.documents[0].text.startswith(PARAGRAPH)


def test_gzip_in_gzip_is_refused():
    assert "packed twice" in problem(gzip.compress(gzip.compress(b"text")), "a.gz")


def encrypted(password: str) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(pdf(["A secret line."])))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_encrypted_pdf_says_that_it_has_no_text():
    assert "encrypted" in problem(encrypted("secret"), "a.pdf")


def test_pdf_locked_against_copying_only_is_read():
    assert load(encrypted(""), "a.pdf").documents[0].text == "A secret line."


def test_scanned_pdf_says_that_it_has_no_text():
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    out = io.BytesIO()
    writer.write(out)
    assert "without text" in problem(out.getvalue(), "a.pdf")


def test_damaged_pdf():
    assert "PDF" in problem(b"%PDF-1.7\nnothing here", "a.pdf")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"id": "1"}, "field 'text' is missing"),
        ({"text": 5}, "field 'text' is a number"),
        ({"text": None}, "field 'text' is null"),
        (["words"], "document 1: is text, not a document"),
        ({"documents": []}, "empty list"),
        ({"text": "half a pair: \ud800"}, "surrogate"),
        ({"text": "nul \0 inside"}, "NUL"),
        ("only words", "is text, not a document"),
    ],
)
def test_json_with_missing_or_wrong_fields(record, said):
    assert said in problem(json.dumps(record).encode(), "a.json")


def test_an_exported_ledger_is_no_report():
    data = json.dumps({"format": "twosource-ledger/1", "documents": [{"id": "1"}] * 9})
    assert "exported ledger" in problem(data.encode(), "a.json")


def test_a_file_full_of_faults_does_not_flood():
    loaded = load(b'{"id": "1"}\n' * 500, "a.jsonl")
    assert len(loaded.problems) == 51
    assert loaded.problems[-1].what == "450 more problems like these"


def test_a_wrong_field_beside_the_text_is_named_and_left_empty():
    loaded = load(
        b'{"id": 7, "text": "Two bridges were hit.", "published_at": "soonish"}', "a.json"
    )
    assert [p.what.split(" ")[1] for p in loaded.problems] == ["'id'", "'published_at'"]
    assert loaded.documents[0].published_at is None


def test_broken_json_names_line_and_column():
    assert "line 2 column 10" in problem(b'{\n "text": }', "a.json")
    assert "JSON" in problem(b"[" * 100_000, "a.json")


def test_a_bad_line_of_json_lines_is_named_and_the_rest_read():
    data = b'{"text": "One."}\n{"text": \n\n{"text": "Three."}\n{"id": "4"}\n'
    loaded = load(data, "a.jsonl")
    assert [document.text for document in loaded.documents] == ["One.", "Three."]
    assert [p.what.split(":")[0] for p in loaded.problems] == ["line 2", "line 5"]


def test_feed_with_no_entries():
    assert "no entries" in problem(rss(""), "feed.xml")


def test_damaged_feed_keeps_what_was_read():
    item = f"<item><title>Bridges hit</title><description>{SECOND}</description></item>"
    loaded = load(rss(item)[:-30] + b"<item><title>cut", "feed.xml")
    assert "damaged feed" in loaded.problems[0].what
    assert loaded.documents[0].title == "Bridges hit"


def test_a_feed_reads_no_file_and_expands_no_entity(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    data = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
        "<rss version='2.0'><channel><title>F</title><item><title>T</title>"
        "<description>see &x; there</description></item></channel></rss>"
    )
    assert all("the secret" not in document.text for document in load(data.encode(), "f").documents)


def test_web_archive_without_pages():
    assert "without HTML" in problem(
        warc([("https://a.example/x", b"{}")], kind="application/json"), "a.warc.gz"
    )


def test_mail_without_text():
    head = b"From: a@b.example\nSubject: Picture\nContent-Type: image/png\n"
    data = head + b"Content-Transfer-Encoding: base64\n\niVBORw0KGgo="
    assert "no text part" in problem(data, "a.eml")


def test_front_matter_that_is_not_yaml_is_said_and_the_text_read():
    loaded = load(f"---\ntitle: [open\n---\n{PARAGRAPH}".encode(), "a.md")
    assert "front matter" in loaded.problems[0].what
    assert loaded.documents[0].text == PARAGRAPH
