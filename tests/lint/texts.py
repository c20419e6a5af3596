"""Read texts for the tests of rules: the real parse, and mentions marked by their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from twosource.lint import Finding, LintContext
from twosource.lint.registry import find
from twosource.model import Document, Mention, Quote, Span, Values
from twosource.reading.parsed import parse


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def said(text: str, content: str, cue: str = "", source: str = "", **fields: Any) -> Mention:
    """A mention whose spans are given by their words."""
    spans = {
        name: (span(text, words),) if words else ()
        for name, words in (("content", content), ("cue", cue), ("source", source))
    }
    quote = Quote.INDIRECT if cue or source else Quote.NONE
    given: dict[str, Any] = {"values": Values(), "quote": quote, **fields}
    return Mention(id=content, document="d", **spans, **given)


@dataclass
class Text:
    """A text with its mentions, and what each rule finds in it."""

    text: str
    mentions: tuple[Mention, ...] = ()
    title: str | None = None
    published_at: str | None = None

    @property
    def context(self) -> LintContext:
        title_span = span(self.text, self.title) if self.title else None
        document = Document(
            id="d",
            key="d",
            text=self.text,
            sha256="",
            title=self.title,
            title_span=title_span,
            published_at=self.published_at,
        )
        return LintContext(document, parse(self.text), self.mentions)

    def findings(self, code: str) -> list[Finding]:
        return list(find(code).findings(self.context))

    def words(self, code: str) -> list[str]:
        return [self.text[f.span[0] : f.span[1]] for f in self.findings(code)]
