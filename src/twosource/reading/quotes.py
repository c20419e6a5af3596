"""Quoted stretches of a text, in the marks of any house style.

Known styles: “…” ‘…’ "…" '…' ''…'' ``…'' „…“ „…” ‚…‘ «…» »…« ‹…› ›…‹ 「…」 『…』. A quotation
within a quotation belongs to the outer one. Apostrophes are no marks: a single mark opens only
where a word starts and closes only where one ends. A quotation that stays open goes on in the next
paragraph where that one closes it without opening any (its part there begins without a mark).
"""

from __future__ import annotations

import re

from twosource.model import Span, Spans

_PAIRS: dict[str, tuple[str, ...]] = {
    "“": ("”", "“"),
    "„": ("“", "”"),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "「": ("」",),
    "『": ("』",),
    "‘": ("’",),
    "‚": ("‘", "’"),
    '"': ('"', "”"),
    "”": ("”",),
    "'": ("'",),
    "''": ("''",),
    "``": ("''",),
}
_CLOSING = tuple(mark for closing in _PAIRS.values() for mark in closing)
_SINGLE = frozenset("‘‚'")
_GUILLEMETS = frozenset("«»‹›")
_STRAIGHT = frozenset({'"', "''"})
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
    if kind in _STRAIGHT:
        return start == 0 or not _after_word(line, start, end) or _slipped(line, start, end)
    return kind in _PAIRS


def _after_word(line: str, start: int, end: int) -> bool:
    """Does a straight mark stand where only a closing one can: behind a word, before none?"""
    before = line[start - 1] if start else " "
    after = line[end] if end < len(line) else " "
    return after.isspace() or (after in ".,;:!?)" and (before.isalnum() or before in ".,;!?"))


def _slipped(line: str, start: int, end: int) -> bool:
    """As in 'she said," We left".': the blank on the wrong side of an opening mark.

    So it is where the next mark in the line closes too.
    """
    mark = line[start:end]
    later = line.find(mark, end)
    told = line[start - 1] in ",:" and line[start - 2 : start - 1].isalpha()
    return told and later > 0 and _after_word(line, later, later + len(mark))


def _closes(line: str, mark: re.Match[str], opened: str) -> bool:
    kind, start, end = mark.group(), mark.start(), mark.end()
    if kind not in _PAIRS[opened]:
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


def _line_quotes(line: str, carried: str = "") -> tuple[list[Span], str]:
    """Quoted stretches of one line, and the mark of the last one where it stays open.

    ``carried``: the mark that stayed open in the paragraph before.
    """
    found = _carried(line, carried)
    start: int | None = None
    opened = ""
    for mark in _MARK.finditer(line, found[-1][1] if found else 0):
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
        return found, ""
    found.append((start, len(line)))
    return found, opened


def _carried(line: str, opened: str) -> list[Span]:
    """The line's beginning, where its first mark closes what the paragraph before had opened."""
    marks = (m for m in _MARK.finditer(line) if m.group() not in _SINGLE)
    first = next(marks, None) if opened else None
    if first is None or not line[: first.start()].strip():
        return []
    if first.group() not in _PAIRS[opened] or not _ends_word(line, first.start(), first.end()):
        return []
    return [(len(line) - len(line.lstrip()), first.end())]


def quoted(text: str) -> Spans:
    """Quoted stretches in text order, marks included; an unclosed one runs to its line's end."""
    found: list[Span] = []
    at = 0
    carried = ""
    for line in text.split("\n"):
        stretches, opened = _line_quotes(line, carried)
        carried = opened if line.strip() else carried
        for start, end in stretches:
            end = start + len(line[start:end].rstrip())
            if end - start > 1:
                found.append((at + start, at + end))
        at += len(line) + 1
    return tuple(found)


def closed(text: str, quote: Span) -> bool:
    """Does the quotation end with a closing mark (or run on into the next paragraph)?"""
    start, end = quote
    opened = _mark(text, start)
    closing = _PAIRS[opened] if opened else _CLOSING
    return text.endswith(closing, start + len(opened), end)


def inner(text: str, quote: Span) -> Span:
    """The quotation without its marks; possibly empty."""
    start, end = quote
    start += len(_mark(text, start))
    if closed(text, quote):
        end -= 2 if text[start:end].endswith("''") else 1
    return (start, max(start, end))


def _mark(text: str, start: int) -> str:
    """The mark that opens a quotation; empty where it goes on from the paragraph before."""
    found = _MARK.match(text, start)
    return found.group() if found is not None and found.group() in _PAIRS else ""
