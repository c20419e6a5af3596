"""The quantity a mention states: what is counted, of whom, how many at least and at most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from twosource.grounding.beside_numbers import and_so_on, both_of, harm_beside, hyphened, trigger
from twosource.grounding.case import Case
from twosource.grounding.died_of_it import died
from twosource.grounding.enumerated import Listed, as_quantity, listed
from twosource.grounding.groups import (
    Counted,
    behind,
    counted,
    counts_thing,
    measured,
    nationality,
    people_class,
)
from twosource.grounding.harm import alive, fate, personlike, span_of
from twosource.grounding.numbers import Quantity, unread
from twosource.grounding.own_deaths import besides
from twosource.grounding.page import Page, inside
from twosource.grounding.parts import led_by, of_them
from twosource.grounding.remainder import rest
from twosource.grounding.stated import PERSONS, Before, Read, Rest, Stated, near
from twosource.grounding.whose import payees, whose
from twosource.lexicon import words
from twosource.model import Figure, Measure, Mention, Place, Reason, Span
from twosource.reading.dictionary import known_noun
from twosource.reading.nouns import org_class
from twosource.reading.splitting import counts_on
from twosource.reading.syntax import following, reduced

_TOTAL = re.compile(r"\b(?:total|toll|tally|count|number|figure|it|that|the army's dead)\b", re.I)
_BODY = re.compile(
    r"\b(?P<body>group|force|contingent|party|unit|detachment|column)\s+of\s+(?:about\s+)?$", re.I
)
_CUMULATIVE = re.compile(
    r"\b(?:so far|since|total|altogether|in all|to date|overall|toll|by|over the whole)\b", re.I
)
_SCENE = frozenset(  # after these a number tells of the circumstances: "in front of two sons"
    ("for", "after", "before", "between", "against", "near", "on", "in", "during", "through",
     "over", "into", "along", "from", "behind", "outside", "inside", "within")
)  # fmt: skip
_PRICE = re.compile(
    r"\b(?:worth|costs?|costing|priced at|a price of|paid|fined)\s+(?:\w+\s+)?$", re.I
)
_SHARE_OF = re.compile(  # "58 per cent of the $791 million"
    r"(?:%|\bper\s?cent)\s+of\s+(?:the\s+|its\s+)?(?:[A-Z]{0,3}[$£€]\s?)?$", re.IGNORECASE
)
_LEFT = re.compile(r"\b(?:left|leave|leaving|abandoned|crossed into)\b", re.I)


def _whole(node: Token) -> bool:
    """As in "12 of the 30 tanks": the number of which another is a part."""
    return node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.like_num


def _within(page: Page, quantity: Quantity) -> bool:
    """As in "six, including two children", "1,500, of whom 300": a part of what stands before."""
    return led_by(page.text, quantity, "among", "whom")


def _other(page: Page, quantity: Quantity, phrase: Counted, content: Span) -> Measure:
    """A measure where no word of harm stands by: strength, equipment, displaced or other."""
    head = phrase.head
    if head is not None and counts_thing(head) and not people_class(head):
        return Measure.EQUIPMENT
    sort = people_class(head) if head is not None else None
    around = page.tokens(content)
    if sort in ("civilians", "people", "refugees"):
        if head is not None and head.lemma_ != "man" and _LEFT.search(page.text, *content):
            return Measure.DISPLACED
        moving = any(t.lemma_.lower() in words("grounding", "strength_verbs") for t in around)
        named = nationality([t for t in phrase.tokens if head is not None and t.i != head.i])
        return Measure.STRENGTH if moving and named and sort == "people" else Measure.OTHER
    if sort is not None and sort not in ("prisoners", "journalists", "medics", "police"):
        return Measure.STRENGTH
    return Measure.OTHER


def _unit_noun(phrase: Counted) -> bool:
    head = phrase.head
    names = words("grounding", "measuring_units")
    first = phrase.tokens[0] if phrase.tokens else None
    return any(t is not None and t.lemma_.lower() in names for t in (head, first))


def _read(page: Page, quantity: Quantity, content: Span) -> Read | None:
    phrase = counted(page, quantity.core)
    if quantity.unit not in ("", "percent"):
        start = quantity.span[0]
        whole = _SHARE_OF.search(page.text, max(0, start - 24), start)
        return Read(quantity, phrase, Measure.MONEY, quantity.span, 0 if whole else 2)
    if quantity.unit == "" and _unit_noun(phrase):
        return None
    joined = hyphened(page, quantity)
    if joined is not None and not counts_thing(joined):
        men = joined.lower_ == "strong" or people_class(joined) is not None
        return Read(quantity, phrase, Measure.STRENGTH, span_of(joined), 5) if men else None
    single = quantity.low == quantity.high == 1
    node = _node(page, quantity, phrase)
    if (single and _names_one(node)) or _his_own(node) or _of_a_name(node):
        return None
    mortal = phrase.head is None or alive(phrase.head)
    befell = fate(node) if mortal and quantity.unit in ("", "percent") else None
    if befell and (node.pos_ == "NUM" or befell[0] is not Measure.WOUNDED or personlike(node)):
        both = both_of(page, quantity, content) or and_so_on(page, befell[1])
        within = _within(page, quantity) or _whole(node)
        return Read(quantity, phrase, *(both or befell), 2 if within else 6)
    if single and (phrase.head is None or people_class(phrase.head) is None):
        return None
    ranged = quantity.span[0] <= node.head.idx < quantity.core[1]  # "killed between 80 and 90 men"
    if quantity.unit != "percent" and not ranged and _bystanders(node):
        return _plain(page, quantity, phrase, content)
    thing = phrase.head is not None and counts_thing(phrase.head) and not people_class(phrase.head)
    found = None if thing else harm_beside(page, quantity, content)
    if found and (phrase.head is None or people_class(phrase.head) or quantity.unit == "percent"):
        measure, trigger = found
        if quantity.unit != "percent" and measure is Measure.RATE:
            measure = Measure.OTHER
        return Read(quantity, phrase, measure, trigger, 5)
    if found and phrase.head is not None and found[0] is not Measure.CASUALTIES:
        bodies = measured(phrase.head)
        if bodies:
            return Read(quantity, phrase, Measure(bodies), span_of(phrase.head), 4)
    return _plain(page, quantity, phrase, content)


def _his_own(node: Token) -> bool:
    """As in "a father of two", "mother of three young children": whom somebody has."""
    of = node.head
    parent = of.head if node.dep_ == "pobj" and of.lower_ == "of" else None
    return parent is not None and parent.lemma_.lower() in words("grounding", "parents")


def _of_a_name(node: Token) -> bool:
    """As in "was shot at Club 502", "on Loop 14": the number is part of the name before it."""
    name, after = node.head, following(node)
    glued = node.pos_ == "NUM" and node.dep_ == "nummod" and name.i == node.i - 1
    counts = after is not None and after.pos_ in ("VERB", "AUX")  # "In Gaza 14 were hurt"
    counts = counts and org_class(name.text) != "force"  # "Battalion 745 was there"
    return glued and name.pos_ == "PROPN" and not counts


def _names_one(node: Token) -> bool:
    """As in "X was one of the men held for the raid": who somebody is, not how many."""
    of_some = any(c.lower_ == "of" for c in node.children)
    said = node.dep_ in ("attr", "appos") or reduced(node)
    return node.lower_ == "one" and said and of_some


def _node(page: Page, quantity: Quantity, phrase: Counted) -> Token:
    """The word by which the number takes part in its sentence: its noun, or itself."""
    number = page.token_at(quantity.core[1] - 1)
    after = number.doc[behind(number) :][:1]
    if phrase.head is None or (after and after[0].lower_ == "of"):
        return number
    return phrase.head


def _bystanders(node: Token) -> bool:
    """Do they act, look on or go free: "killed by two men", "in front of his two sons"?"""
    if node.dep_ == "pobj" and node.head.dep_ == "agent":
        return True
    if node.dep_ == "pobj" and node.pos_ == "NOUN" and people_class(node):
        return node.head.lower_ in _SCENE or node.head.head.lower_ in ("front", "presence")
    verb = next((t for t in node.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or people_class(node) is None:
        return False
    there = verb.dep_ == "relcl" and any(c.tag_ == "WRB" for c in verb.children)
    if there and node.dep_ == "nsubj":
        return True  # "in a town where 300 people live"
    deeds = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.i == verb.i + 2)]
    whom = (c for deed in deeds for c in deed.children if c.dep_ == "dobj")
    acts = node.dep_ == "nsubj" and any(people_class(c) for c in whom)
    over = [verb, verb.head] if verb.head.lemma_ == "leave" else [verb]
    return acts or any(c.dep_ == "neg" for word in over for c in word.children)


def _plain(page: Page, quantity: Quantity, phrase: Counted, content: Span) -> Read:
    """What a number counts where no word of harm bears on it."""
    measure = _other(page, quantity, phrase, content)
    if _whole(_node(page, quantity, phrase)):
        return Read(quantity, phrase, measure, None, 1)
    if measure is Measure.OTHER and quantity.unit == "percent":
        return Read(quantity, phrase, Measure.RATE, None, 1)
    if measure is Measure.OTHER and phrase.head is None:
        return Read(quantity, phrase, measure, None, 0)
    weight = {Measure.OTHER: 1, Measure.EQUIPMENT: 3, Measure.STRENGTH: 3}.get(measure, 4)
    return Read(quantity, phrase, measure, None, weight)


def _elliptic(page: Page, mention: Mention, read: Read, before: Before, content: Span) -> Read:
    """A bare number takes its measure from the sentence so far, then from the figure before."""
    sentence = page.sentence(read.quantity.core[0])
    found = trigger(list(reversed(page.tokens((sentence[0], content[0])))))
    if found:
        return Read(read.quantity, read.phrase, *found, 3)
    left = page.tokens((sentence[0], read.quantity.core[0]))
    numbering = next((t for t in left if t.lemma_.lower() == "number" and t.pos_ == "VERB"), None)
    if numbering is not None:  # "The contingent numbered 900"
        return Read(read.quantity, read.phrase, Measure.STRENGTH, span_of(numbering), 3)
    sent = following(page.token_at(read.quantity.core[1] - 1))
    if sent and sent.tag_ == "VBN" and sent.lemma_.lower() in words("grounding", "strength_verbs"):
        return Read(read.quantity, read.phrase, Measure.STRENGTH, span_of(sent), 3)  # "2,050 sent"
    people = [t for t in left if people_class(t) and not inside(span_of(t), mention.source)]
    if people and people_class(people[-1]) in ("forces", "fighters", "peacekeepers"):
        return Read(read.quantity, read.phrase, Measure.STRENGTH, span_of(people[-1]), 3)
    body = _BODY.search(page.text, sentence[0], read.quantity.span[0])
    if body:
        return Read(read.quantity, read.phrase, Measure.STRENGTH, body.span("body"), 3)
    last = before.any
    if last is not None and near(page, last, content[0]) and _bare(page, read.quantity):
        return Read(read.quantity, read.phrase, last.figure.measure, last.figure.spans[0], 3)
    return read


def _bare(page: Page, quantity: Quantity) -> bool:
    """Is it a number alone, not "four small crates", "80 per cent complete", "the two sat down"?"""
    number, last = page.token_at(quantity.core[1] - 1), page.token_at(quantity.span[1] - 1)
    after = following(last)
    counts = after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ") and not after.is_punct
    doing = number.dep_ == "nsubj" and number.head.pos_ == "VERB"
    acts = doing and any(c.dep_ in ("dobj", "xcomp") for c in number.head.children)
    return not counts and not acts


def _share_of_before(page: Page, read: Read, before: Before) -> Read | None:
    """As in "two of them by accident", "among them four children": counted as the figure before."""
    last, at = before.any, read.quantity
    if last is None or (read.trigger is not None and read.measure is not Measure.CASUALTIES):
        return None
    part = of_them(page.text, at) or led_by(page.text, at, "among") or _counts_on(page, read, last)
    if not part or not near(page, last, at.core[0]):
        return None
    if last.figure.measure is Measure.OTHER:
        return None
    return Read(at, read.phrase, last.figure.measure, last.figure.spans[0], 3)


def _counts_on(page: Page, read: Read, last: Stated) -> bool:
    """As in "the deaths of 43 people: 17 civilians and 26 fighters"."""
    at, head = read.quantity.core[0], read.phrase.head
    start = page.sentence(at)[0]
    told = last.at >= start and last.figure.measure in PERSONS
    who = head is None or people_class(head) is not None
    return told and who and any(counts_on(t) for t in page.tokens((start, at)))


def _part(page: Page, quantity: Quantity) -> bool:
    """As in "14 hospitals, two of which are hotels": a part of the figure stated before."""
    return of_them(page.text, quantity) or led_by(page.text, quantity, "whom")


def unreadable(page: Page, mention: Mention) -> tuple[Reason, ...]:
    """Why a number of the statement gives no figure; empty where all can be read."""
    return tuple(
        Reason("figure", "", (span,), why)
        for part in mention.content
        for span, why in unread(page.text, part)
    )


def _priced(page: Page, read: Read) -> bool:
    """A price in a currency that is not known: "worth 300 quatloos"."""
    at = read.quantity.span[0]
    named = read.phrase.head is not None and not counts_thing(read.phrase.head)
    paid = _PRICE.search(page.text, max(0, at - 24), at)
    return read.measure is Measure.OTHER and named and paid is not None


def _no_word(read: Read) -> Token | None:
    """What is counted, where it is no word at all: "300 zorkmids were delivered"."""
    head = read.phrase.head
    if read.measure is not Measure.OTHER or head is None or not head.text.islower():
        return None
    return None if people_class(head) or known_noun(head) else head


def _unit(read: Read) -> str:
    if read.quantity.unit:
        return read.quantity.unit
    return "person" if read.measure in PERSONS else "item"


def figure_of(
    page: Page,
    mention: Mention,
    before: Before,
    known: dict[str, str],
    where: Sequence[Place] = (),
) -> Stated | None:
    """The figure a mention states, ``None`` where it states none.

    Of several numbers the one with the plainest measure counts, then the first. ``before`` is the
    last figure stated in the document; ``known`` maps place names of the document to themselves;
    ``where`` are the places the statement is about.
    """
    reads: list[tuple[Read, Span]] = []
    content = (mention.content[0][0], mention.content[-1][1])
    for quantity in page.quantities_near(content):
        if inside(quantity.core, mention.content) and not (reads and _part(page, quantity)):
            read = _read(page, quantity, content)
            part = _share_of_before(page, read, before) if read else None
            if part:
                read = part
            elif read and read.weight == 0:
                read = _elliptic(page, mention, read, before, content)
            if read and read.weight > 0:
                reads.append((read, content))
    named = listed(page, mention, before)
    if named:
        of_them = Read(as_quantity(named), _named(named), *named.fate, 5)
        sums = any(inside(read.quantity.core, (named.span,)) for read, _ in reads)
        counted_too = [read.quantity.low or 0 for read, _ in reads if read.weight == 6]
        coined = named.fate[1] == named.span  # "a double murder-suicide left three dead"
        coined = coined and max(counted_too, default=0) >= named.number
        weight = 7 if sums else 6 if named.number > 1 and not coined else 4
        reads.append((replace(of_them, weight=weight), content))
    if not reads:
        return None
    read, _ = max(reads, key=lambda pair: (pair[0].weight, -pair[0].quantity.span[0]))
    read = _with_the_doer(page, read)
    quantity = read.quantity
    if quantity.low is None and quantity.high is None and read.measure is Measure.OTHER:
        return None
    group, rule = (None, "")
    if read.measure is not Measure.MONEY or read.phrase.head is not None:
        group, rule = whose(Case(page, mention, read, before, known, where))
    if read.measure in (Measure.MONEY, Measure.OTHER):
        group, rule = None, ""
    if read.measure is Measure.MONEY:
        group, rule = payees(Case(page, mention, read, before, known, where))
    living = rest(page, read)
    gone = died(page, read) if living is None else None
    return _stated(page, read, group, rule, living or gone)


def _with_the_doer(page: Page, read: Read) -> Read:
    """As in "took the death toll to five plus the gunman": six."""
    at = read.quantity
    end = besides(page.text, at.core[1]) if read.measure is Measure.KILLED else None
    if end is None or at.low is None or at.low != at.high:
        return read
    return replace(
        read, quantity=replace(at, low=at.low + 1, high=at.low + 1, span=(at.span[0], end))
    )


def _named(found: Listed) -> Counted:
    """The noun phrase of a lone victim ("an Ethiopian soldier"); a list of several has none."""
    if found.number != 1 or people_class(found.head) is None:
        return Counted((), None, found.span[1])
    words_of = tuple(t for t in found.head.subtree if t.i <= found.head.i and t.dep_ != "det")
    return Counted(words_of, found.head, found.span[1])


def _stated(page: Page, read: Read, group: str | None, rule: str, living: Rest | None) -> Stated:
    quantity = living.quantity if living else read.quantity
    measure = living.measure if living else read.measure
    sentence = page.text[slice(*page.sentence(quantity.core[0]))]
    spans = (quantity.span, read.trigger) if read.trigger else (quantity.span,)
    spans = (*spans, living.dead) if living else spans
    priced = _priced(page, read)
    figure = Figure(
        measure=measure,
        low=quantity.low,
        high=quantity.high,
        unit="" if priced else _unit(read),
        group=group,
        qualifier=quantity.qualifier,
        cumulative=True if _CUMULATIVE.search(sentence) else None,
        spans=spans,
    )
    reasons = [Reason("figure", page.text[slice(*quantity.span)], (quantity.span,), "quantity")]
    nameless = None if priced else _no_word(read)
    if nameless is not None:
        figure = replace(figure, unit="")
        reasons.append(Reason("figure.unit", "", (span_of(nameless),), "a unit no dictionary has"))
    if priced:
        end = read.phrase.end
        reasons.append(Reason("figure.unit", "", ((quantity.core[1], end),), "unknown currency"))
    if living:
        words_of = page.text[slice(*living.dead)]
        reasons.append(Reason("figure", words_of, (living.dead,), living.why))
    if read.trigger:
        reasons.append(Reason("figure.measure", measure.value, (read.trigger,), "measure word"))
    head = read.phrase.head
    if group or rule:
        where = (span_of(head),) if head is not None else (quantity.span,)
        reasons.append(Reason("figure.group", group or "", where, rule))
    return Stated(figure, tuple(reasons), quantity.span[0])
