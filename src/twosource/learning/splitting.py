"""Which documents are learnt from, and which only measured on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.learning.annotated import Annotated


@dataclass(frozen=True, slots=True)
class Split:
    """Documents to learn from, and documents held out of it."""

    learnt: tuple[Annotated, ...]
    held: tuple[Annotated, ...]


def split(documents: Sequence[Annotated], share: float, seed: int) -> Split:
    """Hold out about ``share`` of the documents, at least one, by a digest of their texts.

    The same document falls on the same side whatever others there are; copies of one text, and
    annotations of one text by several people, never fall on both. Raises ``ValueError`` where
    there are fewer than two different texts.
    """
    texts = sorted({document.text for document in documents}, key=lambda t: _rank(t, seed))
    if len(texts) < 2:
        raise ValueError("two different annotated texts are needed at least, one to measure on")
    count = min(len(texts) - 1, max(1, round(share * len(texts))))
    held = frozenset(texts[:count])
    return Split(
        tuple(d for d in documents if d.text not in held),
        tuple(d for d in documents if d.text in held),
    )


def _rank(text: str, seed: int) -> bytes:
    return hashlib.sha256(f"{seed}\x1f{text}".encode("utf-8", "surrogatepass")).digest()
