"""The encoding that markup names in its own first bytes."""

from __future__ import annotations

import re

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{2,40})", re.I)


def declared_encoding(data: bytes) -> str | None:
    """What the page's own ``charset`` or XML declaration names."""
    match = _CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:512].lstrip())
    return match.group(1).decode("ascii", "ignore") if match else None
