"""Offsets of tools written in Java or JavaScript, which count UTF-16 units, as code points."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from twosource.learning.annotated import FormatError


def from_utf16(text: str) -> Callable[[int], int]:
    """A function from UTF-16 offsets into ``text`` to code points.

    It raises `FormatError` for an offset outside the text or in the middle of a character.
    """
    sizes = np.fromiter((1 + (ord(char) > 0xFFFF) for char in text), dtype=np.int64)
    edges = np.concatenate(([0], np.cumsum(sizes)))

    def at(offset: int) -> int:
        place = int(np.searchsorted(edges, offset))
        if offset < 0 or place >= len(edges) or edges[place] != offset:
            raise FormatError(f"offset {offset} is no place in a text of {len(text)} characters")
        return place

    return at
