"""The front page: what came in, what is new, what is contested, what rests on one voice."""

from __future__ import annotations

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.ledger import queries
from twosource.model import Status
from twosource.publishing import phrases
from twosource.publishing.views.figures import Strip, bars
from twosource.publishing.views.overview import Overview, Share
from twosource.web.lines import claim_lines
from twosource.web.state import reading
from twosource.web.templating import page
from twosource.web.visits import remember, visit


def strip_of(buckets: tuple[queries.Bucket, ...], unit: str, what: str) -> Strip | None:
    """Buckets of days as a drawing."""
    counted = [
        (date.fromisoformat(b.start).toordinal(), date.fromisoformat(b.end).toordinal(), b.count)
        for b in buckets
    ]
    return bars(counted, unit, what)


def view(found: queries.Overview) -> Overview:
    """What the shared templates draw."""
    statuses = dict(found.statuses)
    most = max((many for _, many in found.evidence), default=1)
    return Overview(
        documents=found.tally.documents,
        outlets=found.tally.outlets,
        mentions=found.tally.mentions,
        claims=found.tally.claims,
        unattributed=statuses.get(Status.UNATTRIBUTED, 0),
        single=statuses.get(Status.SINGLE_ORIGIN, 0),
        corroborated=statuses.get(Status.CORROBORATED, 0),
        contested=found.contested_total,
        conflicts=found.tally.conflicts,
        copies=found.tally.copies,
        first=phrases.day(found.first),
        last=phrases.day(found.last),
        dangerous=claim_lines(found.dangerous),
        dangerous_total=found.dangerous_total,
        disputed=claim_lines(found.contested),
        firm=claim_lines(found.firm),
        evidence=tuple(Share(e, n, round(100 * n / most, 1)) for e, n in found.evidence),
        strip=strip_of(found.published, found.unit, "document"),
    )


def _other(fresh: queries.Fresh) -> tuple[queries.ClaimRow, ...]:
    """New claims that no alert shows."""
    shown = {row.id for row in fresh.alerts}
    return tuple(row for row in fresh.latest if row.id not in shown)


def show(request: Request) -> Response:
    """The page."""
    seen = visit(request)
    with reading(request) as connection:
        found = queries.overview(connection, seen.before)
    answer = page(
        request,
        "overview.html.j2",
        "overview",
        o=view(found),
        found=found,
        fresh=found.fresh,
        latest=claim_lines(_other(found.fresh)) if found.fresh else (),
        alerts=claim_lines(found.fresh.alerts) if found.fresh else (),
    )
    remember(request, answer, seen)
    return answer


def guide(request: Request) -> Response:
    """What the signs and words mean, and the keys."""
    return page(request, "guide.html.j2", "")


routes = (Route("/", show), Route("/guide", guide))
