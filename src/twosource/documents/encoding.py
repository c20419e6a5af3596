"""Bytes to characters: byte order marks, UTF-16 without one, legacy code pages, mixtures.

Order: a byte order mark; UTF-16 by where its zero bytes stand; UTF-8; what the file declares;
mostly UTF-8 with some Windows-1252 (pasted text); else a legacy code page: by
`charset_normalizer` for other scripts, by the language of the words for Latin ones (the code pages
of Latin scripts differ in a few letters only, and no statistics of bytes tells them apart).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

SAMPLE = 65_536  # bytes looked at for statistics
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OTHER_SCRIPTS = (
    *("cp1251", "koi8_r", "cp866", "cp949", "gb18030", "big5"),
    *("shift_jis", "euc_jp", "cp1253", "cp1255", "cp1256"),
)
# which Windows code page a Latin-script language was written in; every other one: cp1252
LATIN_PAGES = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl", "sq"), "cp1250"),
    **dict.fromkeys(("tr", "az"), "cp1254"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
}
_UTF8 = re.compile(
    rb"[\x00-\x7f]+|((?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]"
    rb"|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}"
    rb"|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+)|([\x80-\xff])"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read by, and what was wrong with them if anything."""

    text: str
    encoding: str
    trouble: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """Characters of ``data``, less a byte order mark; ``None`` where it is no text.

    ``declared`` is the encoding the file's own header names (``charset=…``); it is believed where
    the bytes allow it and are not plainly UTF-8.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name) or _damaged(data[len(mark) :], name)
    if b"\0" in data:
        return _unmarked_utf16(data)
    if _control_share(data) > 0.01:
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (decoded := _strictly(data, declared)):
        return decoded
    return _mixed(data) or _legacy(data)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), codecs.lookup(encoding).name)
    except (UnicodeError, LookupError):
        return None


def _damaged(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, f"damaged {encoding.upper()}: unreadable bytes became U+FFFD")


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 has its zero bytes on one side only, and none of its characters is a control."""
    sample = data[:SAMPLE]
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    for ours, other, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if ours < len(sample) / 50 or other:
            continue
        if ours < 0.4 * len(sample) / 2 and _is_clean(sample.replace(b"\0", b"")):
            continue  # one-byte text that has a NUL here and there
        decoded = _strictly(data[: len(data) & ~1], name)
        if decoded and _control_share(decoded.text[:SAMPLE].encode("utf-8")) < 0.01:
            return decoded
    return None


def _is_clean(data: bytes) -> bool:
    """Would these bytes be text by themselves?"""
    return _control_share(data) < 0.01 and _strictly(data[:-3], "utf-8") is not None


def _control_share(data: bytes) -> float:
    sample = data[:SAMPLE]
    printable = sample.translate(None, bytes(c for c in range(32) if c not in b"\t\n\f\r\x1b"))
    return (len(sample) - len(printable)) / max(1, len(sample))


def _mixed(data: bytes) -> Decoded | None:
    """Mostly UTF-8 with bytes of Windows-1252 between, as pasted text comes."""
    good = bad = 0
    for match in _UTF8.finditer(data):
        good += match.group(1) is not None
        bad += match.group(2) is not None
    if not good or good * 4 < bad:
        return None
    pieces = (
        latin(match.group(2)) if match.group(2) else match.group().decode("utf-8")
        for match in _UTF8.finditer(data)
    )
    trouble = f"mixed encodings: {bad} bytes that are not UTF-8 were read as Windows-1252"
    return Decoded("".join(pieces), "utf-8", trouble)


def latin(data: bytes, page: str = "cp1252") -> str:
    """Decode by a one-byte code page, its undefined bytes as Latin-1: every byte has a meaning."""
    try:
        return data.decode(page)
    except UnicodeDecodeError:
        return "".join(bytes((b,)).decode(page, "ignore") or chr(b) for b in data)


def _legacy(data: bytes) -> Decoded:
    sample = data[:SAMPLE]
    high = sum(byte > 127 for byte in sample)
    ascii_letters = sum(65 <= byte & 0xDF <= 90 for byte in sample if byte < 128)
    if high > (high + ascii_letters) / 4:
        from charset_normalizer import from_bytes

        best = from_bytes(sample, cp_isolation=list(OTHER_SCRIPTS), threshold=0.3).best()
        if best and (decoded := _strictly(data, best.encoding)):
            return decoded
        if best:
            return _damaged(data, best.encoding)
    from twosource.documents.language import detect

    page = LATIN_PAGES.get(detect(latin(sample)) or "", "cp1252")
    return Decoded(latin(data, page), page)
