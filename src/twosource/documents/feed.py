"""RSS and Atom files: each entry a document, with the feed it was taken from (``<source>``)."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from twosource.documents.blocks import fragment_text
from twosource.documents.credit import Credit, read_byline
from twosource.documents.draft import Draft, Drafts, compose, folded
from twosource.documents.publication import address, host, iso_time, line
from twosource.model import Problem

MAX_ENTRIES = 10_000
HARMLESS = ("CharacterEncodingOverride", "NonXMLContentType", "UndeclaredNamespace")
Entry = Mapping[str, Any]  # feedparser's own records end in this module


def read_feed(data: bytes, path: str) -> Drafts:
    """One draft an entry."""
    import feedparser

    parsed = feedparser.parse(io.BytesIO(data))  # a stream: bytes alone might be taken for a name
    entries = parsed.entries[:MAX_ENTRIES]
    if parsed.bozo and type(parsed.bozo_exception).__name__ not in HARMLESS:
        what = " ".join(str(parsed.bozo_exception).split())[:120]
        yield Problem(path, f"is a damaged feed ({what}): {len(entries)} entries read")
    elif not entries:
        yield Problem(path, "is a feed with no entries")
    raws = _raw_entries(data, len(entries))
    for number, (entry, raw) in enumerate(zip(entries, raws, strict=True), 1):
        draft = _entry(entry, parsed.feed, raw)
        if draft.text.strip():
            yield draft
        else:
            yield Problem(path, f"entry {number} of the feed has no text")


def _raw_entries(data: bytes, count: int) -> Sequence[bytes | None]:
    """The bytes of each entry alone: an old entry in a longer feed is the same document."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        return [None] * count
    found = [
        etree.tostring(element, encoding="utf-8", with_tail=False)
        for element in root.iter("{*}item", "{*}entry")
    ]
    return found if len(found) == count else [None] * count


def _entry(entry: Entry, feed: Entry, raw: bytes | None) -> Draft:
    title = line(fragment_text(entry.get("title") or ""))
    summary = fragment_text(entry.get("summary") or "")
    body = "\n\n".join(fragment_text(part.get("value") or "") for part in entry.get("content", ()))
    lead = summary if body and folded(summary) not in folded(body) else None
    text, span = compose(title, lead, body or summary)
    url, source = address(entry.get("link")), entry.get("source") or {}
    own, origin = line(feed.get("title")), line(source.get("title"))
    of_source = bool(origin and url and host(url) == host(address(source.get("href"))))
    credit = read_byline(author) if (author := line(entry.get("author"))) else Credit()
    return Draft(
        text=text,
        media_type="application/rss+xml",
        title=title,
        title_span=span,
        url=url,
        publisher=(origin if of_source else own) or line(entry.get("publisher")),
        published_at=iso_time(entry.get("published")),
        modified_at=iso_time(_own(entry, "updated")),
        language=line(_language(entry)) or line(feed.get("language")),
        byline=credit.byline,
        agency=credit.agency,
        feed_source=origin or address(source.get("href")),
        cites=tuple(filter(None, (address(link) for link in _via(entry)))),
        message=line(entry.get("id")),
        raw=raw,
    )


def _own(entry: Entry, name: str) -> object:
    """A field the entry has itself: feedparser answers ``updated`` with ``published``."""
    return dict.get(entry, name) if isinstance(entry, dict) else None


def _language(entry: Entry) -> str | None:
    details = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    return next((part["language"] for part in details if part.get("language")), None)


def _via(entry: Entry) -> list[str]:
    """``<link rel="via">``: where the entry was found, by its own word."""
    return [link.get("href", "") for link in entry.get("links", ()) if link.get("rel") == "via"]
