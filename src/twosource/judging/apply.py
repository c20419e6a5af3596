"""What a mention looks like after all that people decided: judged = machine + judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from twosource.judging.fields import Field, put, reattributed, stored
from twosource.judging.judgement import Judgement, JudgementKind
from twosource.judging.shown import shown
from twosource.judging.sound import Unfit
from twosource.judging.standing import CHAIN
from twosource.model import Mention, Reason


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a person set: what the machine reads, and what stands instead (stored)."""

    field: str
    machine: str
    value: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Judged:
    """One mention as the machine read it and as it stands.

    ``accepted`` and ``rejected`` say what stands now (the later holds); ``unfit`` are judgements
    whose value this version of the text does not take.
    """

    machine: Mention
    mention: Mention
    accepted: bool = False
    rejected: bool = False
    changes: tuple[Change, ...] = ()
    unfit: tuple[Judgement, ...] = ()


def signature(judgement: Judgement) -> str:
    """Who judged, when and why: one line."""
    why = f": {judgement.reason}" if judgement.reason else ""
    return f"judged by {judgement.who}, {judgement.at[:10]}{why}"


def _settings(judgement: Judgement, mention: str) -> Iterator[tuple[str, str]]:
    """Field and stored value of each thing the judgement sets."""
    if judgement.kind is JudgementKind.AMEND and judgement.field is not None:
        yield judgement.field, judgement.value or ""
    for right in judgement.confirmed:
        if right.mention == mention:
            yield right.field, right.value


def judged(machine: Mention, about: Iterable[tuple[Judgement, str]], text: str) -> Judged:
    """Apply the standing judgements about one mention.

    ``about``, earliest first, gives each judgement with the id under which it named the mention
    (another one than the mention's where the text or the reader changed); ``text`` is the text of
    the mention's document.
    """
    now = machine
    accepted = rejected = False
    by: dict[str, Judgement] = {}
    unfit: list[Judgement] = []
    for judgement, name in about:
        if judgement.kind is JudgementKind.ACCEPT:
            accepted, rejected = True, False
        elif judgement.kind is JudgementKind.REJECT:
            accepted, rejected = False, True
        elif judgement.kind is JudgementKind.REATTRIBUTE:
            now = reattributed(now, judgement.value or "")
            by |= dict.fromkeys((CHAIN, "source", "cue", "named", "quote"), judgement)
        for field, value in _settings(judgement, name):
            try:
                if stored(now, Field(field), text) != value:
                    now = put(now, Field(field), value, text)
                    by[field] = judgement
            except (Unfit, ValueError):
                unfit.append(judgement)
    changes = tuple(_changes(machine, now, by, text))
    kept = [r for r in machine.reasons if r.field not in {change.field for change in changes}]
    told = [Reason(c.field, shown(c.field, c.value), (), signature(c.judgement)) for c in changes]
    if changes:
        now = replace(now, reasons=(*kept, *told))
    return Judged(machine, now, accepted, rejected, changes, tuple(dict.fromkeys(unfit)))


def _changes(
    machine: Mention, now: Mention, by: dict[str, Judgement], text: str
) -> Iterator[Change]:
    for field in Field:
        if field.value in by:
            before, after = stored(machine, field, text), stored(now, field, text)
            if before != after:
                yield Change(field.value, before, after, by[field.value])


def confirmed(mention: Mention, text: str) -> list[tuple[str, str]]:
    """All values of a mention as stored: what an acceptance finds right."""
    return [(field.value, stored(mention, field, text)) for field in Field]
