"""A form of the review page, sent: one decision, then back to where the person was."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.engine.deciding import By, Refused, amend, decide, reattribute
from twosource.judging.fields import Field
from twosource.ledger import Judgement, JudgementKind
from twosource.web.addresses import local
from twosource.web.review.card import typed
from twosource.web.review.linking import Linker
from twosource.web.review.page import card_page
from twosource.web.review.person import person, remember
from twosource.web.state import ledger

PREFIX = "f."  # begins the name of an amended field
SILENT = frozenset({JudgementKind.ACCEPT, JudgementKind.COMMENT})


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form holds."""

    kind: str
    mention: str
    names: tuple[str, ...]
    reason: str
    who: str
    seen: str | None
    back: str
    asserter: str
    fields: dict[str, str]

    @classmethod
    def of(cls, form: FormData) -> Sent:
        """Read the form; what is missing is empty."""

        def one(name: str) -> str:
            value = form.get(name)
            return value.strip() if isinstance(value, str) else ""

        return cls(
            kind=one("kind"),
            mention=one("mention"),
            names=tuple(dict.fromkeys(n for n in form.getlist("name") if isinstance(n, str) and n)),
            reason=one("reason") or one("preset"),
            who=one("who"),
            seen=one("seen") if "seen" in form else None,
            back=local(one("back") or "/review"),
            asserter=one("asserter"),
            fields={
                name.removeprefix(PREFIX): value.strip()
                for name, value in form.multi_items()
                if name.startswith(PREFIX) and isinstance(value, str)
            },
        )


async def act(request: Request) -> Response:
    """Judge, link, and go back."""
    async with request.form(max_fields=5_000) as form:
        sent = Sent.of(form)
    return await run_in_threadpool(_act, request, sent)


def _act(request: Request, sent: Sent) -> Response:
    who = " ".join(sent.who.split()) or person(request)
    try:
        if not who:
            raise Refused("say who you are first: every judgement carries a name")
        made = _made(request, sent, By(who, sent.reason, sent.seen))
    except Refused as error:
        return _again(request, sent, str(error))
    if any(judgement.kind not in SILENT for judgement in made):
        _linker(request).follow()
    answer = RedirectResponse(_back(sent.back, made), 303)
    if sent.who:
        remember(request, answer, who)
    return answer


def _again(request: Request, sent: Sent, line: str) -> Response:
    """The form once more, with what was typed and what is wrong with it."""
    if ledger(request).held(sent.mention) is None:
        return RedirectResponse(sent.back, 303)
    given = {**sent.fields, "reason": sent.reason, "asserter": sent.asserter}
    return card_page(
        request,
        sent.mention,
        back=sent.back,
        wrong=line,
        given=given,
        opened=sent.kind,
        status=422,
    )


def _made(request: Request, sent: Sent, by: By) -> list[Judgement]:
    held = ledger(request)
    try:
        kind = JudgementKind(sent.kind)
    except ValueError:
        raise Refused("this is no judgement that there is") from None
    if kind is JudgementKind.AMEND:
        changed = _changed(request, sent)
        made = amend(held, sent.mention, changed, by) if changed else []
        if not made:
            raise Refused("nothing was changed; to say that all is right, accept it")
        return made
    if kind is JudgementKind.REATTRIBUTE:
        return [reattribute(held, [sent.mention], sent.asserter, by)]
    if kind is JudgementKind.UNDO:
        return [decide(held, kind, sent.names, By(by.who, by.reason or "taken back", None))]
    if kind is JudgementKind.SPLIT:
        if not sent.names:
            return [decide(held, kind, [sent.mention], by)]
        return [decide(held, kind, [sent.mention], by, others=sent.names)]
    names = [sent.mention, *sent.names] if kind is JudgementKind.MERGE else [sent.mention]
    return [decide(held, kind, names, by)]


def _changed(request: Request, sent: Sent) -> dict[str, str]:
    """The fields that a person changed: a value left as it stood is none, whatever it would be."""
    held = ledger(request).held(sent.mention)
    if held is None:
        raise Refused("there is no statement of that name")
    known = {field.value for field in Field}
    return {
        name: value
        for name, value in sent.fields.items()
        if name not in known or value != typed(held.shown, Field(name), held.document.text)
    }


def _linker(request: Request) -> Linker:
    state = request.app.state
    if not hasattr(state, "linker"):
        state.linker = Linker(ledger(request))
    linker = state.linker
    assert isinstance(linker, Linker)
    return linker


def _back(back: str, made: list[Judgement]) -> str:
    """Where the person was, with the judgement that one key takes back."""
    address = urlsplit(back)
    kept = [pair for pair in address.query.split("&") if pair and not pair.startswith("made=")]
    if made and made[-1].kind is not JudgementKind.UNDO:
        kept.append(urlencode({"made": made[-1].id}))
    return address.path + ("?" + "&".join(kept) if kept else "")
