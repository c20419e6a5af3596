"""Text is data: everything an article holds is shown as characters, never obeyed.

Jinja escapes markup; this module deals with what escaping leaves: invisible and direction-changing
characters, which could make a text read differently from what is stored. They are taken out of the
flow and shown by name, so that offsets and searches still make sense to the reader.
"""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

# C0/C1 controls but tab and line feed, soft hyphen, zero-width space, word joiner and invisible
# operators, byte-order mark, marks and overrides of direction, interlinear and tag characters.
# Joiners (U+200C, U+200D) belong to Persian and Indic spelling and to emoji: shown between Latin.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
    "|(?<=[A-Za-z0-9])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z0-9])"
)
_NAMES = {"\r": "CR", "\x00": "NUL", "\x1b": "ESC", "\x0c": "FF", "\x85": "NEL"}


def _name(char: str) -> str:
    return unicodedata.name(char, "") or _NAMES.get(char, "control character")


def _shown(match: re.Match[str]) -> str:
    char = match.group()
    code = f"U+{ord(char):04X}"
    return Markup('<span class="ctl" title="{}">{}</span>').format(f"{code} {_name(char)}", code)


def reveal(text: str | None) -> Markup:
    """Escaped text with its hidden characters shown, for element content."""
    if not text:
        return Markup("")
    if not _HIDDEN.search(text):
        return escape(text)
    out: list[str] = []
    at = 0
    for match in _HIDDEN.finditer(text):
        out += [str(escape(text[at : match.start()])), _shown(match)]
        at = match.end()
    return Markup("".join([*out, str(escape(text[at:]))]))


def plain(text: str | None) -> str:
    """Text with its hidden characters replaced by a dot, for attributes and option lists."""
    return _HIDDEN.sub("·", text or "").replace("\n", " ")


def anchor(prefix: str, name: str) -> str:
    """A fragment identifier from any id: letters, digits, ``-``, ``_``, escapes by code point."""
    safe = re.sub(r"[^A-Za-z0-9_-]", lambda m: f".{ord(m.group()):x}.", name)
    return f"{prefix}-{safe}"


def web_address(url: str | None) -> str | None:
    """The address where it is a plain http(s) one, else ``None``: nothing else becomes a link."""
    if url and re.match(r"https?://[^\s<>\"'\\]+$", url, re.IGNORECASE):
        return url
    return None
