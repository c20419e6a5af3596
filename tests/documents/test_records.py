"""JSON: the exchange format's documents, one or many, the text to the character."""

from __future__ import annotations

import json

from twosource.documents import load

RECORD = {
    "id": "07",
    "url": "https://wire.example/7",
    "publisher": "Northline Wire",
    "published_at": "2025-04-28T14:10:00Z",
    "title": "Bridges hit",
    "language": "en",
    "text": "KYIV, April 28 (Northline) - Two bridges were hit,\r\n the ministry said. ",
    "note": {"extra": "fields are passed over"},
}


def test_all_fields():
    document = load(json.dumps(RECORD).encode(), "07.json").documents[0]
    for name in ("id", "url", "publisher", "published_at", "title", "language", "text"):
        assert getattr(document, name) == RECORD[name]
    assert document.key == "07"
    assert document.title_span is None
    assert (document.dateline, document.agency) == ("KYIV", "Northline")


def test_a_title_that_begins_the_text_is_found_there():
    data = json.dumps({"title": "Bridges hit", "text": "Bridges hit\n\nTwo bridges were hit."})
    assert load(data.encode(), "a.json").documents[0].title_span == (0, 11)


def test_lists_ledgers_and_lines_give_the_same_documents():
    records = [RECORD, {**RECORD, "id": "08", "text": "Line one\u2028line two."}]
    whole = load(json.dumps(records).encode(), "a.json").documents
    ledger = load(json.dumps({"documents": records}).encode(), "b.json").documents
    lines = load(
        "\n".join(json.dumps(r, ensure_ascii=False) for r in records).encode(), "c"
    ).documents
    assert [d.text for d in whole] == [d.text for d in ledger] == [d.text for d in lines]
    assert [d.id for d in whole] == ["07", "08"]
    assert [d.sha256 for d in whole] == [d.sha256 for d in ledger]


def test_a_line_keeps_its_name_when_the_file_grows():
    lines = [json.dumps({"url": f"https://a.example/{n}", "text": f"Text {n}."}) for n in range(3)]
    short = load("\n".join(lines[:2]).encode(), "a.jsonl").documents
    longer = load("\n".join(lines).encode(), "a.jsonl").documents
    assert [d.id for d in short] == [d.id for d in longer[:2]]
