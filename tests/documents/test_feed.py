"""Feeds: each entry a document with its own name, and the feed it was taken from."""

from __future__ import annotations

from twosource.documents import load

from .making import PARAGRAPH, SECOND, rss

ITEM = f"""<item><title>Bridges hit &amp; closed</title><link>https://gazette.example/1</link>
<pubDate>Mon, 28 Apr 2025 14:10:00 GMT</pubDate><author>Jane Roe, Reuters</author>
<source url="https://gazette.example/rss">Harbour Gazette</source>
<description>&lt;p&gt;{PARAGRAPH}&lt;/p&gt;</description></item>"""
OTHER = f"""<item><title>Port open</title><guid isPermaLink="false">port-2</guid>
<source url="https://wire.example/rss">Northline Wire</source>
<description>{SECOND}</description></item>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Ministry</title><entry><title>Statement</title><id>urn:1</id>
<link href="https://ministry.example/s"/><published>2025-04-28T10:00:00Z</published>
<updated>2025-04-28T12:00:00Z</updated><summary>The road is shut.</summary>
<content type="html">&lt;p&gt;{PARAGRAPH}&lt;/p&gt;</content></entry></feed>"""


def test_rss_entries():
    loaded = load(rss(ITEM + OTHER), "feed.xml")
    assert not loaded.problems
    first, second = loaded.documents
    assert first.text == f"Bridges hit & closed\n\n{PARAGRAPH}"
    assert first.url == first.key == "https://gazette.example/1"
    assert first.published_at == "2025-04-28T14:10:00+00:00"
    assert (first.byline, first.agency) == ("Jane Roe", "Reuters")
    assert first.feed_source == first.publisher == "Harbour Gazette"
    assert second.key == "port-2"
    assert (second.publisher, second.feed_source) == ("Gulf Aggregator", "Northline Wire")


def test_atom_entries():
    document = load(ATOM.encode(), "feed.txt").documents[0]
    assert document.text == f"Statement\n\nThe road is shut.\n\n{PARAGRAPH}"
    assert document.published_at == "2025-04-28T10:00:00Z"
    assert document.modified_at == "2025-04-28T12:00:00Z"
    assert document.publisher == "Ministry"
    assert document.language == "en"


def test_an_entry_is_the_same_document_in_a_longer_feed():
    alone = load(rss(ITEM), "feed.xml").documents[0]
    later = load(rss(ITEM + OTHER), "feed.xml").documents[0]
    assert (alone.id, alone.sha256) == (later.id, later.sha256)
