"""Twosource: a ledger of who said what, through whom, on what evidence, how firmly.

>>> import twosource
>>> reading = twosource.read("Two bridges were hit, the ministry said.")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twosource.model import Reading

__version__ = "0.1.0"


def read(text: str, **metadata: Any) -> Reading:  # noqa: ANN401 - fields of Document, checked by it
    """Read one text; ``metadata`` are fields of `twosource.model.Document` (``title=``, …)."""
    import hashlib

    from twosource.engine.kernel import read_document
    from twosource.ids import stable_id
    from twosource.model import Document

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    fields: dict[str, Any] = {"id": stable_id("d", digest), "key": digest, "language": "en"}
    return read_document(Document(**{**fields, **metadata, "text": text, "sha256": digest}))
