"""From spans to mentions: chain, naming, evidence, certainty, polarity, time, loaded words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.ids import stable_id
from twosource.model import (
    ActorKind,
    Attribution,
    Document,
    Mention,
    Named,
    Reason,
    Relay,
    Span,
    Spans,
)
from twosource.reading.cast import Actor
from twosource.reading.certainty import certainty
from twosource.reading.chain import Credit, credits
from twosource.reading.evidence import evidence
from twosource.reading.loaded import loaded
from twosource.reading.near_end import joined, near_end
from twosource.reading.parsed import Parsed
from twosource.reading.phrase import FIRST
from twosource.reading.polarity import polarity
from twosource.reading.quoting import quote_of
from twosource.reading.sources import Tokens
from twosource.reading.statement import Statement, statement
from twosource.reading.timeframe import time_frame
from twosource.reading.turns import Turn, turn_at

_KINDS = {"outlet": ActorKind.OUTLET, "force": ActorKind.FORCE}
_SORTS = {"person": ActorKind.PERSON, "state": ActorKind.STATE, "group": ActorKind.GROUP}


def describe(
    document: Document, parsed: Parsed, attributions: Sequence[Attribution]
) -> tuple[Mention, ...]:
    """One mention per attribution, in the same order, with everything but grounded values.

    Names in chains are the fullest that the document gives; `grounding` makes them canonical.
    """
    if not attributions:
        return ()
    found, floor = credits(document, parsed, attributions)
    tokens = Tokens(parsed.doc)
    mentions: list[Mention] = []
    before: Statement | None = None
    for attribution, credit in zip(attributions, found, strict=True):
        now = statement(parsed.doc, tokens, attribution, credit, before)
        passed = _passed_on(attributions, attribution)
        mentions.append(_mention(document, parsed, now, floor, passed))
        before = now
    return tuple(mentions)


def _passed_on(found: Sequence[Attribution], inner: Attribution) -> Spans:
    """The cues of those who only pass a statement on ("according to X, Y said"): they credit it.

    What the asserter's own cue says (doubt, denial, evidence) is read without them.
    """
    cues: list[Span] = []
    for _ in found:
        outer = found[inner.parent] if inner.parent is not None else None
        if outer is None or not outer.relay:
            break
        cues += outer.cue
        inner = outer
    return tuple(cues)


def _mention(
    document: Document, parsed: Parsed, now: Statement, floor: Sequence[Turn], passed: Spans
) -> Mention:
    a = now.attribution
    cue = (*a.cue, *passed)
    denied, why_denied = polarity(now)
    firm, why_firm = certainty(now)
    when, why_when = time_frame(now)
    rests, why_rests = evidence(now, denied.value)
    now.values.update(evidence=rests.value, time_frame=when.value)
    turn = turn_at(list(floor), a.content[0][0]) if floor and a.content else None
    first_person = all(t.lower_ in FIRST for t in now.source)
    in_turn = turn is not None and turn.actor is now.asserter and (not a.cue or first_person)
    reasons = [r for r in (why_denied, why_firm, why_when, why_rests) if r is not None]
    whom = [actor for actor in now.credit.actors if actor.title()]
    credited = tuple(_relay(actor, now.credit, document.text) for actor in whom)
    relays = joined(near_end(document), credited)
    named = relays[-1].named if relays else Named.NONE
    if relays:
        spans = relays[-1].spans or tuple(s for s in a.source if s[0] < s[1])
        reasons.append(Reason("chain", relays[-1].name, spans, now.credit.rule))
    return Mention(
        id=stable_id("m", document.id, a.content, cue, a.source),
        document=document.id,
        content=a.content,
        cue=cue,
        source=a.source,
        quote=quote_of(now, parsed.quotes, in_turn),
        relays=relays,
        named=named,
        evidence=rests,
        polarity=denied,
        certainty=firm,
        time_frame=when,
        loaded=loaded(now),
        reasons=tuple(reasons),
        score=a.score,
    )


def _relay(actor: Actor, credit: Credit, text: str) -> Relay:
    """One link of the chain; spokespeople stand for their institution."""
    spans: Spans = credit.spans.get(id(actor), ())
    stands = actor.institution()
    voice = stands if actor.role_class == "speaks" else actor
    relay = Relay(stands.title(), spans, voice.named(), _kind(stands))
    if actor.office is None or stands is not actor or not actor.person:
        return relay
    start, end = actor.office
    office = " ".join(text[start:end].split())
    return replace(relay, office=office, office_spans=(actor.office,))


def _kind(actor: Actor) -> ActorKind | None:
    if actor.org_class in _KINDS:
        return _KINDS[actor.org_class]
    if actor.sort == "org":
        return ActorKind.AGENCY
    return _SORTS.get(actor.sort)
