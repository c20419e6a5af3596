"""The words of a text as numbers: how telling each is, and which.

A text is compared with many others, each time by the weight of what they share. So a word is one
number, with its weight in the low bits and the checksum of its stem above them: equal words are
equal numbers, and the sum of a set of words ends in the sum of their weights.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from zlib import crc32

from twosource.linking.weights import MOST, is_name, weight
from twosource.linking.words import stems

Said = tuple[int, ...]
Bag = frozenset[int]

UNIT = 1 << 20  # a weight of one
REMEMBERED = 200_000  # pieces of text with their words
_CHECKSUM = 48  # bits below it: room for the weights of 50 million words
_WEIGHTS = (1 << _CHECKSUM) - 1
_CODE = "utf-8", "surrogatepass"
_SPACES = bytes.maketrans(b"\x1c\x1d\x1e\x1f", b"    ")
_CHECKSUMS = (1 << 32) - 1
_COMMON = 1 << _CHECKSUM + 32  # set where a word is neither a name nor uncommon
_NAME = _COMMON << 1  # set where it is a name
_NUMBER = _COMMON << 2  # set where it is a number of more than one digit


def _term(stem: str) -> int:
    weighs, name = weight(stem), is_name(stem)
    common = 0 if name or weighs >= MOST else _COMMON
    sort = _NAME if name else _NUMBER if stem.startswith("#") and len(stem) > 2 else 0
    checksum = crc32(stem.encode(*_CODE))
    return sort | common | checksum << _CHECKSUM | round(weighs * UNIT)


class _Said(dict[bytes, Said]):
    """The content words of a piece; no word holds a space."""

    def __missing__(self, piece: bytes) -> Said:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[piece] = tuple(map(_term, stems(piece.decode(*_CODE))))
        return found


_said = _Said()


def pieces(text: str) -> tuple[bytes, ...]:
    """What stands between the spaces of a text, case-folded."""
    folded = text.casefold()
    if folded.isascii():  # bytes are split at ASCII spaces alone, and not at all of them
        return tuple(folded.encode().translate(_SPACES).split())
    return tuple(" ".join(folded.split()).encode(*_CODE).split())


def said(among: Iterable[bytes]) -> tuple[Said, ...]:
    """The content words of each piece (a tuple: garbage collection passes it by)."""
    return tuple(map(_said.__getitem__, among))


def bag(among: Iterable[Said]) -> Bag:
    """The content words of some pieces, each once."""
    return frozenset(chain.from_iterable(among))


def whole(terms: Iterable[int]) -> int:
    """Sum of the weights of different words, in parts of `UNIT`."""
    return sum(terms) & _WEIGHTS


def telling(terms: Bag, most: int) -> list[int]:
    """Checksums of its names and uncommon words, of the ``most`` that are lowest."""
    found = [term >> _CHECKSUM & _CHECKSUMS for term in terms if not term & _COMMON]
    return sorted(found)[:most]


def names(terms: Bag) -> Bag:
    """The words among them that no dictionary knows."""
    return frozenset(filter(_NAME.__and__, terms))


def numbers(terms: Bag) -> Bag:
    """The numbers among them but for those below ten, which stand in many a sentence."""
    return frozenset(filter(_NUMBER.__and__, terms))
