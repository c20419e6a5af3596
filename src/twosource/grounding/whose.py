"""Whom a figure is about: noun phrase, adjective of the losses, asserter, or figures before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from twosource.grounding.gazetteer import lookup
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
from twosource.grounding.stated import PERSONS, Before, Read, around, near
from twosource.lexicon import rows, words
from twosource.model import ActorKind, Measure, Mention, Place, Span

_ITS_OWN = re.compile(
    r"\b(?:own|its|our|acknowledged?|published|bulletins?)\b|(?:army|force)['’]s\b", re.I
)
_SIDE = re.compile(r"\bthe\s+(?P<side>[A-Z]\w+)\s+side\b")
_BOTH_SIDES = re.compile(r"\bboth sides\b|\bother side\b|\bsoldiers and civilians\b", re.I)
_FORCE = re.compile(
    r"\b(?:army|forces?|troops|navy|guard|brigade|battalion|militia|units?|military|fighters)\b",
    re.I,
)


_HOW_MANY = re.compile(r"\bhow many (?:of )?(?:the )?", re.I)
_ARMED = re.compile(
    r"\b(?:enemy|hostiles?|soldiers?|servicemen|troops|fighters|rebels?|militants?|gunmen|army)\b",
    re.I,
)
_ENEMY = re.compile(r"\b(?:enemy|opposing|hostile)\b", re.I)
_SEATED = re.compile(r"\b(?:in|at|near|based in)\s+[A-Z]\w+(?:\s[A-Z]\w+)*")
_OF_THEM = re.compile(r"\s+of\s+(?:them|those|these|whom)\b", re.I)
_LEFT_PLACE = re.compile(
    r"\b(?:left|fled|leave|leaving|fleeing)\s+(?:the\s+)?(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)"
)
_PAY = re.compile(
    r"\b(?:pay|paid|wages?|salary|salaries|stipends?|bount(?:y|ies))\b"
    r"|\b(?:a|per) (?:month|week|day)\b",
    re.I,
)
_SCENE = 500  # code points within which a place is the scene of what an authority counts
_TWO_SIDED = "both sides, or the other"
_HARM = frozenset(
    (Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING, Measure.DISPLACED)
)

Whose = tuple[str | None, str]


def _asserter(mention: Mention) -> tuple[str | None, bool]:
    """The root asserter's name and whether it is an armed body."""
    if not mention.relays:
        return None, False
    root = mention.relays[-1]
    return root.name, root.kind is ActorKind.FORCE or bool(_FORCE.search(root.name))


def whose(
    page: Page,
    mention: Mention,
    read: Read,
    before: Before,
    known: dict[str, str],
    where: Sequence[Place] = (),
) -> Whose:
    """The group of a figure (``None`` where the text leaves it open) and the rule for it.

    ``where``: the places the statement is about.
    """
    name, force = _asserter(mention)
    home = _home(page, mention, read, name, force, known, where)
    group, rule = group_of(read.phrase, name, home, force, known)
    crew = _crew(page, read)
    if crew:
        return crew
    if rule == "said by the force" and read.measure not in _HARM:
        return None, "men of whichever side"  # an army counts the other side's columns too
    if group is not None:
        return group, rule
    if read.quantity.unit == "percent":
        return _suffering(page, read)
    if read.measure is Measure.EQUIPMENT:
        return _things(page, read, before, rule)
    if _OF_THEM.match(page.text, read.quantity.core[1]) and before.people is not None:
        return _as_before(page, before, read.quantity.core[0])
    left = _left_behind(page, read, known)
    if left:
        return left
    hit = home if not force and read.measure in _HARM and _at_home(home, where) else None
    if rule != "elliptic":
        found = _unnamed_people(page, read, before, hit)
        return found or (group, rule)
    found = _bare(page, mention, read, before, known, where)
    found = found or _as_before(page, before, page.sentence(read.quantity.core[0])[0])
    if read.measure is Measure.DISPLACED and not _unarmed(found[0]):
        found = None, "those who flee are no force"
    asked = _asked(page, read, known) if found[0] is None else None
    if asked:
        return asked
    armed = _ARMED.search(page.text, *page.sentence(read.quantity.core[0]))
    if found[0] is None and found[1] != _TWO_SIDED and hit and not armed:
        return named_group(hit, "civilians"), "people hit at home"
    return found


def _home(
    page: Page,
    mention: Mention,
    read: Read,
    name: str | None,
    force: bool,
    known: dict[str, str],
    where: Sequence[Place],
) -> str | None:
    """The country the asserter speaks for: of the side named, the name, or the publisher."""
    source = _SEATED.sub("", " ".join(page.text[start:end] for start, end in mention.source))
    home = asserter_place(name, known) or asserter_place(source, known)
    if home is None and name:
        home = _named_once(page, name, known)
    if home is None and name:  # "the Prosecutor's Office" in a ministry's own release
        home = asserter_place(page.document.publisher, {}) or _of_the_scene(mention, known, where)
    side = _SIDE.search(page.text, *page.sentence(read.quantity.core[0]))
    return (asserter_place(side["side"], known) or home) if side and not force else home


def _of_the_scene(mention: Mention, known: dict[str, str], where: Sequence[Place]) -> str | None:
    """The country where an authority named without one counts ("the Health Ministry").

    Not where the text speaks of a region that several claim: whose ministry it is stays open.
    """
    root = mention.relays[-1]
    at = mention.content[0][0]
    near_by = [p for p in where if any(at - _SCENE <= a <= at + _SCENE for a, _ in p.spans)]
    spots = {place.country for place in near_by if place.country}
    claimed = any(e.everyday and e.sort == "area" for name in known for e in lookup(name)[:1])
    if root.kind is not ActorKind.AGENCY or len(spots) != 1 or claimed:
        return None
    codes = {code: place for _, place, code in rows("grounding", "demonyms")}
    return codes.get(spots.pop())


def _named_once(page: Page, name: str, known: dict[str, str]) -> str | None:
    """The country an institution is named with elsewhere in the text ("Ruritania's High Court")."""
    body = re.escape(name.removeprefix("the ")).replace("'", "['’]")
    whole = re.search(rf"(?P<place>[A-Z]\w+)(?:['’]s)?\s+{body}", page.text)
    return asserter_place(whole["place"], known) if whole and len(name) > 5 else None


def _unnamed_people(page: Page, read: Read, before: Before, hit: str | None) -> Whose | None:
    """Civilians where hit at home, else whoever was counted before ("21 people", "four men")."""
    head = read.phrase.head
    sort = people_class(head) if head is not None else None
    if head is None or sort not in ("civilians", "people"):
        return None
    if hit:
        return named_group(hit, "civilians"), "people hit at home"
    last = before.people.figure.group if before.people else None
    if sort == "people" and last and (head.lower_ == "men" or last.endswith("civilians")):
        return _as_before(page, before, read.quantity.core[0])
    return None


def _left_behind(page: Page, read: Read, known: dict[str, str]) -> Whose | None:
    """Those who left a place are its people: "90,000 people had left Ruritania"."""
    if read.measure is not Measure.DISPLACED:
        return None
    sentence = page.text[read.quantity.core[1] : page.sentence(read.quantity.core[0])[1]]
    named = _LEFT_PLACE.search(sentence)
    place = asserter_place(named["place"], known) if named else None
    return (named_group(place, "civilians"), "people of the place they left") if place else None


def _bare(
    page: Page,
    mention: Mention,
    read: Read,
    before: Before,
    known: dict[str, str],
    where: Sequence[Place],
) -> Whose | None:
    """The group of a number with no noun, from the words before it in its sentence."""
    name, force = _asserter(mention)
    home = _home(page, mention, read, name, force, known, where)
    first = page.sentence(read.quantity.core[0])[0]
    side = _SIDE.search(page.text, *page.sentence(read.quantity.core[0]))
    start = (first, around(page, read.quantity, mention.content[0])[1][1])
    found = _of_the_losses(page, start, known, before.forces)
    if found is None and _ENEMY.search(page.text, *start):
        return None, _TWO_SIDED
    if found is None and force and (before.any is None or _ITS_OWN.search(page.text, *start)):
        found = name, "said by the force"
    if found is None and read.measure is Measure.STRENGTH:
        found = _strength_of(page, start, known)
    if found is None and home and not force:
        found = _civilians(page, read, start, home, bool(side))
    return found


def _unarmed(group: str | None) -> bool:
    return group is None or "civilians" in group or not _FORCE.search(group)


def _asked(page: Page, read: Read, known: dict[str, str]) -> Whose | None:
    """In an answer, those the question asked for: "How many Syrians have gone?" "217 are dead"."""
    here = page.paragraph(read.quantity.core[0])
    before = page.paragraph(max(0, here[0] - 2))
    question = _HOW_MANY.search(page.text, *before) if before[0] < here[0] else None
    if question is None:
        return None
    noun = next((t for t in page.tokens((question.end(), before[1])) if t.pos_ != "ADJ"), None)
    if noun is None:
        return None
    left = tuple(page.tokens((question.end(), noun.idx + len(noun))))
    found = group_of(Counted(left, noun, noun.idx), None, None, False, known)
    return (found[0], "those asked for") if found[0] else None


def _at_home(home: str | None, where: Sequence[Place]) -> bool:
    """Does the thing happen in the country that tells of it? A place must say so."""
    codes = {code for _, place, code in rows("grounding", "demonyms") if place == home}
    return any(place.country in codes or place.name == home for place in where)


def _of_the_losses(
    page: Page, span: Span, known: dict[str, str], forces: Sequence[str]
) -> Whose | None:
    """Whose a word of loss is: "Ruritanian casualties at 2,050", "the army's toll of 544"."""
    for noun in reversed([t for t in page.tokens(span) if measured(t)]):
        if noun.pos_ not in ("NOUN", "PROPN") and noun.lower_ != "dead":
            continue
        left = list(page.parsed.doc[max(noun.sent.start, noun.i - 3) : noun.i])
        place = nationality(left, known)
        if place:
            return named_group(place, "forces"), "adjective of the losses"
        owner = next((t for t in left if t.i + 1 < noun.i and t.nbor().tag_ == "POS"), None)
        own = [f for f in forces if owner is not None and f.casefold().endswith(owner.lower_)]
        if len(own) == 1:
            return own[0], "owner of the losses"
    return None


def _crew(page: Page, read: Read) -> Whose | None:
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


def _things(page: Page, read: Read, before: Before, rule: str) -> Whose:
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


def _civilians(page: Page, read: Read, span: Span, home: str, side: bool) -> Whose | None:
    """Civilians of the asserter's own side, where the sentence or the one before speaks of them."""
    sentence = page.sentence(read.quantity.core[0])
    earlier = page.text[page.sentence(max(0, span[0] - 2))[0] : sentence[1]]
    if _BOTH_SIDES.search(page.text, *sentence):
        return None, _TWO_SIDED
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
            if subject.pos_ == "NOUN" and people_class(subject) is None:
                return "".join(t.text_with_ws for t in words_of).strip(), "subject of the share"
            return None, "subject of the share"
    return None, "elliptic"


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
