"""WARC files: each archived HTML page a document, found at the address it was fetched from."""

from __future__ import annotations

import io
import zlib
from typing import Any

from twosource.documents.declared import declared_encoding
from twosource.documents.draft import Draft, Drafts
from twosource.documents.encoding import decode
from twosource.documents.html import read_html
from twosource.documents.publication import address
from twosource.documents.unpacking import gunzip
from twosource.model import Problem

MAX_PAGE = 20 * 1024 * 1024  # bytes of one page, unpacked
MAX_TOTAL = 2 * 1024 * 1024 * 1024  # bytes that all records may declare together
MAX_TAIL = 64 * 1024 * 1024  # bytes unpacked to see whether the last record is whole
NOT_A_RECORD = (AttributeError, TypeError, IndexError)  # what warcio raises on half a header
MAX_PROBLEMS = 20  # lines about single records of one archive


def read_warc(data: bytes, path: str) -> Drafts:
    """Pages in archive order; damage or excess ends the reading and is said."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    total = pages = said = last = 0
    try:
        archive = ArchiveIterator(io.BytesIO(data))
        archive.INC_RECORD = ""  # its own complaint would go to standard error
        for record in archive:
            last = archive.offset
            total += _declared(record)
            if total > MAX_TOTAL:
                yield Problem(
                    path, f"unpacks to more than {MAX_TOTAL // 1024**3} GB: stopped there"
                )
                return
            if not _is_page(record):
                continue
            pages += 1
            for found in _page(record, path):
                said += isinstance(found, Problem)
                if isinstance(found, Draft) or said <= MAX_PROBLEMS:
                    yield found
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error, *NOT_A_RECORD) as error:
        what = " ".join(str(error).split())[:100] or type(error).__name__
        yield Problem(path, f"is damaged or cut off after {pages} pages ({what}): those were read")
        return
    if _ends_early(data, last) and not said:
        yield Problem(path, f"is cut off after {pages} pages: those were read")
    elif not pages:
        yield Problem(path, "is a web archive without HTML pages")


def _ends_early(data: bytes, last: int) -> bool:
    """Warcio stops without a word where the file ends inside the headers of a record."""
    if not data.startswith(b"\x1f\x8b"):
        return not data.endswith(b"\r\n\r\n")
    trouble = gunzip(data[last:], MAX_TAIL).trouble
    return trouble is not None and "cut off" in trouble


def _declared(record: Any) -> int:  # noqa: ANN401 - warcio has no types
    length = record.rec_headers.get_header("Content-Length") or "0"
    return int(length) if length.isdigit() else 0


def _is_page(record: Any) -> bool:  # noqa: ANN401
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    elif record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return False
        kind = record.http_headers.get_header("Content-Type") or ""
    else:
        return False
    return "html" in kind.lower()


def _page(record: Any, path: str) -> Drafts:  # noqa: ANN401
    url = address(record.rec_headers.get_header("WARC-Target-URI"))
    name = f"{path} ({url})"
    payload = record.content_stream().read(MAX_PAGE + 1)
    if len(payload) > MAX_PAGE:
        yield Problem(name, f"is a page of more than {MAX_PAGE // 1024**2} MB: not read")
        return
    if _is_cut(record):
        yield Problem(name, "is cut off inside this page: what came before was read")
    decoded = decode(payload, _charset(record) or declared_encoding(payload))
    if decoded is None:
        yield Problem(name, "is no text")
        return
    for found in read_html(decoded.text, name, url):
        yield found if isinstance(found, Problem) else _with_raw(found, payload)


def _is_cut(record: Any) -> bool:  # noqa: ANN401
    """Did the file end before the bytes that the record declares?"""
    left = record.raw_stream
    while left.read(65_536):
        pass
    return bool(getattr(left, "limit", 0) > 0)


def _with_raw(draft: Draft, payload: bytes) -> Draft:
    from dataclasses import replace

    return replace(draft, raw=payload)


def _charset(record: Any) -> str | None:  # noqa: ANN401
    kind = record.http_headers.get_header("Content-Type") if record.http_headers else ""
    _, _, charset = (kind or "").partition("charset=")
    return charset.split(";")[0].strip(" \"'") or None
