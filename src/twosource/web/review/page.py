"""``/review``: what most needs a person, one statement at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.judging import Judgement, disagreements, undone
from twosource.ledger import JudgementKind, Ledger, queries
from twosource.ledger.queries import ReviewReason
from twosource.ledger.queries.joins import WeakJoin, weak_joins
from twosource.web.params import choice, number, text
from twosource.web.place import Place
from twosource.web.review.card import Card, card
from twosource.web.review.person import person
from twosource.web.state import ledger, reading
from twosource.web.templating import page

KNOWN = ("reason", "offset", "view")
LATEST = 50  # judgements listed
WHY = {
    ReviewReason.CONTESTED: "Contested: another claim cannot be true with it, or it is denied.",
    ReviewReason.SPREAD: "One origin, several outlets: it looks better confirmed than it is.",
    ReviewReason.UNSURE: "The reader itself is unsure.",
    ReviewReason.UNCREDITED: "A figure or a capture that nobody is credited with.",
}
LABELS = {
    ReviewReason.CONTESTED: "contested",
    ReviewReason.SPREAD: "one origin, many outlets",
    ReviewReason.UNSURE: "unsure",
    ReviewReason.UNCREDITED: "nobody credited",
}


class View(StrEnum):
    """Lists beside the queue."""

    QUEUE = ""
    JOINS = "joins"
    MADE = "made"
    DISAGREEMENTS = "disagreements"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Listed:
    """One judgement of a list; ``mention`` is one that it can be looked at by."""

    made: Judgement
    undone: bool
    mention: str | None


def _lists(held: Ledger, view: View) -> tuple[Listed, ...]:
    made = held.judgements(attached=True)
    gone = undone(made)
    standing = [j for j in made if j.id not in gone and j.kind is not JudgementKind.UNDO]
    if view is View.DISAGREEMENTS:
        found = disagreements(standing)
        names = {j.id for each in found for j in (each.earlier, each.later)}
        made = [j for j in standing if j.id in names]
    elif view is View.ORPHANED:
        names = {j.id for j in held.orphaned()}
        made = [j for j in held.judgements(standing=True) if j.id in names]
    newest = made[::-1][:LATEST]
    return tuple(Listed(j, j.id in gone, _mention(held, j)) for j in newest)


def _mention(held: Ledger, judgement: Judgement) -> str | None:
    return next((name for name in judgement.subjects if held.held(name) is not None), None)


def queue(request: Request) -> Response:
    """The next statement to look at, or one of the lists."""
    place = Place.of(request, KNOWN)
    view = choice(request.query_params, "view", View, View.QUEUE)
    with reading(request) as connection:
        counts = queries.review_counts(connection)
        reason = text(request.query_params, "reason")
        wanted = choice(request.query_params, "reason", ReviewReason, ReviewReason.CONTESTED)
        offset = number(request.query_params, "offset") or 0
        found = queries.review_queue(connection, wanted if reason else None, offset=offset, limit=1)
    item = found.rows[0] if found.rows and view is View.QUEUE else None
    shown = card(ledger(request), item.mention.id) if item else None
    return page(
        request,
        "review.html.j2",
        "review",
        place=place,
        list_view=view.value,
        counts=[(c.reason.value, LABELS[c.reason], c.waiting) for c in counts],
        item=item,
        because=WHY[item.reason] if item else "",
        c=shown,
        total=found.total,
        offset=offset,
        back=str(place) if place.pairs else "/review",
        listed=_lists(ledger(request), view) if view not in (View.QUEUE, View.JOINS) else (),
        joins=_joins(request) if view is View.JOINS else (),
        made=_last(request, shown),
        who=person(request),
        wrong="",
        given={},
        opened="",
    )


def _joins(request: Request) -> tuple[WeakJoin, ...]:
    with reading(request) as connection:
        return weak_joins(connection, LATEST)


def _last(request: Request, shown: Card | None) -> Judgement | None:
    """The judgement just made, which one key takes back."""
    name = request.query_params.get("made", "")
    if not name or len(name) > 100:
        return None
    found = ledger(request).judgements(standing=True)
    return next((j for j in found if j.id == name), None)


def mention(request: Request) -> Response:
    """One statement, whatever waits."""
    return card_page(request, request.path_params["id"])


def card_page(
    request: Request,
    identity: str,
    *,
    back: str = "",
    wrong: str = "",
    given: dict[str, str] | None = None,
    opened: str = "",
    status: int = 200,
) -> Response:
    """The page of one mention; ``wrong`` says why what was ``given`` was refused."""
    shown = card(ledger(request), identity)
    if shown is None:
        raise HTTPException(404, "There is no statement of that name.")
    return page(
        request,
        "review.html.j2",
        "review",
        status,
        place=Place("/review", ()),
        list_view="one",
        counts=(),
        item=None,
        because="",
        c=shown,
        total=0,
        offset=0,
        back=back or request.url.path,
        listed=(),
        joins=(),
        made=_last(request, shown),
        who=person(request),
        wrong=wrong,
        given=given or {},
        opened=opened,
    )
