"""Whom a figure is about: noun phrase, adjective of the losses, asserter, or figures before."""

from __future__ import annotations

import re

from twosource.grounding.groups import (
    Counted,
    asserter_place,
    group_of,
    measured,
    named_group,
    nationality,
    people_class,
)
from twosource.grounding.page import Page
from twosource.grounding.stated import PERSONS, Before, Read, around, near
from twosource.model import ActorKind, Measure, Mention, Span

_ITS_OWN = re.compile(
    r"\b(?:own|its|our|acknowledged?|published|bulletins?)\b|(?:army|force)['’]s\b", re.I
)
_SIDE = re.compile(r"\bthe\s+(?P<side>[A-Z]\w+)\s+side\b")
_BOTH_SIDES = re.compile(r"\bboth sides\b|\bother side\b|\bsoldiers and civilians\b", re.I)
_FORCE = re.compile(
    r"\b(?:army|forces?|troops|navy|guard|brigade|battalion|militia|units?|military|fighters)\b",
    re.I,
)


Whose = tuple[str | None, str]


def _asserter(mention: Mention) -> tuple[str | None, bool]:
    """The root asserter's name and whether it is an armed body."""
    if not mention.relays:
        return None, False
    root = mention.relays[-1]
    return root.name, root.kind is ActorKind.FORCE or bool(_FORCE.search(root.name))


def whose(page: Page, mention: Mention, read: Read, before: Before, known: dict[str, str]) -> Whose:
    """The group of a figure (``None`` where the text leaves it open) and the rule for it."""
    name, force = _asserter(mention)
    source = " ".join(page.text[start:end] for start, end in mention.source)
    home = asserter_place(name, known) or asserter_place(source, known)
    side = _SIDE.search(page.text, *page.sentence(read.quantity.core[0]))
    if side and not force:
        home = asserter_place(side["side"], known) or home
    group, rule = group_of(read.phrase, name, home, force, known)
    if group is not None:
        return group, rule
    if read.quantity.unit == "percent":
        return _suffering(page, read)
    if read.measure is Measure.EQUIPMENT:
        last = before.things
        same = last is not None and near(page, last, read.quantity.core[0])
        return (last.figure.group, "the figure before") if last and same else (None, rule)
    if rule != "elliptic":
        return group, rule
    first = page.sentence(read.quantity.core[0])[0]
    start = (first, around(page, read.quantity, mention.content[0])[1][1])
    found = _of_the_losses(page, start, known)
    if found is None and force and (before.any is None or _ITS_OWN.search(page.text, *start)):
        found = name, "said by the force"
    if found is None and read.measure is Measure.STRENGTH:
        found = _strength_of(page, start, known)
    if found is None and home and not force:
        found = _civilians(page, read, start, home, bool(side))
    return found or _as_before(page, before, first)


def _of_the_losses(page: Page, span: Span, known: dict[str, str]) -> Whose | None:
    """The adjective of a word of loss: "Ruritanian casualties … at 2,050"."""
    for noun in reversed([t for t in page.tokens(span) if measured(t) and t.pos_ == "NOUN"]):
        left = list(page.parsed.doc[max(noun.sent.start, noun.i - 3) : noun.i])
        place = nationality(left, known)
        if place:
            return named_group(place, "forces"), "adjective of the losses"
    return None


def _civilians(page: Page, read: Read, span: Span, home: str, side: bool) -> Whose | None:
    """Civilians of the asserter's own side, where the sentence or the one before speaks of them."""
    sentence = page.sentence(read.quantity.core[0])
    earlier = page.text[page.sentence(max(0, span[0] - 2))[0] : sentence[1]]
    if _BOTH_SIDES.search(page.text, *sentence):
        return None, "both sides, or the other"
    if side and read.measure is Measure.DISPLACED:
        return named_group(home, "civilians"), "people of that side"
    if re.search(r"\bcivilians?\b", earlier):
        return named_group(home, "civilians"), "civilians, said by their side"
    return None


def _as_before(page: Page, before: Before, at: int) -> Whose:
    last = before.people
    if last is not None and last.figure.measure in PERSONS and near(page, last, at):
        return last.figure.group, "the figure before"
    return None, "elliptic"


def _strength_of(page: Page, span: Span, known: dict[str, str]) -> Whose | None:
    """Whose strength a bare number gives: "The peacekeepers reached their strength of 900"."""
    for token in reversed(page.tokens(span)):
        if people_class(token):
            left = tuple(page.parsed.doc[max(token.sent.start, token.i - 3) : token.i + 1])
            found = group_of(Counted(left, token, token.idx), None, None, False, known)
            return found if found[0] else None
    return None


def _suffering(page: Page, read: Read) -> Whose:
    """The subject whose share is told: "some battalions suffered 60% attrition"."""
    token = page.token_at(read.quantity.core[0])
    for verb in token.ancestors:
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.idx < token.idx:
            words_of = [t for t in subject.subtree if t.dep_ != "det" and t.i <= subject.i]
            part = next((c for c in subject.children if c.lower_ == "of"), None)
            if subject.pos_ != "NOUN" and part is not None:
                words_of = [t for t in part.subtree if t.dep_ not in ("det", "prep", "poss")]
                subject = words_of[-1] if words_of else subject
            if subject.pos_ == "NOUN" and people_class(subject) is None:
                return "".join(t.text_with_ws for t in words_of).strip(), "subject of the share"
            return None, "subject of the share"
    return None, "elliptic"
