"""Twosource: a ledger of who said what, through whom, on what evidence, how firmly.

>>> import twosource
>>> reading = twosource.read("Two bridges were hit, the ministry said.")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twosource.version import VERSION as __version__

if TYPE_CHECKING:
    from twosource.ledger import Ledger, LedgerError
    from twosource.model import Reading

__all__ = ["Ledger", "LedgerError", "__version__", "read"]


def read(text: str, **metadata: Any) -> Reading:  # noqa: ANN401 - fields of Document, checked by it
    """Read one text.

    ``metadata`` are fields of `twosource.model.Document` (``title=``, ``published_at=``,
    ``publisher=``, …). The language is found out where it is not given; a text in a language
    without a reader comes back without mentions and with a note. Raises ``TypeError`` for a field
    that a document does not have.
    """
    import hashlib
    from dataclasses import fields

    from twosource.documents.language import language_of
    from twosource.engine.kernel import read_document
    from twosource.ids import stable_id
    from twosource.model import Document

    known = {field.name for field in fields(Document)} - {"text", "sha256"}
    if unknown := sorted(metadata.keys() - known):
        raise TypeError(f"no field {unknown[0]!r}; a document has {', '.join(sorted(known))}")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    title = metadata.get("title")
    filled: dict[str, Any] = {
        "id": stable_id("d", digest),
        "key": metadata.get("url") or digest,
        "title_span": (0, len(title)) if title and text.startswith(title) else None,
    }
    filled |= metadata | {"text": text, "sha256": digest}
    filled["language"] = language_of(metadata.get("language"), text)
    return read_document(Document(**filled))


def __getattr__(name: str) -> object:
    """`Ledger` and `LedgerError`, imported when first asked for: the database is slow to load."""
    if name in ("Ledger", "LedgerError"):
        from twosource import ledger

        return getattr(ledger, name)
    raise AttributeError(f"module 'twosource' has no attribute {name!r}")
