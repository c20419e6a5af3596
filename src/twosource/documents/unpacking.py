"""Gzip within bounds: what was readable before a cut is kept, a bomb is stopped."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

MAX_UNPACKED = 256 * 1024 * 1024  # bytes
_STEP = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The bytes that came out, and what stopped the rest, if anything did."""

    data: bytes
    trouble: str | None = None


def gunzip(data: bytes, limit: int = MAX_UNPACKED) -> Unpacked:
    """Unpack all members of a gzip file; never holds more than ``limit`` bytes and a step."""
    out, total, rest = [], 0, data
    trouble = None
    while rest and rest[:2] == b"\x1f\x8b" and trouble is None:
        member = zlib.decompressobj(wbits=31)
        waiting = rest
        try:
            while waiting and not member.eof:
                piece = member.decompress(waiting, _STEP)
                waiting = member.unconsumed_tail
                total += len(piece)
                out.append(piece)
                if total > limit:
                    trouble = f"unpacks to more than {limit // 1024**2} MB: stopped there"
                    break
        except zlib.error:
            trouble = "is damaged inside its compression: what came before was read"
            break
        if not member.eof and trouble is None:
            trouble = "is cut off inside its compression: what came before was read"
        rest = member.unused_data
    return Unpacked(b"".join(out), trouble)
