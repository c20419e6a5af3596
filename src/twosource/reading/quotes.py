"""Quoted stretches of a text, in the marks of any house style.

Known styles: “…” ‘…’ "…" '…' ''…'' ``…'' „…“ „…” ‚…‘ «…» »…« ‹…› ›…‹ 「…」 『…』. A quotation
within a quotation belongs to the outer one. Apostrophes are no marks: a single mark opens only
where a word starts and closes only where one ends.
"""

from __future__ import annotations

import re

from twosource.model import Span, Spans

_PAIRS: dict[str, str] = {
    "“": "”“",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    '"': '"”',
    "”": "”",
    "'": "'",
    "''": "''",
    "``": "''",
}
_SINGLE = frozenset("‘‚'")
_GUILLEMETS = frozenset("«»‹›")
_MARK = re.compile(r"''|``|[“„«»‹›「」『』‘’‚\"”']")
# Words that begin with an apostrophe are not quotations ('tis, '90s, ’em).
_ELISION = re.compile(r"(?:tis|twas|em|cause|til|n|round|bout|\d0s|\d\d)\b", re.IGNORECASE)


def _starts_word(line: str, start: int, end: int) -> bool:
    """Does a mark at ``start:end`` stand before a word and not inside or after one?"""
    before = line[start - 1] if start else " "
    after = line[end] if end < len(line) else " "
    return not (before.isalnum() or after.isspace())


def _ends_word(line: str, start: int, end: int) -> bool:
    before = line[start - 1] if start else " "
    after = line[end] if end < len(line) else " "
    return not (before.isspace() or after.isalnum())


def _opens(line: str, mark: re.Match[str]) -> bool:
    kind, start, end = mark.group(), mark.start(), mark.end()
    if kind in _SINGLE:
        return _starts_word(line, start, end) and not _ELISION.match(line, end)
    if kind in _GUILLEMETS:
        return _starts_word(line, start, end) or kind in "«‹"
    if kind == "”":  # a typist's slip for an opening mark
        return _starts_word(line, start, end)
    if kind in ('"', "''"):
        after = line[end] if end < len(line) else " "
        return not after.isspace() or start == 0
    return kind in _PAIRS


def _closes(line: str, mark: re.Match[str], opened: str) -> bool:
    kind, start, end = mark.group(), mark.start(), mark.end()
    if kind not in _PAIRS[opened] and not (kind == "''" and opened in ("''", "``")):
        return False
    if opened in _SINGLE:
        return _ends_word(line, start, end) and not _plural_possessive(line, start, end, kind)
    return kind != "“" or opened == "„"


def _plural_possessive(line: str, start: int, end: int, kind: str) -> bool:
    """As in 'The ministers' plan has failed,': a better closing mark follows in the line."""
    if line[start - 1 : start].lower() != "s" or not line[end : end + 1].isspace():
        return False
    later = line.find(kind, end)
    return later > 0 and line[later - 1] in ",.!?" and line[later - 2 : later - 1].isalnum()


def _line_quotes(line: str) -> tuple[list[Span], bool]:
    """Quoted stretches of one line; the flag tells whether the last one stays open."""
    found: list[Span] = []
    start: int | None = None
    opened = ""
    for mark in _MARK.finditer(line):
        if start is None:
            if _opens(line, mark):
                start, opened = mark.start(), mark.group()
        elif _closes(line, mark, opened):
            found.append((start, mark.end()))
            start = None
        elif mark.group() == opened and opened == "“":
            found.append((start, mark.start()))  # the last one was never closed
            start = mark.start()
    if start is None or opened in _SINGLE:
        return found, False
    found.append((start, len(line)))
    return found, True


def quoted(text: str) -> Spans:
    """Quoted stretches in text order, marks included; an unclosed one runs to its line's end."""
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        for start, end in _line_quotes(line)[0]:
            end = start + len(line[start:end].rstrip())
            if end - start > 1:
                found.append((at + start, at + end))
        at += len(line) + 1
    return tuple(found)


def closed(text: str, quote: Span) -> bool:
    """Does the quotation end with a closing mark (or run on into the next paragraph)?"""
    start, end = quote
    opened = text[start : start + 2] if text[start : start + 2] in ("''", "``") else text[start]
    return any(
        text.endswith(mark, start + len(opened), end)
        for mark in (_PAIRS.get(opened, opened), *_PAIRS.get(opened, opened))
    )


def inner(text: str, quote: Span) -> Span:
    """The quotation without its marks; possibly empty."""
    start, end = quote
    start += 2 if text[start : start + 2] in ("''", "``") else 1
    if closed(text, quote):
        end -= 2 if text[start:end].endswith("''") else 1
    return (start, max(start, end))
