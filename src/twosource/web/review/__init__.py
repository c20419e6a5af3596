"""The page where a person accepts, corrects and rejects what was read, and how it is sent."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from twosource.web.review.acts import act
from twosource.web.review.page import mention, queue
from twosource.web.review.person import name

routes: tuple[BaseRoute, ...] = (
    Route("/review", queue, methods=["GET"]),
    Route("/review/mentions/{id:path}", mention, methods=["GET"]),
    Route("/review/judge", act, methods=["POST"]),
    Route("/review/who", name, methods=["POST"]),
)
