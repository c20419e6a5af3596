"""What a file is, by what stands in it; its name only decides between plain text and Markdown."""

from __future__ import annotations

import re

# first bytes of formats that are not reports, and what people call them
BINARIES = (
    (b"PK\x03\x04", "a zip archive or office file (.docx, .odt, .xlsx, .epub)"),
    (b"\xd0\xcf\x11\xe0", "an old office file (.doc, .xls)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture or a sound or video file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "a SQLite database (a ledger?)"),
    (b"7z\xbc\xaf", "a 7-zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"{\\rtf", "an RTF file"),
    (b"PAR1", "a Parquet file"),
)
GZIP = b"\x1f\x8b"
_PDF = re.compile(rb"%PDF-\d")
_FEED = re.compile(r"<(?:\w+:)?(rss|feed|RDF)[\s>]")
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE (?!html)[^>]*>\s*)*", re.S)
_PAGE = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.I)
_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|span|a|br|ul|li|table|section|script|meta|title)[\s>/]", re.I
)
_HEADER = re.compile(r"[!-9;-~]{1,70}:(?:[ \t].*)?\r?$|[ \t]\S.*$")
_MAIL = re.compile(
    r"^(from|to|subject|date|message-id|received|mime-version|return-path|delivered-to):", re.I
)
_FRONT = re.compile(r"\s*---[ \t]*\r?\n[\w\"'-]+\s*:.*?^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
HEAD = 65_536  # code points looked at


def binary_kind(data: bytes) -> str | None:
    """What a file of a known non-text format is, in words."""
    return next((what for magic, what in BINARIES if data.startswith(magic)), None)


def is_pdf(data: bytes) -> bool:
    """PDF readers allow up to a kilobyte of anything before the header."""
    return bool(_PDF.search(data[:1024]))


def is_warc(data: bytes) -> bool:
    """Does an (unpacked) archive begin here?"""
    return data.lstrip()[:5] == b"WARC/"


def text_kind(text: str, path: str | None) -> str:
    """``feed``, ``html``, ``json``, ``mail``, ``markdown`` or ``text``."""
    head = text[:HEAD]
    name = (path or "").lower()
    start = head.lstrip()
    if start.startswith("<"):
        after = head[_PROLOGUE.match(head).end() :]  # type: ignore[union-attr]  # matches ""
        if _FEED.match(after):
            return "feed"
        if _PAGE.search(head[:4096]) or len(_TAG.findall(head[:4096])) >= 2:
            return "html"
    elif _is_mail(head):
        return "mail"
    elif _PAGE.search(head[:1024]) and len(_TAG.findall(head)) >= 4:
        return "html"
    if start[:1] in ("{", "[") and (name.endswith((".json", ".jsonl", ".ndjson")) or _json(start)):
        return "json"
    if name.endswith((".json", ".jsonl", ".ndjson")):
        return "json"
    return "markdown" if name.endswith((".md", ".markdown")) or _FRONT.match(head) else "text"


def _json(start: str) -> bool:
    """An object or a list of objects begins like this; an editor's "[Update]" does not."""
    return bool(re.match(r'\{\s*(?:"|\})|\[\s*(?:\{|\])', start))


def _is_mail(head: str) -> bool:
    """A block of header lines down to the first blank one, with two that only mail has."""
    known: set[str] = set()
    for line in head.lstrip("\r\n").split("\n"):
        if not line.strip():
            break
        if line.startswith("From ") and not known:  # mbox
            continue
        if not _HEADER.match(line):
            return False
        if match := _MAIL.match(line):
            known.add(match.group(1).lower())
    return len(known) >= 2 and bool(known & {"from", "message-id", "received", "return-path"})
