"""Lines broken for a page or a mailbox are joined into the paragraphs they were."""

from __future__ import annotations

import re
from itertools import pairwise

MIN_WIDTH, MAX_WIDTH = 45, 100  # of a column that was broken by a program
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
        full = len(before) + 1 + len(line.split(" ", 1)[0]) > width and width >= MIN_WIDTH
        if not full or _ITEM.match(line):
            joined.append(line)
        elif hyphens and _HYPHEN.search(before) and line[:1].islower():
            joined[-1] = joined[-1][:-1] + line
        else:
            joined[-1] += " " + line
    return "\n".join(joined)
