"""Full-text search over contents, sources and documents (the current versions).

The words a person types are data: each is quoted for FTS5, so that none of its operators,
columns or quotation marks mean anything. Words are joined by *and*; what stands between quotation
marks is a phrase; endings are folded ("troops" finds "troop").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

_PIECE = re.compile(r'["“„«]([^"“”„«»]*)["”“»]|(\S+)')

_MENTIONS = text(
    """
    SELECT m.id, m.document, d.title, m.asserter, c.claim,
           snippet(mentions_fts, -1, char(1), char(2), '…', 32) AS snippet,
           bm25(mentions_fts) AS score
    FROM mentions_fts
    JOIN mentions m ON m.n = mentions_fts.rowid
    JOIN documents d ON d.id = m.document AND d.current
    LEFT JOIN claim_mentions c ON c.mention = m.id
    WHERE mentions_fts MATCH :query
    ORDER BY score, m.id LIMIT :limit
    """
)
_DOCUMENTS = text(
    """
    SELECT d.id, d.id AS document, d.title, NULL AS asserter, NULL AS claim,
           snippet(documents_fts, -1, char(1), char(2), '…', 32) AS snippet,
           bm25(documents_fts) AS score
    FROM documents_fts
    JOIN documents d ON d.n = documents_fts.rowid AND d.current
    WHERE documents_fts MATCH :query
    ORDER BY score, d.id LIMIT :limit
    """
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One mention or document that holds the words.

    ``marks`` are the ``[start, end)`` of the words found, in ``snippet``. Hits of one kind stand
    best first; mentions stand before documents.
    """

    kind: str  # "mention" or "document"
    id: str
    document: str
    title: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]
    asserter: str | None = None
    claim: str | None = None


def quoted(words: str) -> str:
    """The words as an FTS5 query in which nothing is an operator; ``""`` where none is left."""
    clean = "".join(char if char.isprintable() else " " for char in words)
    pieces = [phrase or word for phrase, word in _PIECE.findall(clean)]
    phrases = ['"' + piece.replace('"', " ").strip() + '"' for piece in pieces]
    return " ".join(phrase for phrase in phrases if any(char.isalnum() for char in phrase))


def search(connection: Connection, words: str, limit: int) -> list[Hit]:
    """At most ``limit`` hits of each kind."""
    query = quoted(words)
    if not query or limit < 1:
        return []
    hits: list[Hit] = []
    for kind, statement in (("mention", _MENTIONS), ("document", _DOCUMENTS)):
        for row in connection.execute(statement, {"query": query, "limit": limit}):
            snippet, marks = _marked(row.snippet)
            hits.append(
                Hit(kind, row.id, row.document, row.title, snippet, marks, row.asserter, row.claim)
            )
    return hits


def _marked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks out of the snippet; the text itself may hold such characters, unpaired."""
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    start: int | None = None
    for char in snippet:
        if char == "\x01":
            start = len(plain)
        elif char == "\x02":
            if start is not None:
                marks.append((start, len(plain)))
            start = None
        else:
            plain.append(char)
    return "".join(plain), tuple(marks)
