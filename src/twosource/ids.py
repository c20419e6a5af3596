"""Names that are the same on every machine: a prefix and a part of a SHA-256."""

from __future__ import annotations

import hashlib


def stable_id(prefix: str, *parts: object) -> str:
    """Return ``prefix-xxxxxxxxxxxx`` from the parts; equal parts give equal names."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:12]}"
