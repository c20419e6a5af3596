"""Inline silence: ``twosource: ignore[TS101]`` in a line quiets those rules in that line.

Written as a comment (``<!-- twosource: ignore TS101, TS2 -->``) or bare; without codes it quiets
every rule. ``ignore-file`` does so for the whole document. A prefix stands for all its codes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.lint.finding import Finding
from twosource.model import Span

_DIRECTIVE = re.compile(
    r"<!--\s*twosource:\s*(?P<word1>ignore(?:-file)?)\b[\s:\[]*(?P<codes1>[^\]\n>]*?)\]?\s*-->"
    r"|(?:#\s*)?\btwosource:\s*(?P<word2>ignore(?:-file)?)\b(?:\[(?P<codes2>[^\]\n]*)\])?"
)

_TAG = re.compile(r"<[^<>]*>|^[^<>]*>")
_WORD = re.compile(r"\w+")
_BESIDE = 6  # words that must stand beside a comment to tell which line it belongs to


@dataclass(frozen=True, slots=True)
class Directive:
    """One instruction: where it holds (``None`` = everywhere) and which codes begin so."""

    where: Span | None
    codes: tuple[str, ...]
    span: Span

    def covers(self, finding: Finding) -> bool:
        """Whether it quiets the finding."""
        if self.where is not None:
            start, end = finding.span
            if not (start < self.where[1] and self.where[0] < max(end, start + 1)):
                return False
        return not self.codes or finding.code.startswith(self.codes)


@dataclass(frozen=True, slots=True)
class Silence:
    """All instructions of one text."""

    directives: tuple[Directive, ...] = ()

    def covers(self, finding: Finding) -> bool:
        """Whether any instruction quiets the finding."""
        return any(directive.covers(finding) for directive in self.directives)

    def blank(self, text: str) -> str:
        """The text with the instructions blanked out, so that no rule reads them; same length."""
        for directive in self.directives:
            start, end = directive.span
            text = text[:start] + " " * (end - start) + text[end:]
        return text


def _codes(match: re.Match[str]) -> tuple[str, ...]:
    found = re.split(r"[\s,]+", (match["codes1"] or match["codes2"] or "").strip())
    return tuple(code.upper() for code in found if code)


def _line(text: str, start: int, end: int) -> Span:
    """The line, or lines, that a stretch stands in."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def _whole_file(match: re.Match[str]) -> bool:
    return (match["word1"] or match["word2"]) == "ignore-file"


def silence(text: str, source: str = "") -> Silence:
    """Find the instructions of a text.

    ``source`` is what the text was taken from, where that holds comments which the text has lost
    (HTML, Markdown): a comment there speaks for the line whose words stand beside it.
    """
    found = [
        Directive(
            None if _whole_file(match) else _line(text, *match.span()), _codes(match), match.span()
        )
        for match in _DIRECTIVE.finditer(text)
    ]
    if source and source != text:
        found.extend(_lost(text, source))
    return Silence(tuple(found))


def _lost(text: str, source: str) -> Iterator[Directive]:
    """Instructions in comments of the source that did not come into the text."""
    nowhere = (0, 0)
    for match in _DIRECTIVE.finditer(source):
        if not match["word1"]:
            continue
        if _whole_file(match):
            yield Directive(None, _codes(match), nowhere)
        elif where := _beside(text, source, match):
            yield Directive(where, _codes(match), nowhere)


def _beside(text: str, source: str, match: re.Match[str]) -> Span | None:
    """The line of the text whose words stand right before the comment, else right after it."""
    before = _WORD.findall(_bare(source[max(0, match.start() - 600) : match.start()]))
    after = _WORD.findall(_bare(source[match.end() : match.end() + 600]))
    for words in (before[-_BESIDE:], after[:_BESIDE]):
        pattern = r"\W+".join(map(re.escape, words))
        hits = list(re.finditer(pattern, text)) if words else []
        if len(hits) == 1:
            return _line(text, *hits[0].span())
    return None


def _bare(markup: str) -> str:
    """Words without tags, the block the comment stands in alone."""
    return html.unescape(_TAG.sub(" ", _DIRECTIVE.sub(" ", markup)))
