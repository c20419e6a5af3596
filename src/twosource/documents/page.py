"""What a page says of itself outside its article: meta elements, links, byline and title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml.html import HtmlElement

from twosource.documents.draft import folded
from twosource.documents.publication import address, iso_time, line

# names of meta elements, best first: OpenGraph, Dublin Core, Parsely, Sailthru, Google News
PUBLISHED = (
    *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *("sailthru.date", "dcterms.created", "dc.date.issued", "dcterms.date", "dc.date"),
    *("pubdate", "publishdate", "publish-date", "date", "cxenseparse:recs:publishtime"),
)
MODIFIED = (
    *("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"),
    *("lastmod", "last-modified", "dc.date.modified", "revised"),
)
SITES = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher", "application-name")
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
SOURCES = ("original-source", "syndication-source", "dcterms.source", "dc.source")
RIGHTS = ("copyright", "dcterms.rights", "dc.rights", "rights", "dcterms.rightsholder")
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author(?:s|-name)?|writer|article-credit)(?:$|[\s_-])", re.I
)
LEAD = re.compile(
    r"(?:^|[\s_-])(?:standfirst|lede|lead|dek|sub-?title|sub-?head(?:line)?)(?:$|[\s_-])", re.I
)
OTHER_PARTS = re.compile(
    r"comment|related|teaser|sidebar|promo|recommend|newsletter|most-?read|author-bio", re.I
)
MAX_BYLINE, MAX_LEAD = 200, 600  # code points


def metas(root: HtmlElement) -> Mapping[str, str]:
    """Contents of the meta elements by lower-case name; the first of a name stands."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (content := line(meta.get("content"))):
            found.setdefault(name.strip().lower(), content)
    return found


def first(found: Mapping[str, str], names: Iterable[str]) -> str | None:
    """The content of the first of ``names`` that the page has."""
    return next((found[name] for name in names if name in found), None)


def canonical(root: HtmlElement, found: Mapping[str, str]) -> str | None:
    """``<link rel=canonical>``, else ``og:url``."""
    for link in root.iter("link"):
        rel = (link.get("rel") or "").lower().split()
        if "canonical" in rel and (url := address(link.get("href"), found.get("og:url"))):
            return url
    return address(found.get("og:url"))


def published(root: HtmlElement, found: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    """A time from meta elements, ``itemprop`` or a ``time`` element of the article."""
    for name in names:
        if time := iso_time(found.get(name)):
            return time
    prop = "datePublished" if names is PUBLISHED else "dateModified"
    for element in root.iter("time", "span", "div", "abbr"):
        if element.get("itemprop") == prop or (
            prop == "datePublished" and "pubdate" in element.attrib
        ):
            stated = element.get("datetime") or element.get("content") or element.text_content()
            if time := iso_time(stated):
                return time
    return _time_element(root) if names is PUBLISHED else None


def _time_element(root: HtmlElement) -> str | None:
    """The page's only date, where all its ``time`` elements inside the article agree on the day."""
    scope = next(root.iter("article"), root)
    times = [time for element in scope.iter("time") if (time := iso_time(element.get("datetime")))]
    return times[0] if times and len({time[:10] for time in times}) == 1 else None


def headline(root: HtmlElement, found: Mapping[str, str], stated: str | None) -> str | None:
    """The headline as the page shows it, else as its metadata give it, the site's name left off."""
    tops = [text for h1 in root.iter("h1") if (text := line(h1.text_content()))]
    social = stated or line(found.get("og:title"))
    if social and any(folded(top) == folded(social) for top in tops):
        return next(top for top in tops if folded(top) == folded(social))
    inside = [line(h1.text_content()) for art in root.iter("article") for h1 in art.iter("h1")]
    if (only := [*filter(None, inside)] or tops) and len(only) == 1:
        return only[0]
    if social:
        return social
    title = root.find(".//title")
    written = line(title.text_content()) if title is not None else None
    return _without_site(written, first(found, SITES)) if written else None


def _without_site(title: str, site: str | None) -> str:
    head, mark, tail = title.rpartition(" | ")
    if not mark:
        head, mark, tail = title.rpartition(" - ")
    short = len(tail.split()) <= 4 and len(head.split()) >= 3
    return (
        head
        if mark and (folded(tail) == folded(site or "") or (mark == " | " and short))
        else title
    )


def bylines(root: HtmlElement) -> list[str]:
    """Visible bylines, as written."""
    found: list[str] = []
    for element in root.iter("p", "div", "span", "a", "address", "small", "cite"):
        marked = (
            "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author"
        )
        if (marked or BYLINE.search(element.get("class") or "")) and not _elsewhere(element):
            text = line(element.text_content())
            if text and len(text) <= MAX_BYLINE and text not in found:
                found.append(text)
    return found


def _elsewhere(element: HtmlElement) -> bool:
    """Inside a part of the page that belongs to readers' comments or to other articles."""
    return any(
        above.tag in ("aside", "nav", "footer")
        or OTHER_PARTS.search(f"{above.get('class') or ''} {above.get('id') or ''}")
        for above in (element, *element.iterancestors())
        if above.tag not in ("body", "html")
    )


def lead(root: HtmlElement) -> str | None:
    """The paragraph between headline and article that the page shows as such."""
    for element in root.iter("p", "h2", "div"):
        marked = element.get("itemprop") == "description"
        if (marked or LEAD.search(element.get("class") or "")) and not _elsewhere(element):
            text = line(element.text_content(), MAX_LEAD + 1)
            if text and len(text.split()) > 3 and len(text) <= MAX_LEAD:
                return text
    return None
