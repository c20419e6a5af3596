"""Lines broken for a page or a mailbox are joined into the paragraphs they were."""

from __future__ import annotations

import re
from itertools import pairwise

MIN_WIDTH, MAX_WIDTH = 45, 100  # of a column that was broken for its width
RAGGED = 0.7  # of that width: a line this long that ends inside a sentence goes on
_ITEM = re.compile(r"\s*(?:[-*•–—]\s|\(?\d{1,3}[.)]\s|>|\|)")
_BREAK = re.compile(r"\n[ \t]*\n+")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-$")


def unwrap(text: str, hyphens: bool = False) -> str:
    """Join the lines of each paragraph that look broken by width; list items keep their lines.

    ``hyphens``: a hyphen at a line's end that splits a word (print) is taken out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = (_paragraph(part, hyphens) for part in _BREAK.split(text))
    return "\n\n".join(part for part in paragraphs if part)


def _paragraph(part: str, hyphens: bool) -> str:
    lines = [line.strip(" \t\xa0") for line in part.split("\n") if line.strip()]
    if len(lines) < 2:
        return "\n".join(lines)
    width = max(map(len, lines))
    if width > MAX_WIDTH:
        return "\n".join(lines)
    joined = lines[:1]
    for before, line in pairwise(lines):
        if not _is_full(before, line, width) or _ITEM.match(line):
            joined.append(line)
        elif hyphens and _HYPHEN.search(before) and line[:1].islower():
            joined[-1] = joined[-1][:-1] + line
        else:
            joined[-1] += " " + line
    return "\n".join(joined)


def _is_full(before: str, line: str, width: int) -> bool:
    """Was the line broken because the next word did not fit, or inside a sentence near the end?"""
    if width < MIN_WIDTH:
        return False
    inside = before[-1] not in '.!?:;…"”»)'
    first_word = line.split(" ", 1)[0]
    return len(before) + 1 + len(first_word) > width or (inside and len(before) >= RAGGED * width)
