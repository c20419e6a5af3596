"""The pages: each module reads what its page shows and fills a template."""

from __future__ import annotations

from starlette.routing import BaseRoute

from twosource.web.pages import overview

routes: tuple[BaseRoute, ...] = (*overview.routes,)
