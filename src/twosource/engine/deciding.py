"""One decision of a person, checked, put into the ledger and followed by what it changes.

What the command line and the pages share: names of claims become their mentions, typed values
become stored ones, and what cannot be is refused with one line (`Refused`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.judging import sound
from twosource.judging.fields import Field, put
from twosource.judging.judgement import ACTOR
from twosource.judging.sound import Unfit
from twosource.judging.typed import known_place, parsed
from twosource.ledger import Judgement, JudgementKind, Ledger
from twosource.ledger.excerpt import Excerpt

LONGEST_REASON = 10_000  # code points
_OF_CLAIM = frozenset({JudgementKind.MERGE, JudgementKind.SPLIT})


class Refused(ValueError):
    """A decision that cannot be made; one line for people."""


@dataclass(frozen=True, slots=True)
class By:
    """Who decides and why; ``seen``: the revision of the subjects that was before the person."""

    who: str
    reason: str = ""
    seen: str | None = None


def decide(
    ledger: Ledger, kind: JudgementKind, names: Sequence[str], by: By, others: Sequence[str] = ()
) -> Judgement:
    """Accept, reject, merge, split, comment on or undo; a claim stands for all its mentions.

    A split without ``others`` parts mentions from the rest of their claims, or the mentions of one
    claim from one another.
    """
    if kind is JudgementKind.UNDO:
        return _judge(ledger, kind, names, by)
    subjects = _mentions(ledger, names, kind)
    apart = _mentions(ledger, others, kind) if others else []
    if kind is JudgementKind.MERGE and len(subjects) < 2:
        raise Refused("a merge names two mentions or claims, or more")
    if kind is JudgementKind.SPLIT and not apart:
        apart = _rest(ledger, names, subjects)
    return _judge(ledger, kind, subjects, by, others=apart)


def amend(ledger: Ledger, mention: str, values: Mapping[str, str], by: By) -> list[Judgement]:
    """Give fields of one mention other values, as typed (`twosource.judging.typed`).

    One judgement a field, so that each can be taken back alone; what is as it was is left out.
    All values are checked before the first is stored.
    """
    stored = amended(ledger, mention, values)
    made: list[Judgement] = []
    for field, value in stored.items():
        made.append(
            _judge(ledger, JudgementKind.AMEND, [mention], by, field=field.value, value=value)
        )
        by = By(by.who, by.reason, None if by.seen is None else made[-1].id)
    return made


def amended(ledger: Ledger, mention: str, values: Mapping[str, str]) -> dict[Field, str]:
    """The stored form of typed values that differ from what stands; raises `Refused`."""
    held = ledger.held(mention)
    if held is None:
        raise Refused(f"no mention '{mention}'")
    found: dict[Field, str] = {}
    now = held.shown
    for name, typed in values.items():
        try:
            field = Field(name)
        except ValueError:
            known = ", ".join(field.value for field in Field)
            raise Refused(f"no field '{name}'; there are {known}") from None
        try:
            value = parsed(held.shown, field, typed, held.document.text, known_place)
            after = put(now, field, value, held.document.text)
        except Unfit as error:
            raise Refused(str(error)) from None
        if after != now:
            found[field], now = value, after
    return found


def reattribute(ledger: Ledger, names: Sequence[str], asserter: str, by: By) -> Judgement:
    """Credit mentions to somebody else, or to nobody (an empty name)."""
    subjects = _mentions(ledger, names, JudgementKind.REATTRIBUTE)
    try:
        value = sound.name(" ".join(asserter.split())) if asserter.strip() else ""
    except Unfit as error:
        raise Refused(str(error)) from None
    return _judge(ledger, JudgementKind.REATTRIBUTE, subjects, by, value=value)


def _judge(
    ledger: Ledger,
    kind: JudgementKind,
    names: Sequence[str],
    by: By,
    *,
    others: Sequence[str] = (),
    field: str | None = None,
    value: str | None = None,
) -> Judgement:
    try:
        sound.name(by.who)
        if len(by.reason) > LONGEST_REASON:
            raise Unfit(f"a reason of {len(by.reason):,} characters; at most {LONGEST_REASON:,}")
        return ledger.judge(
            kind,
            names,
            who=by.who.strip(),
            reason=by.reason.strip(),
            field=field,
            value=value,
            others=others,
            seen=by.seen,
        )
    except ValueError as error:
        raise Refused(str(error)) from None


def _mentions(ledger: Ledger, names: Sequence[str], kind: JudgementKind) -> list[str]:
    """The mentions that names stand for; a comment may be about a document or an actor too."""
    found: dict[str, None] = {}
    for name in names:
        if name.startswith(ACTOR) and kind not in _OF_CLAIM:
            found[name] = None
            continue
        excerpt = ledger.excerpt(name)
        if excerpt is None:
            raise Refused(f"no claim or mention '{name}'; find one with 'twosource search'")
        if excerpt.kind == "claim":
            found |= dict.fromkeys(_of_claim(excerpt))
        elif excerpt.kind == "mention" or kind is JudgementKind.COMMENT:
            found[name] = None
        else:
            raise Refused(f"'{name}' is a document; judge its mentions")
    return list(found)


def _of_claim(excerpt: Excerpt) -> tuple[str, ...]:
    return next(claim.mentions for claim in excerpt.links.claims if claim.id == excerpt.id)


def _rest(ledger: Ledger, names: Sequence[str], subjects: Sequence[str]) -> list[str]:
    """The other mentions of the claims of these."""
    rest: dict[str, None] = {}
    for name in subjects:
        excerpt = ledger.excerpt(name)
        for claim in excerpt.links.claims if excerpt else ():
            if name in claim.mentions:
                rest |= dict.fromkeys(claim.mentions)
    left = [name for name in rest if name not in subjects]
    if not left and len(subjects) < 2:
        raise Refused(f"'{names[0]}' stands alone in its claim; there is nothing to part it from")
    return left
