"""Filled by its own module; ``routes`` is what the application takes from here."""

from __future__ import annotations

from starlette.routing import BaseRoute

routes: tuple[BaseRoute, ...] = ()
