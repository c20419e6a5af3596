"""schema.org metadata of a page (JSON-LD): the article, its publisher, authors and sources."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from twosource.documents.publication import address, iso_time, line

ARTICLES = re.compile(r"(?:Article|Posting|Report|Publication|Statement)$")
MAX_NODES = 2_000
Node = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Linked:
    """What the page's JSON-LD says of its article; empty where it says nothing."""

    headline: str | None = None
    body: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()  # creditText, sourceOrganization, copyrightHolder, provider
    cites: tuple[str, ...] = ()  # isBasedOn, citation


def read_linked(root: HtmlElement, canonical: str | None = None) -> Linked:
    """The page's article in its JSON-LD: the one at ``canonical``, else the first.

    References inside ``@graph`` are resolved.
    """
    nodes = list(_nodes(root))
    named = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return Linked()
    here = (node for node in articles if canonical and _address(node) == canonical)
    article = next(here, articles[0])

    def names(*fields: str) -> tuple[str, ...]:
        found = (name for field in fields for name in _names(article.get(field), named))
        return tuple(dict.fromkeys(found))

    body = article.get("articleBody")
    return Linked(
        headline=line(article.get("headline")) or line(article.get("name")),
        body=body if isinstance(body, str) and body.strip() else None,
        url=_address(article),
        publisher=next(iter(names("publisher")), None),
        published_at=iso_time(article.get("datePublished")),
        modified_at=iso_time(article.get("dateModified")),
        language=next(iter(names("inLanguage")), None),
        authors=names("author", "creator"),
        credits=names("creditText", "sourceOrganization", "provider", "copyrightHolder"),
        cites=tuple(
            dict.fromkeys(
                found
                for field in ("isBasedOn", "isBasedOnUrl", "citation")
                for found in _addresses(article.get(field), named)
            )
        ),
    )


def _address(node: Node) -> str | None:
    main = node.get("mainEntityOfPage")
    page = main.get("@id") if isinstance(main, dict) else main
    return address(node.get("url")) or address(page)


def _nodes(root: HtmlElement) -> Iterator[Node]:
    """All objects of all blocks, breadth first, so that the outer ones come first."""
    queue: list[object] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            queue.append(json.loads(script.text_content().strip().strip(";"), strict=False))
        except (ValueError, RecursionError):
            continue
    seen = 0
    while queue and seen < MAX_NODES:
        item = queue.pop(0)
        seen += 1
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(value for value in item.values() if isinstance(value, list | dict))


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    each = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and ARTICLES.search(kind) for kind in each)


def _each(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _names(value: object, named: Mapping[str, Node]) -> Iterator[str]:
    for item in _each(value):
        if isinstance(item, dict):
            item = named.get(str(item.get("@id")), item) if "name" not in item else item
            item = item.get("name") or item.get("alternateName")
        for name in _each(item):
            if (found := line(name)) and not found.startswith(("http://", "https://")):
                yield found


def _addresses(value: object, named: Mapping[str, Node]) -> Iterator[str]:
    for item in _each(value):
        if isinstance(item, dict):
            item = item.get("url") or item.get("@id") or item.get("name")
        if found := address(item) or line(item):
            yield found
