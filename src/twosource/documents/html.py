"""A web page: its article with headline and lead, and what it says of authors and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml.html import HtmlElement

from twosource.documents import page
from twosource.documents.blocks import parse_markup
from twosource.documents.body import article_text
from twosource.documents.credit import (
    Credit,
    agency_name,
    copyright_agency,
    is_byline,
    read_byline,
)
from twosource.documents.draft import Draft, Drafts, compose, folded
from twosource.documents.linked import Linked, read_linked
from twosource.documents.publication import address, iso_time, line
from twosource.model import Problem

MAX_MARKUP = 20_000_000  # code points of one page
_FURNITURE = re.compile(
    r"(?:\d+ min(?:ute)?s? read|share|print|advertisement|listen|save)\W*$", re.I
)


def read_html(markup: str, path: str, url: str | None = None) -> Drafts:
    """One draft; ``url`` is where the page was fetched from, if known."""
    if len(markup) > MAX_MARKUP:
        yield Problem(path, f"is a page of more than {MAX_MARKUP:,} characters: not read")
        return
    root = parse_markup(markup)
    if root is None:
        yield Problem(path, "is a page without text")
        return
    metas = page.metas(root)
    canonical = page.canonical(root, metas)
    linked = read_linked(root, canonical)
    title = page.headline(root, metas, linked.headline)
    body = _without_furniture(article_text(root, markup) or linked.body or "", title)
    if not body:
        yield Problem(path, "is a page without text (made by script?)", "save it from a browser")
        return
    lead = page.lead(root)
    text, span = compose(title, None if lead and folded(lead) in folded(body) else lead, body)
    credit = _credit(root, metas, linked)
    stated = (address(content) for content in (metas.get(name) for name in page.SOURCES))
    yield Draft(
        text=text,
        media_type="text/html",
        title=title,
        title_span=span,
        url=canonical or linked.url or url,
        publisher=linked.publisher or line(page.first(metas, page.SITES)),
        published_at=linked.published_at or page.published(root, metas, page.PUBLISHED),
        modified_at=linked.modified_at or page.published(root, metas, page.MODIFIED),
        language=root.get("lang") or linked.language or metas.get("og:locale"),
        byline=credit.byline,
        agency=credit.agency,
        cites=tuple(dict.fromkeys([*linked.cites, *filter(None, stated), *_cited(root)])),
    )


def _without_furniture(body: str, title: str | None) -> str:
    """Title, byline, date and buttons off the head of the body: metadata holds them."""
    lines = body.split("\n")
    for _ in range(8):
        head = lines[0].strip() if lines else "end"
        known = not head or folded(head) == folded(title or "") or is_byline(head)
        dated = len(head) < 60 and not head.endswith(".") and iso_time(head) is not None
        if not (known or dated or _FURNITURE.match(head)):
            break
        lines = lines[1:]
    return "\n".join(lines).strip()


def _credit(root: HtmlElement, metas: Mapping[str, str], linked: Linked) -> Credit:
    """The visible byline stands first: JSON-LD often keeps the person and loses the agency."""
    shown = [read_byline(text) for text in page.bylines(root)]
    stated = [read_byline(name) for name in linked.authors]
    if not stated and (author := page.first(metas, page.AUTHORS)) and "//" not in author:
        stated = [read_byline(author)]
    persons = _first(credit.byline for credit in shown)
    persons = persons or ", ".join(c.byline for c in stated if c.byline) or None
    agency = _first(credit.agency for credit in (*shown, *stated))
    agency = agency or _first(agency_name(name) for name in linked.credits)
    rights = page.first(metas, page.RIGHTS)
    return Credit(persons, agency or (copyright_agency(rights) if rights else None))


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)


def _cited(root: HtmlElement) -> list[str]:
    """``itemprop=isBasedOn`` and ``cite`` attributes of quotations."""
    found = [
        address(element.get("href") or element.get("content"))
        for element in root.iter("a", "link", "meta")
        if element.get("itemprop") in ("isBasedOn", "isBasedOnUrl", "citation")
    ]
    found += [address(quote.get("cite")) for quote in root.iter("blockquote", "q")]
    return [url for url in found if url]
