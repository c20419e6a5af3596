"""Signed session marks and the tokens that forms carry; nothing is stored on the server."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Keys:
    """The key of one running server: sessions end when it does."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def _mac(self, purpose: str, text: str) -> str:
        return hmac.new(self.key, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()

    def new_session(self, level: str) -> str:
        """A signed mark; ``level`` is "in" for a visitor who has shown the secret, else "out"."""
        body = f"{level}.{secrets.token_urlsafe(18)}"
        return f"{body}.{self._mac('session', body)}"

    def level(self, mark: str) -> str:
        """The level of a mark that this server signed, ``""`` for any other."""
        body, _, mac = mark.rpartition(".")
        if not body or not hmac.compare_digest(mac.encode(), self._mac("session", body).encode()):
            return ""
        return body.partition(".")[0]

    def form_token(self, mark: str) -> str:
        """What a form of this session must bring."""
        return self._mac("form", mark)

    def is_form_token(self, mark: str, given: str) -> bool:
        """True where the form was made for this session."""
        return hmac.compare_digest(given.encode(), self.form_token(mark).encode())


def same_secret(given: str, wanted: str) -> bool:
    """Compare in a time that tells nothing."""
    return hmac.compare_digest(
        hashlib.sha256(given.encode()).digest(), hashlib.sha256(wanted.encode()).digest()
    )
