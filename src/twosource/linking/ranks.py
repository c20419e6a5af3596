"""The canonical order of documents and mentions, as short strings of bytes that sort so.

A rank is also an identity: it depends on its document alone, so that it stays when others come.
"""

from __future__ import annotations

import hashlib

from twosource.linking import when
from twosource.model import Document

Rank = bytes

MOMENT = 6  # bytes: the moment as a number of 14 digits
LENGTH = 3  # bytes: the longer of two texts of one moment is the first
TIE = 6  # bytes of a hash of the id
DOCUMENT = MOMENT + LENGTH + TIE
PLACE = 3  # bytes: place of a mention in its document
MENTION = DOCUMENT + PLACE
_LONGEST: int = 256**LENGTH - 1


def document_rank(document: Document) -> Rank:
    """By publication; of one moment the longer text first; then by a hash of the id."""
    digits = "".join(filter(str.isdecimal, when.moment(document)))[:14].ljust(14, "0")
    length = _LONGEST - min(len(document.text), _LONGEST)
    tie = hashlib.sha256(document.id.encode("utf-8", "surrogatepass")).digest()[:TIE]
    return int(digits).to_bytes(MOMENT, "big") + length.to_bytes(LENGTH, "big") + tie


def mention_rank(document: Rank, place: int) -> Rank:
    """A mention's rank; ``place`` counts the mentions of its document in text order."""
    return document + place.to_bytes(PLACE, "big")


def document_of(mention: Rank) -> Rank:
    """The rank of the document in which a mention stands."""
    return mention[:DOCUMENT]


def key(*parts: str) -> int:
    """A block's name as a number of 63 bits."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big") >> 1
