"""Pages from templates: those of this room, and the parts that the static report is drawn with."""

from __future__ import annotations

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from twosource.publishing import phrases
from twosource.publishing.page import environment as report_environment
from twosource.publishing.safe import anchor
from twosource.version import VERSION
from twosource.web import assets
from twosource.web.addresses import WebAddresses
from twosource.web.state import keys, settings

VIEWS = (
    ("overview", "Overview"),
    ("claims", "Claims"),
    ("conflicts", "Conflicts"),
    ("figures", "Figures"),
    ("timeline", "Timeline"),
    ("map", "Map"),
    ("network", "Network"),
    ("documents", "Documents"),
    ("sources", "Sources"),
    ("review", "Review"),
)


@cache
def environment() -> Environment:
    """The report's environment with addresses of pages and this room's templates before its own."""
    env = report_environment()
    env.loader = ChoiceLoader(
        [
            PackageLoader("twosource.web", "templates"),
            PackageLoader("twosource.publishing", "templates"),
        ]
    )
    env.globals.update(
        to=WebAddresses(), asset=assets.address, views=VIEWS, version=VERSION, anchor=anchor
    )
    env.filters.update(day=phrases.day, moment=phrases.moment, number=phrases.number)
    return env


def csrf(request: Request) -> str:
    """The token that this session's forms carry."""
    return keys(request).form_token(request.scope["session_mark"])


def page(
    request: Request, template: str, view: str = "", status: int = 200, **context: object
) -> HTMLResponse:
    """Fill a template; ``view`` is the entry of the navigation that it belongs to."""
    text = (
        environment()
        .get_template(template)
        .render(
            request=request,
            ledger_title=settings(request).title,
            csrf=csrf(request),
            view=view,
            here=request.url.path,
            **context,
        )
    )
    return HTMLResponse(text.encode("utf-8", "replace"), status)
