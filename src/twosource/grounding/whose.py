"""Whom a figure is about: noun phrase, adjective of the losses, asserter, or figures before."""

from __future__ import annotations

import re

from twosource.grounding.case import FORCE, SIDE, Case
from twosource.grounding.groups import Counted, group_of, named_group, people_class
from twosource.grounding.owners import (
    Whose,
    crew_of,
    is_pay,
    left_behind,
    of_the_losses,
    paid,
    suffering,
    things_of,
)
from twosource.grounding.page import Page
from twosource.grounding.parts import of_them
from twosource.grounding.stated import PERSONS, Before, around, near
from twosource.model import Measure, Span

_ITS_OWN = re.compile(
    r"\b(?:own|its|our|acknowledged?|published|bulletins?)\b|(?P<whose>army|force)['’]s\b", re.I
)
_BOTH_SIDES = re.compile(r"\bboth sides\b|\bother side\b|\bsoldiers and civilians\b", re.I)
_THEIR_TURN = re.compile(r"\W*(?:on|for|from) the other side\b", re.I)  # then that side speaks
_OWN_LOSSES = re.compile(
    r"\b(?:its|our|their|his)\s+(?:own\s+)?(?:\w+\s+)?"
    r"(?:casualt(?:y|ies)|loss(?:es)?|dead|wounded|toll|deaths|fatalities)\b",
    re.I,
)
_QUESTION = re.compile(
    r"\b[Hh]ow many (?:of )?(?:the )?|\b(?:Did|Do|Have|Are|Were) (?=[A-Z])(?!I\b)"
)
_MEMORY = 2500  # code points for which a question goes on to be answered
_ARMED = re.compile(
    r"\b(?:enemy|hostiles?|soldiers?|servicemen|troops|fighters|rebels?|militants?|gunmen|army)\b",
    re.I,
)
_ENEMY = re.compile(r"\b(?:enemy|opposing|hostile)\b", re.I)
_TWO_SIDED = "both sides, or the other"
_HARM = frozenset(
    (Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING, Measure.DISPLACED)
)


def whose(case: Case) -> Whose:
    """The group of a figure (``None`` where the text leaves it open) and the rule for it."""
    page, read, before = case.page, case.read, case.before
    crew = crew_of(page, read)
    if crew:
        return crew
    group, rule = group_of(read.phrase, case.mention.asserter, case.home, case.force, case.known)
    if rule == "said by the force" and read.measure not in _HARM:
        return None, "men of whichever side"  # an army counts the other side's columns too
    if group is not None:
        return group, rule
    if read.quantity.unit == "percent":
        return suffering(page, read, before)
    if read.measure is Measure.EQUIPMENT:
        return things_of(page, read, before, rule)
    if of_them(page.text, read.quantity) and before.people is not None:
        return _as_before(page, before, case.at)
    left = left_behind(page, read, case.known)
    if left:
        return left
    if rule != "elliptic" and read.measure is not Measure.CAPTURED:
        return _unnamed_people(case) or (group, rule)
    return _by_context(case)


def _hit(case: Case) -> str | None:
    """The country whose people were hit where its own authority tells of it."""
    told = not case.force and case.read.measure in _HARM and case.at_home()
    return case.home if told else None


def _by_context(case: Case) -> Whose:
    """The group of a bare number: from its sentence, the figures before, or the question."""
    page, read = case.page, case.read
    found = _bare(case) or _as_before(page, case.before, case.sentence[0])
    last = case.before.people
    if read.measure is Measure.CAPTURED and last and last.figure.measure is not Measure.CAPTURED:
        return None, "prisoners are of another side than the dead"
    if read.measure is Measure.DISPLACED and not _unarmed(found[0]):
        found = None, "those who flee are no force"
    if found[0] is not None or found[1] == _TWO_SIDED:
        return found
    hit = None if _ARMED.search(page.text, *case.sentence) else _hit(case)
    again = _own_count(case) or _asked(case)
    if again is None and hit:
        return named_group(hit, "civilians"), "people hit at home"
    return again or found


def _unnamed_people(case: Case) -> Whose | None:
    """Civilians where hit at home, else whoever was counted before ("21 people", "four men")."""
    head = case.read.phrase.head
    sort = people_class(head) if head is not None else None
    if head is None or sort not in ("civilians", "people"):
        return None
    hit = _hit(case)
    if hit:
        return named_group(hit, "civilians"), "people hit at home"
    last = case.before.people.figure.group if case.before.people else None
    if sort == "people" and last and (head.lower_ == "men" or "civilians" in last):
        return _as_before(case.page, case.before, case.at)
    return None


def _bare(case: Case) -> Whose | None:
    """The group of a number with no noun, from the words before it in its sentence."""
    page, read, before = case.page, case.read, case.before
    start = (case.sentence[0], around(page, read.quantity, case.mention.content[0])[1][1])
    found = of_the_losses(page, start, case.known, before.forces)
    if found is None and _ENEMY.search(page.text, *start):
        return None, _TWO_SIDED
    if found is None and case.force and (before.any is None or _its_own(case, start)):
        found = case.mention.asserter, "said by the force"
    if found is None and case.home and _OWN_LOSSES.search(page.text, *start):
        found = named_group(case.home, "forces"), "own losses"
    if found is None and read.measure is Measure.STRENGTH:
        found = _strength_of(case, start)
    if found is None and case.home and not case.force:
        found = _civilians(case, start, case.home)
    return found


def _its_own(case: Case, span: Span) -> bool:
    """As in "its dead", or "the army's dead" where the army speaks, not where rebels do."""
    found = _ITS_OWN.search(case.page.text, *span)
    named = (found["whose"] or "").casefold() if found else ""
    return found is not None and named in (case.mention.asserter or "").casefold()


def _own_count(case: Case) -> Whose | None:
    """A body that counts the same thing again goes on with whom it counted first."""
    name = case.mention.asserter
    for asserter, measure, group in reversed(case.before.tolls):
        if name and asserter == name and measure is case.read.measure:
            return group, "its count before"
    return None


def _unarmed(group: str | None) -> bool:
    return group is None or "civilians" in group or not FORCE.search(group)


def _asked(case: Case) -> Whose | None:
    """Those a question asked for: "How many Syrians have gone?", "Did Chadians fight there?"."""
    page = case.page
    start = max(0, page.paragraph(case.at)[0] - _MEMORY)
    for question in reversed(list(_QUESTION.finditer(page.text, start, case.at))):
        end = page.sentence(question.end())[1]
        words_of = page.tokens((question.end(), end))
        noun = next((t for t in words_of if t.pos_ not in ("ADJ", "DET")), None)
        if noun is None or not page.text[question.end() : end].rstrip().endswith("?"):
            continue
        left = tuple(page.tokens((question.end(), noun.idx + len(noun))))
        found = group_of(Counted(left, noun, noun.idx), None, None, False, case.known)
        if found[0]:
            return found[0], "those asked for"
    return None


def payees(case: Case) -> Whose:
    """Who is paid a sum: named in its sentence, or asked for before; nobody for other money."""
    found = paid(case.page, case.read, case.known)
    return found or (_asked(case) if is_pay(case.page, case.read) else None) or (None, "")


def _civilians(case: Case, span: Span, home: str) -> Whose | None:
    """Civilians of the asserter's own side, where the sentence or the one before speaks of them."""
    page, sentence = case.page, case.sentence
    last = case.before.people
    if last is not None and last.figure.group and last.at >= sentence[0]:
        return None  # "74 soldiers were killed, 171 wounded": as those before
    earlier = page.text[page.sentence(max(0, span[0] - 2))[0] : sentence[1]]
    group = last.figure.group if last is not None else None
    if group and "civilians" in group and _THEIR_TURN.match(page.text, *sentence):
        return named_group(home, "civilians"), "the same of the other side"
    if _BOTH_SIDES.search(page.text, *sentence):
        return None, _TWO_SIDED
    if case.read.measure is Measure.DISPLACED and SIDE.search(page.text, *sentence):
        return named_group(home, "civilians"), "people of that side"
    if re.search(r"\bcivilians?\b", earlier):
        return named_group(home, "civilians"), "civilians, said by their side"
    return None


def _as_before(page: Page, before: Before, at: int) -> Whose:
    last = before.people
    if last is not None and last.figure.measure in PERSONS and near(page, last, at):
        return last.figure.group, "the figure before"
    return None, "elliptic"


def _strength_of(case: Case, span: Span) -> Whose | None:
    """Whose strength a bare number gives: "The peacekeepers reached their strength of 900"."""
    for token in reversed(case.page.tokens(span)):
        if people_class(token):
            left = tuple(token.doc[max(token.sent.start, token.i - 3) : token.i + 1])
            found = group_of(Counted(left, token, token.idx), None, None, False, case.known)
            return found if found[0] else None
    return None
