"""What a document is called where others refer to it."""

from __future__ import annotations

from twosource.model import Document

LONGEST = 90  # code points of a first line that stands for a title


def shown_title(document: Document) -> str:
    """Its title, else its first line, else its key."""
    return document.title or _first_line(document.text) or document.key


def _first_line(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rpartition(" ")[0] + " …"
