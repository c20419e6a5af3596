"""Whose losses, things, pay or share a figure tells, from the words that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from twosource.grounding.groups import (
    Counted,
    asserter_place,
    counts_thing,
    group_of,
    measured,
    named_group,
    nationality,
    people_class,
)
from twosource.grounding.page import Page
from twosource.grounding.stated import Before, Read, near
from twosource.lexicon import words
from twosource.model import Measure, Span

_LEFT_PLACE = re.compile(
    r"\b(?:left|fled|leave|leaving|fleeing)\s+(?:the\s+)?(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)"
)
_PAY = re.compile(
    r"\b(?:pay|paid|wages?|salary|salaries|stipends?|bount(?:y|ies))\b"
    r"|\b(?:a|per) (?:month|week|day)\b",
    re.I,
)
Whose = tuple[str | None, str]  # the group, ``None`` where it is left open, and the rule for it


def of_the_losses(
    page: Page, span: Span, known: dict[str, str], forces: Sequence[str]
) -> Whose | None:
    """Whose a word of loss is: "Ruritanian casualties at 2,050", "the army's toll of 544"."""
    for noun in reversed([t for t in page.tokens(span) if measured(t)]):
        if noun.pos_ not in ("NOUN", "PROPN") and noun.lower_ != "dead":
            continue
        left = list(page.parsed.doc[max(noun.sent.start, noun.i - 3) : noun.i])
        verbs = [n for n, t in enumerate(left) if t.pos_ == "VERB" and t.tag_ != "VBN"]
        left = left[verbs[-1] + 1 :] if verbs else left  # "the Red Cross of Chad put | the dead"
        place = nationality(left, known)
        if place:
            return named_group(place, "forces"), "adjective of the losses"
        owner = next((t for t in left if t.i + 1 < noun.i and t.nbor().tag_ == "POS"), None)
        own = [f for f in forces if owner is not None and f.casefold().endswith(owner.lower_)]
        if len(own) == 1:
            return own[0], "owner of the losses"
    return None


def crew_of(page: Page, read: Read) -> Whose | None:
    """As in "killing two of its crew": the crew of the craft that the sentence names."""
    head = read.phrase.head
    if (
        head is None
        or people_class(head) != "crew"
        or "its" not in {t.lower_ for t in read.phrase.tokens}
    ):
        return None
    first = page.sentence(read.quantity.core[0])[0]
    crafts = [t for t in page.tokens((first, read.quantity.core[0])) if counts_thing(t)]
    if not crafts:
        return None
    craft = crafts[-1]
    kind = craft.nbor(-1) if craft.i > craft.sent.start else craft
    named = kind if any(c.isdigit() for c in kind.text) else craft
    return f"crew of the {named.text}", "its crew"


def things_of(page: Page, read: Read, before: Before, rule: str) -> Whose:
    """Things counted beside people, or beside things, are theirs whose those are."""
    at = read.quantity.core[0]
    with_them = before.people
    head = read.phrase.head
    joined = head is not None and head.dep_ == "conj" and people_class(head.head) is not None
    if with_them is not None and joined and page.sentence(at)[0] <= with_them.at:
        return with_them.figure.group, "counted with its people"
    last = before.things
    same = last is not None and near(page, last, at)
    return (last.figure.group, "the figure before") if last and same else (None, rule)


def is_pay(page: Page, read: Read) -> bool:
    """Does the sentence of a sum speak of pay, or of so much a month, or the one before it?"""
    here = page.sentence(read.quantity.core[0])
    before = page.sentence(max(0, here[0] - 2))
    return bool(_PAY.search(page.text, before[0], here[1]))


def paid(page: Page, read: Read, known: dict[str, str]) -> Whose | None:
    """Who is paid, where a sum is pay: "320 fighters … for monthly pay of $1,500"."""
    sentence = page.sentence(read.quantity.core[0])
    if not _PAY.search(page.text, *sentence):
        return None
    for token in reversed(page.tokens((sentence[0], read.quantity.core[0]))):
        if people_class(token):
            left = list(token.doc[max(token.sent.start, token.i - 3) : token.i + 1])
            return group_of(Counted(tuple(left), token, token.idx), None, None, False, known)
    return None


def left_behind(page: Page, read: Read, known: dict[str, str]) -> Whose | None:
    """Those who left a place are its people: "90,000 people had left Ruritania"."""
    if read.measure is not Measure.DISPLACED:
        return None
    sentence = page.text[read.quantity.core[1] : page.sentence(read.quantity.core[0])[1]]
    named = _LEFT_PLACE.search(sentence)
    place = asserter_place(named["place"], known) if named else None
    return (named_group(place, "civilians"), "people of the place they left") if place else None


def suffering(page: Page, read: Read, before: Before) -> Whose:
    """The subject whose share is told: "some battalions suffered 60% attrition"."""
    token = page.token_at(read.quantity.core[0])
    bodies = words("grounding", "bodies")
    front = _fronted(page, token)
    if front:
        return front, "body the share is of"
    for verb in token.ancestors:
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.idx < token.idx:
            words_of = [t for t in subject.subtree if t.dep_ != "det" and t.i <= subject.i]
            part = next((c for c in subject.children if c.lower_ == "of"), None)
            if subject.pos_ != "NOUN" and part is not None:
                words_of = [t for t in part.subtree if t.dep_ not in ("det", "prep", "poss")]
                subject = words_of[-1] if words_of else subject
            place = nationality(words_of) if subject.lemma_.lower() in bodies else None
            if place:
                return _met_before(before, place), "forces of the body the share is of"
            if subject.pos_ == "NOUN" and people_class(subject) is None:
                return "".join(t.text_with_ws for t in words_of).strip(), "subject of the share"
            return None, "subject of the share"
    return None, "elliptic"


def _met_before(before: Before, place: str) -> str:
    """The forces of a nation under the name the text used last ("Ruritanian fighters")."""
    name = named_group(place, "forces")
    first = name.split()[0]
    met = [group for _, _, group in before.tolls if group.split()[0] == first]
    return next((g for g in reversed(met) if "civilians" not in g), name)


def _fronted(page: Page, token: Token) -> str | None:
    """As in "In some special forces companies 30 per cent are dead": the men of such bodies."""
    for first in page.parsed.doc[token.sent.start : token.i]:
        body = next((c for c in first.children if c.dep_ == "pobj"), None)
        if (
            first.lower_ != "in"
            or body is None
            or body.lemma_.lower() not in words("grounding", "bodies")
        ):
            continue
        kind = [c for c in body.children if c.dep_ in ("compound", "amod", "nmod") and c.i < body.i]
        people = [c for c in kind if people_class(c) or c.lemma_.lower() == "force"]
        if people:
            words_of = [t.text for t in page.parsed.doc[people[0].left_edge.i : people[-1].i + 1]]
            name = " ".join(words_of)
            return name if name.endswith("s") else f"{name}s"
    return None
