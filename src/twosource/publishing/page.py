"""The report: one self-contained HTML file that needs no network and trusts no text.

Everything is written here, for readers without a script, for paper and for screen readers; the
script only sorts, filters and shows one view at a time. The content security policy names the
hashes of the file's own style sheet and scripts and forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twosource.publishing import phrases
from twosource.publishing.addresses import ReportAddresses
from twosource.publishing.book import Book
from twosource.publishing.safe import plain, reveal
from twosource.publishing.views.claims import claim_lines, claim_pages, conflict_views, facets
from twosource.publishing.views.common import DocumentName, document_name
from twosource.publishing.views.documents import document_pages
from twosource.publishing.views.figures import charts
from twosource.publishing.views.overview import overview, source_lines
from twosource.publishing.views.places import places

EARLY = 'document.documentElement.classList.add("js")'  # before the first paint


@dataclass(frozen=True, slots=True)
class Content:
    """One line of the table of documents."""

    name: DocumentName
    statements: int
    original: DocumentName | None
    percent: int


def environment() -> Environment:
    """Templates with escaping always on; ``|t`` for element content, ``|a`` for attributes."""
    env = Environment(
        loader=PackageLoader("twosource.publishing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(t=reveal, a=plain, moment=phrases.moment)
    env.globals.update(
        to=ReportAddresses(),
        counted=phrases.counted,
        evidence_mark=phrases.EVIDENCE_MARK,
        evidence_means=phrases.EVIDENCE_MEANS,
        status_mark=phrases.STATUS_MARK,
        status_means=phrases.STATUS_MEANS,
    )
    return env


@cache
def asset(name: str) -> str:
    """A file of the bundle; it can stand inside ``<script>`` or ``<style>`` as it is."""
    text = files("twosource").joinpath("publishing", "static", name).read_text("utf-8")
    for closing in ("</script", "</style", "<!--"):
        if closing in text.lower():
            raise ValueError(f"{name} holds {closing!r} and cannot be embedded")
    return text


def policy(styles: list[str], scripts: list[str]) -> str:
    """A content security policy that allows exactly these inline sources and nothing else."""

    def hashes(sources: list[str]) -> str:
        digests = (hashlib.sha256(s.encode()).digest() for s in sources)
        return " ".join(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests)

    return (
        f"default-src 'none'; style-src {hashes(styles)}; script-src {hashes(scripts)}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _contents(book: Book) -> Iterator[Content]:
    for document in sorted(book.documents, key=lambda d: (d.published_at or "9999", d.id)):
        copy = book.copy_of.get(document.id)
        original = book.document.get(copy.original) if copy else None
        yield Content(
            name=document_name(document),
            statements=len(book.mentions_in.get(document.id, ())),
            original=document_name(original) if original else None,
            percent=round(copy.reuse * 100) if copy else 0,
        )


def report_html(book: Book, title: str, made: str = "") -> Iterator[str]:
    """The whole report, piece by piece; ``made`` says when, in words (the clock is not ours)."""
    css, script = asset("report.css"), asset("report.js")
    lines = claim_lines(book)
    offered = facets(list(lines.values()))
    asserter_keys = offered.keys(offered.asserters)
    place_keys = offered.keys(offered.places)
    drawn = charts(book)
    return (
        environment()
        .get_template("report.html.j2")
        .generate(
            title=title,
            made=made,
            version=version("twosource"),
            csp=Markup(policy([css], [EARLY, script])),
            css=Markup(css),
            early=Markup(EARLY),
            script=Markup(script),
            o=overview(book, list(lines.values())),
            lines=list(lines.values()),
            facets=offered,
            asserter_keys=asserter_keys,
            place_keys=place_keys,
            claim_pages=claim_pages(book, lines, drawn),
            conflicts=conflict_views(book, lines),
            charts=drawn,
            places=places(book, lines, place_keys),
            contents=list(_contents(book)),
            document_pages=document_pages(book, lines),
            sources=source_lines(book, lines, asserter_keys),
        )
    )
