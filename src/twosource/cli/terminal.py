"""Printing to a terminal what came out of articles: text, never control sequences."""

from __future__ import annotations

import sys
import unicodedata

import click

_KEEP = frozenset("\n")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})  # controls, bidi overrides, zero width


def safe(text: str, *, lines: bool = False) -> str:
    """The text with everything that a terminal obeys or hides made visible.

    With ``lines`` line ends stay; otherwise the result is one line.
    """
    return "".join(_shown(char, lines=lines) for char in text)


def _shown(char: str, *, lines: bool) -> str:
    if char.isprintable() and char.isascii():
        return char
    if char == "\n" or char == "\t" or char == "\r":
        return char if lines and char in _KEEP else " "
    if ord(char) < 0x20:
        return chr(0x2400 + ord(char))  # the picture of the control: ESC is shown as ␛
    if unicodedata.category(char) in _HIDDEN:
        return f"<U+{ord(char):04X}>"
    return char


def say(text: str = "", *, lines: bool = False) -> None:
    """Print one line (or, with ``lines``, a text) that may hold anything."""
    click.echo(_encodable(safe(text, lines=lines), sys.stdout.encoding))


def warn(text: str) -> None:
    """Print one line to standard error."""
    click.echo(_encodable(safe(text), sys.stderr.encoding), err=True)


def _encodable(text: str, encoding: str | None) -> str:
    """What the terminal's own encoding lacks is escaped, not a crash."""
    used = encoding or "utf-8"
    return text.encode(used, "backslashreplace").decode(used)


def shortened(text: str, width: int) -> str:
    """The text in at most ``width`` characters, cut at a blank."""
    folded = " ".join(text.split())
    if len(folded) <= width:
        return folded
    cut = folded[: width - 1]
    return cut[: cut.rfind(" ") if " " in cut[width // 2 :] else None].rstrip() + "…"
