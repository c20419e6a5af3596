"""The pages: each module reads what its page shows and fills a template."""

from __future__ import annotations

from starlette.routing import BaseRoute

from twosource.web.pages import (
    claim,
    claims,
    conflicts,
    document,
    documents,
    figures,
    map,
    network,
    overview,
    sources,
    timeline,
)

routes: tuple[BaseRoute, ...] = (
    *overview.routes,
    *claims.routes,
    *claim.routes,
    *conflicts.routes,
    *documents.routes,
    *document.routes,
    *figures.routes,
    *timeline.routes,
    *map.routes,
    *network.routes,
    *sources.routes,
)
