"""How one server behaves; no global state."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Whom the server answers, and as what.

    ``secret``: what a visitor must bring (``None``: nothing, for a server that only this computer
    reaches). ``names``: host names it answers to besides addresses and ``localhost``. ``secure``:
    the browser reaches it by https, through a proxy. ``title``: what the ledger is called.
    """

    title: str = "Ledger"
    secret: str | None = None
    names: tuple[str, ...] = ()
    secure: bool = False
