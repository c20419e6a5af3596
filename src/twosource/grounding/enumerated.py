"""People counted by naming them: "a man and his two sons were killed" counts three.

Only where every member of the list is one person or carries a number; "a man and his children" has
none. Names count where they are plainly persons'. A single one counts if introduced as unknown
("a woman was wounded"): somebody named is no count. "A double murder" counts its dead too, and who
kills himself after others is one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from twosource.grounding.groups import measured
from twosource.grounding.harm import Fate, fate, span_of
from twosource.grounding.members import (
    company,
    joined,
    numbered,
    of_all,
    person,
    sexes_and_ages,
    standing_for,
    stranger,
    unknown,
)
from twosource.grounding.numbers import Quantity
from twosource.grounding.own_deaths import died_before, killed_in_turn, own_death
from twosource.grounding.page import Page, inside
from twosource.grounding.placed import one_more, placed
from twosource.grounding.stated import Before
from twosource.grounding.those_before import those_before
from twosource.lexicon import table
from twosource.model import Measure, Mention, Polarity, Span

_HARMED = frozenset((Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED, Measure.MISSING))
_VICTIM_DEPS = frozenset(("nsubj", "nsubjpass", "dobj", "obj", "pobj", "poss", "ROOT", "attr"))


@dataclass(frozen=True, slots=True)
class Listed:
    """People counted by a list: their number, the words that list them, what befell them."""

    number: int
    span: Span
    fate: Fate
    head: Token


def listed(page: Page, mention: Mention, before: Before) -> Listed | None:
    """The longest list of victims a mention names, or the dead of a "double murder"."""
    best: Listed | None = None
    for span in mention.content:
        for token in page.tokens(span):
            counts = token.dep_ in _VICTIM_DEPS or _dead_alone(token)
            found = _list_at(page, token, mention, before) if counts else None
            if found and (best is None or found.number > best.number):
                best = found
    return best or _multiple(page, mention)


def _dead_alone(number: Token) -> bool:
    """As in "left six dead", "six dead"."""
    return number.dep_ == "nummod" and measured(number.head) == Measure.KILLED


def _list_at(page: Page, head: Token, mention: Mention, before: Before) -> Listed | None:
    if _nobody(head, mention):
        harmed = fate(head) or _harm_itself(head)
        return Listed(0, span_of(head), harmed, head) if harmed else None
    third = placed(head, before)
    if third:
        return Listed(third[0], span_of(head), third[1], head)
    again = those_before(page, head)
    if again:
        harmed = fate(head)
        known = harmed is not None and harmed[0] in _HARMED
        return Listed(again[0], again[1], harmed, head) if harmed and known else None
    bare = head.pos_ == "NUM"  # "left six dead before killing himself"
    named = head.pos_ == "PROPN" and stranger(head, joined(head))
    if not (bare or named or person(head)) or _says_who(head):
        return None
    harmed = fate(head)
    if harmed is None or harmed[0] is Measure.WOUNDED:
        harmed = of_all(head) or harmed  # "the shooting of a nurse and her son, who died"
    if harmed is None or harmed[0] not in _HARMED:
        return None
    members = [*joined(head), *(m for m in company(head) if inside(span_of(m), mention.content))]
    counts = [1 if stranger(m, members) else standing_for(m) for m in members]
    if None in counts or not all(inside(span_of(m), mention.content) for m in members):
        return None
    total = sum(count for count in counts if count)
    last = members[-1]
    start, end = head.left_edge.idx, last.idx + len(last)
    joining = _joining(page, mention, Listed(total, (start, end), harmed, head), members)
    if joining is not None:
        return Listed(total + 1, joining, harmed, head)
    if bare or (len(members) == 1 and not unknown(head)):
        return None
    if all(numbered(member) for member in members) and not sexes_and_ages(members):
        return None  # numbers are read as numbers
    return Listed(total, (start, end), harmed, head)


def _says_who(head: Token) -> bool:
    """As in "Ann Li was his sister and one of the first to be shot": who somebody is."""
    subject = (c for c in head.head.children if c.dep_ == "nsubj" and c.i < head.head.i)
    return head.dep_ == "attr" and any(person(c) and c.tag_ != "NNS" for c in subject)


def _joining(page: Page, mention: Mention, found: Listed, members: Sequence[Token]) -> Span | None:
    """The words from a list to one more who joins it: "and a third later", "then himself"."""
    start, end = found.span
    alone = len(members) == 1 and numbered(found.head)
    more = one_more(found.head, found.number) if alone else None
    if more is not None and inside(span_of(more), mention.content):
        return start, more.idx + len(more)
    if found.fate[0] is not Measure.KILLED:
        return None
    sentence = page.sentence(start)
    stop = own_death(page.text, end)
    if stop is None and found.head.dep_ == "dobj":
        stop = killed_in_turn(page.text, end)
    if stop is not None and stop <= sentence[1]:
        return start, stop
    return (start, end) if died_before(page.text, sentence[0], start) else None


def _nobody(token: Token, mention: Mention) -> bool:
    """As in "no one was hurt", "there were no casualties": none, said and not denied."""
    if mention.polarity is not Polarity.AFFIRMED:
        return False
    return token.lower_ in ("nobody", "none") or any(c.lower_ == "no" for c in token.children)


def _harm_itself(token: Token) -> Fate | None:
    """As in "no injuries were reported"."""
    name = measured(token) if token.pos_ == "NOUN" else None
    harm = name and Measure(name) in (*_HARMED, Measure.CASUALTIES)
    return (Measure(name), span_of(token)) if name and harm else None


@cache
def _multiples() -> re.Pattern[str]:
    names = "|".join(table("grounding", "multiples"))
    nouns = "|".join(table("grounding", "crimes"))
    return re.compile(rf"\b(?P<n>{names})[\s-](?:fatal\s)?(?P<what>{nouns})s?\b", re.IGNORECASE)


def _multiple(page: Page, mention: Mention) -> Listed | None:
    for span in mention.content:
        found = _multiples().search(page.text, *span)
        if found and not page.text[span[0] : found.start()].rstrip().endswith("attempted"):
            number = int(table("grounding", "multiples")[found["n"].casefold()])
            head = page.token_at(found.end() - 1)
            sort = Measure(table("grounding", "crimes")[found["what"].casefold()])
            return Listed(number, found.span(), (sort, found.span()), head)
    return None


def as_quantity(found: Listed) -> Quantity:
    """The list as if it were written as a number."""
    return Quantity(found.number, found.number, "", None, found.span, found.span)
