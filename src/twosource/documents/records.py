"""JSON and JSON Lines: documents in the exchange format's fields, the text exactly as given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from twosource.documents.draft import Draft, Drafts
from twosource.documents.publication import iso_time
from twosource.model import Problem

FIELDS = ("id", "url", "publisher", "published_at", "title", "language")
KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a group"}


def read_records(text: str, path: str) -> Drafts:
    """One draft a document: an object, a list, ``{"documents": […]}`` or one object a line."""
    if path.lower().endswith((".jsonl", ".ndjson")):
        yield from _lines(text, path)
        return
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _first_line_is_record(text):
            yield from _lines(text, path)
        else:
            yield Problem(path, _complaint(error))
        return
    if isinstance(whole, dict) and str(whole.get("format", "")).startswith("twosource-ledger"):
        yield Problem(path, "is an exported ledger, which holds no texts", "read the reports")
        return
    several = whole.get("documents") if isinstance(whole, dict) and "text" not in whole else whole
    if isinstance(several, list):
        if not several:
            yield Problem(path, "holds an empty list of documents")
        for number, record in enumerate(several, 1):
            yield from _record(record, path, f"document {number}: ", _canonical(record))
    else:
        yield from _record(whole, path, "", None)


def _complaint(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is not valid JSON ({error})"
    return "is not readable JSON (nested too deeply, or a number too long)"


def _first_line_is_record(text: str) -> bool:
    first, newline, rest = text.lstrip().partition("\n")
    try:
        return bool(newline and rest.strip()) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _lines(text: str, path: str) -> Drafts:
    number = 0
    for number, raw in enumerate(_split(text), 1):
        if not raw.strip():
            continue
        try:
            record = json.loads(raw)
        except (ValueError, RecursionError) as error:
            yield Problem(path, f"line {number}: {_complaint(error)}")
            continue
        yield from _record(record, path, f"line {number}: ", raw.strip().encode("utf-8"))


def _split(text: str) -> Iterator[str]:
    """At line feeds only: a JSON string may hold U+2028 and other line ends of `splitlines`."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end + 1


def _canonical(record: object) -> bytes:
    """The bytes that stand for one document of a list."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def _record(record: object, path: str, where: str, raw: bytes | None) -> Drafts:
    if not isinstance(record, dict):
        yield Problem(path, f"{where}is {_kind(record)}, not a document")
        return
    text = record.get("text")
    if not isinstance(text, str):
        what = f"is {_kind(text)}, not text" if "text" in record else "is missing"
        yield Problem(path, f"{where}field 'text' {what}", "a document needs 'text'")
        return
    if trouble := _unstorable(record):
        yield Problem(path, f"{where}{trouble}")
        return
    for name in FIELDS:
        value = record.get(name)
        if value is not None and not isinstance(value, str):
            yield Problem(path, f"{where}field '{name}' is {_kind(value)}, not text: left empty")
    stated = _string(record, "published_at")
    if stated and iso_time(stated) is None:
        yield Problem(
            path, f"{where}field 'published_at' is no date: left empty", repr(stated)[:60]
        )
    title = _string(record, "title")
    yield Draft(
        text=text,
        media_type="application/json",
        title=title,
        title_span=(0, len(title)) if title and text.startswith(title) else None,
        url=_string(record, "url"),
        publisher=_string(record, "publisher"),
        published_at=iso_time(stated),
        language=_string(record, "language"),
        given=_string(record, "id"),
        raw=raw,
    )


def _string(record: Mapping[str, object], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) and value.strip() else None


def _kind(value: object) -> str:
    if value is None:
        return "null"
    return KINDS.get(type(value), "text")


def _unstorable(record: Mapping[str, object]) -> str | None:
    """Characters that are none: lone surrogates, and the NUL that no database keeps."""
    for name in (*FIELDS, "text"):
        value = record.get(name)
        if not isinstance(value, str):
            continue
        if "\0" in value:
            return f"field '{name}' holds a NUL character"
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            return f"field '{name}' holds half a surrogate pair at character {error.start}"
    return None
