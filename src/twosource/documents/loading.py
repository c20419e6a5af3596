"""From the bytes of one file to its documents: which format, which language, which name."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from twosource.documents import sniffing
from twosource.documents.credit import credit_in
from twosource.documents.dateline import find_dateline
from twosource.documents.draft import MAX_TEXT, Draft, Drafts, Loaded
from twosource.documents.encoding import decode
from twosource.documents.language import language_of
from twosource.documents.publication import date_line, iso_time
from twosource.ids import stable_id
from twosource.model import Document, Problem

MAX_PROBLEMS = 50  # lines about one file
STDIN = "<standard input>"


def load(data: bytes, path: str | None) -> Loaded:
    """All documents in ``data``; ``path`` as given by the person, ``None`` for standard input.

    Pure: no disk, clock or network. Never raises on bad input: what cannot be read is a `Problem`,
    and everything beside it is still read.
    """
    name = path or STDIN
    found: list[Draft] = []
    problems: list[Problem] = []
    try:
        for item in _read(data, name):
            if isinstance(item, Problem):
                problems.append(item)
            elif trouble := _unfit(item, name):
                problems.append(trouble)
            else:
                found.append(item)
    except Exception as error:  # the last net under a dozen parsers of hostile input
        what = " ".join(str(error).split())[:120]
        problems.append(Problem(name, f"could not be read ({type(error).__name__}: {what})"))
    if (more := len(problems) - MAX_PROBLEMS) > 0:
        problems[MAX_PROBLEMS:] = [Problem(name, f"{more} more problems like these")]
    return _named(found, problems, data, path)


def _read(data: bytes, name: str) -> Drafts:
    if not data.strip():
        yield Problem(name, "is empty")
    elif data.startswith(sniffing.GZIP):
        yield from _packed(data, name)
    elif sniffing.is_warc(data):
        from twosource.documents.webarchive import read_warc

        yield from read_warc(data, name)
    elif sniffing.is_pdf(data):
        from twosource.documents.pdf import read_pdf

        yield from read_pdf(data, name)
    elif what := sniffing.binary_kind(data):
        yield Problem(name, f"is {what}, not a report")
    else:
        yield from _read_text(data, name)


def _packed(data: bytes, name: str) -> Drafts:
    from twosource.documents.unpacking import gunzip

    head = gunzip(data[:65_536], 1024 * 1024)
    if sniffing.is_warc(head.data):  # an archive is unpacked record by record
        from twosource.documents.webarchive import read_warc

        yield from read_warc(data, name)
        return
    unpacked = gunzip(data)
    if unpacked.trouble:
        yield Problem(name, unpacked.trouble)
        if "more than" in unpacked.trouble:
            return
    inner = name.removesuffix(".gz")
    if unpacked.data.startswith(sniffing.GZIP):
        yield Problem(name, "is packed twice", "unpack it once")
        return
    for item in _read(unpacked.data, inner):
        if isinstance(item, Problem):
            yield replace(item, path=name)
        else:
            yield item if item.raw is not None else replace(item, raw=unpacked.data)


def _read_text(data: bytes, name: str) -> Drafts:
    decoded = decode(data, _declared(data))
    if decoded is None:
        yield Problem(name, "is binary, not text (NUL bytes or control characters)")
        return
    if decoded.trouble:
        yield Problem(name, decoded.trouble)
    text = decoded.text
    kind = sniffing.text_kind(text, name)
    if kind == "feed":
        from twosource.documents.feed import read_feed

        yield from read_feed(data, name)
    elif kind == "html":
        from twosource.documents.html import read_html

        yield from read_html(text, name)
    elif kind == "json":
        from twosource.documents.records import read_records

        yield from read_records(text, name)
    elif kind == "mail":
        from twosource.documents.mail import read_mail

        yield from read_mail(data, name)
    elif kind == "markdown":
        from twosource.documents.markdown import read_markdown

        yield from read_markdown(text, name)
    else:
        from twosource.documents.plain import read_plain

        yield from read_plain(text)


def _declared(data: bytes) -> str | None:
    """An encoding named inside the file, looked for only where markup begins it."""
    if data.lstrip()[:1] != b"<":
        return None
    from twosource.documents.declared import declared_encoding

    return declared_encoding(data)


def _unfit(draft: Draft, name: str) -> Problem | None:
    if not draft.text.strip():
        return Problem(name, "has no text")
    if len(draft.text) > MAX_TEXT:
        size, limit = f"{len(draft.text):,}", f"{MAX_TEXT:,}"
        return Problem(name, f"is a text of {size} characters, more than {limit}", "split it")
    return None


def _named(
    drafts: Sequence[Draft], problems: Sequence[Problem], data: bytes, path: str | None
) -> Loaded:
    whole = hashlib.sha256(data).hexdigest()
    documents: list[Document] = []
    archived: list[bytes] = []
    for number, draft in enumerate(drafts, 1):
        raw = data if draft.raw is None else draft.raw
        sha256 = whole if draft.raw is None else hashlib.sha256(raw).hexdigest()
        place = (path or whole) + (f"#{number}" if len(drafts) > 1 else "")
        documents.append(_document(draft, sha256, place, path, number))
        archived.append(raw)
    return Loaded(tuple(documents), tuple(problems), tuple(archived))


def _document(draft: Draft, sha256: str, place: str, path: str | None, number: int) -> Document:
    key = draft.given or draft.url or draft.message or place
    after = draft.title_span[1] if draft.title_span else 0
    line = find_dateline(draft.text, after)
    credit = credit_in(draft.text)
    dated = line.agency if line else None
    return Document(
        id=draft.given or stable_id("d", key, sha256, number),
        key=key,
        text=draft.text,
        sha256=sha256,
        media_type=draft.media_type,
        path=path,
        url=draft.url,
        publisher=draft.publisher or credit.outlet,
        published_at=draft.published_at
        or date_line(draft.text)
        or (iso_time(line.date) if line else None),
        modified_at=draft.modified_at,
        title=draft.title,
        title_span=draft.title_span,
        language=language_of(draft.language, draft.text[after:]),
        byline=draft.byline or credit.byline,
        agency=draft.agency or dated or credit.agency,
        dateline=draft.dateline or (line.place if line else None),
        feed_source=draft.feed_source,
        cites=draft.cites,
    )
