"""Whom or what a number counts: the noun phrase after it, and whose it is.

A group is named by a country's adjective and a class ("Ruritanian forces", "Ruritanian
civilians"), or by the proper name it stands in ("servicemen of the X Army" are the X Army).
Pronouns ("its servicemen") are the asserter's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from twosource.grounding.armed_names import named_before
from twosource.grounding.gazetteer import lookup
from twosource.grounding.page import Page, touches
from twosource.lexicon import rows, table, words
from twosource.model import Measure, Span
from twosource.reading.syntax import following

_BORE = re.compile(r"[0-9]+(?:[.,][0-9]+)?[\s-]?(?:mm|cm|millimet\w+|calib\w+)\b", re.IGNORECASE)
_RAISED = frozenset(("recruited", "based", "trained", "drawn", "originating", "raised"))
OWN = frozenset(("its", "their", "our", "his", "her", "my"))


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase a number belongs to: its tokens and its head, ``None`` where elliptic."""

    tokens: tuple[Token, ...]
    head: Token | None
    end: int


@cache
def _adjectives() -> dict[str, str]:
    """Country or region (case-folded) to its adjective."""
    found: dict[str, str] = {}
    for word, place, _ in rows("grounding", "demonyms"):
        known = found.get(place.casefold())
        if known is None or (known[-1] not in "nehs" and word[-1] in "nehs"):
            found[place.casefold()] = word
    return found


@cache
def _by_code(place: str) -> str | None:
    """The adjective of a country under another of its names: Britain, Burma."""
    entries = lookup(place)
    if not entries or entries[0].sort != "country":
        return None
    words_of = [
        word for word, _, code in rows("grounding", "demonyms") if code == entries[0].country
    ]
    return next((word for word in words_of if word[-1] in "nehs"), None)


@cache
def _countries() -> frozenset[str]:
    """Case-folded names of countries and regions that have an adjective."""
    return frozenset(place.casefold() for _, place, _ in rows("grounding", "demonyms"))


def people_class(token: Token) -> str | None:
    """The class of a noun for people ("forces", "civilians"), ``None`` for others."""
    if token.lower_ in ("old", "olds") and _aged(token):
        return "people"
    classes = table("grounding", "people")
    acts = token.pos_ in ("VERB", "AUX")  # "recruited" is no recruit
    found = classes.get(token.lower_) or (None if acts else classes.get(token.lemma_.lower()))
    if found is None and token.pos_ == "PROPN":
        found = classes.get(token.lower_.removesuffix("s"))  # "20 Marines"
    if found is None and token.text[:1].isupper():
        return "people" if of_a_people(token) else None
    return found


def of_a_people(token: Token) -> bool:
    """As in "12 Ruritanians", "a Ruritanian was shot"."""
    one = token.pos_ in ("PROPN", "NOUN") and any(c.lower_ in ("a", "an") for c in token.children)
    name = token.lower_ if one else token.lower_[:-1] if token.lower_[-1:] == "s" else ""
    return name in table("grounding", "demonyms")


def _aged(token: Token) -> bool:
    """As in "killed an 18-year-old", "two six-year-olds": the age is the noun."""
    whole = token.dep_ not in ("amod", "compound") and token.i > 1
    return whole and token.nbor(-1).is_punct and token.nbor(-2).lower_ == "year"


def counts_thing(token: Token) -> bool:
    """Is the noun a thing armies count."""
    names = words("grounding", "equipment")
    return token.lemma_.lower() in names or token.lower_.removesuffix("s") in names


def measured(token: Token) -> str | None:
    """The measure a word names ("killed"), ``None`` where it names none."""
    names = table("grounding", "measures")
    if token.tag_ == "NNS" and token.lower_.removesuffix("s") in _participles():
        return None  # "ten shots were fired"
    if token.pos_ != "VERB" and participle(token):
        return names.get(token.lemma_.lower()) if token.lemma_ != token.lower_ else None
    return names.get(token.lower_) or names.get(token.lemma_.lower())


def participle(token: Token) -> bool:
    """Is it a participle with the form of a noun: "shot"?"""
    return token.lower_ in _participles()


@cache
def _participles() -> frozenset[str]:
    return frozenset(row[0] for row in rows("grounding", "measures") if "verb" in row[2:])


def _in_phrase(token: Token) -> bool:
    if token.pos_ in ("NOUN", "PROPN", "ADJ") and measured(token) is None:
        return True
    if token.lower_ in OWN or token.lower_ in ("more", "other", "the", "'s", "’s", "-", "so", "–"):
        return True
    if token.text[:1].isupper() and token.text[-1:].isdigit():
        return True  # a type: "F-16", "Antonov-124"
    after = following(token)
    follows = after is not None and after.pos_ in ("NOUN", "ADJ")
    clause = token.dep_ == "acl"  # "four people having dinner"
    return token.tag_ in ("VBN", "VBG") and follows and not clause and measured(token) is None


def behind(number: Token) -> int:
    """Where the words after a number begin, past its digits in "five (5) persons"."""
    again = number.doc[number.i + 1 : number.i + 4]
    repeated = len(again) == 3 and again[0].text == "(" and again[1].like_num
    return again.end if repeated and again[2].text == ")" else number.i + 1


def counted(page: Page, core: Span) -> Counted:
    """Read the noun phrase that follows a number: "87 of its servicemen", "six villages"."""
    doc = page.parsed.doc
    at = behind(page.token_at(core[1] - 1))
    limit = min(len(doc), at + 12)
    if (at < limit and doc[at].text in ("%", "percent")) or doc[min(at, limit - 1)].lower_ == "per":
        at += 2 if doc[at].lower_ == "per" else 1
    bore = _BORE.match(page.text, doc[at].idx) if at < limit else None
    if bore:  # "two 82-mm mortars"
        at = page.token_at(bore.end() - 1).i + 1
    if at + 1 < limit and doc[at].is_quote:
        at += 1  # '"dozens" of fighters'
    part = at < limit and doc[at].lower_ == "of"
    at += part
    found: list[Token] = []
    if doc[min(at, limit - 1)].lower_ == "the":
        limit = at if _counting(doc, at + 1, limit) else limit
    while at < limit and (_in_phrase(doc[at]) or (part and doc[at].like_num)):
        if found and _dated(page, doc[at]):
            break  # "killed two others Saturday", "hurt six people last week"
        found.append(doc[at])
        at += 1
    nouns = [t for t in found if t.pos_ in ("NOUN", "PROPN") or people_class(t)]
    if nouns and nouns[-1].dep_ == "compound" and not people_class(nouns[-1]):
        dead = at < len(doc) and measured(doc[at]) == Measure.KILLED  # "87 enemy bodies"
        nouns = [] if dead else nouns
    end = found[-1].idx + len(found[-1]) if found else core[1]
    return Counted(tuple(found), nouns[-1] if nouns else None, end)


def _counting(doc: Doc, at: int, limit: int) -> bool:
    """As in "brings to 15 the number of journalists killed": the words that name the count."""
    return at < limit and doc[at].lower_ in ("number", "toll", "total", "tally", "count")


def _dated(page: Page, token: Token) -> bool:
    at = (token.idx, token.idx + len(token))
    return touches(at, tuple(timex.span for timex in page.times_near(at)))


def _owner(token: Token) -> str | None:
    """The proper name after "of the" or "from": "of the so-called Ruritanian army"."""
    doc = token.doc
    at = token.i + 1
    raised = at < len(doc) and doc[at].lower_ in _RAISED
    at += raised
    if at >= len(doc) or doc[at].lower_ not in ("of", "from", "in"):
        return None
    word = doc[at].lower_
    moved = table("grounding", "kinds").get(doc[at].head.lemma_.lower()) == "deployment"
    if word == "from" and moved and doc[at].head.pos_ == "VERB":
        return None  # "send 250 men | from Chad"
    if word == "in" and not raised:
        return None  # "soldiers in Goma" need not be Goma's
    at += 1
    found: list[str] = []
    while at < len(doc) and len(found) < 7:
        here = doc[at]
        if here.pos_ == "PROPN" or (
            found and here.lower_ in ("army", "force", "forces", "of", "-")
        ):
            found.append(here.text_with_ws)
        elif here.lower_ not in ("the", "so", "-", "called", "northern", "southern", "’", "'"):
            break
        at += 1
    if word == "from" and at < len(doc) and doc[at].lower_ == "to":
        return None  # moved from there, not of there
    name = "".join(found).strip().removesuffix(" of")
    return f"{word} {name}" if name else None


def named_group(place: str, sort: str) -> str:
    """Join "Ruritania" and "forces" to "Ruritanian forces".

    Where a place has no adjective its name serves ("Gaza civilians"), one of several words after
    "in" ("civilians in Tierra Alta").
    """
    adjective = _adjectives().get(place.casefold()) or _by_code(place)
    if adjective is None and sort == "civilians" and not place.isalpha():
        return f"civilians in {place}"
    return f"{adjective or place} {sort}"


def nationality(
    tokens: tuple[Token, ...] | list[Token], known: dict[str, str] | None = None
) -> str | None:
    """The country or region whose adjective or name stands among some tokens.

    ``known``: place names of the document, case-folded, to the name as written.
    """
    places = table("grounding", "demonyms")
    for at, first in enumerate(tokens):
        pair = f"{first.lower_} {tokens[at + 1].lower_}" if at + 1 < len(tokens) else ""
        if pair in places:
            return places[pair]
        if pair in _countries() and first.text[:1].isupper():
            return f"{first.text} {tokens[at + 1].text}"
        if first.lower_ in places and first.text[:1].isupper():
            return places[first.lower_]
    for token in tokens:
        if token.text[:1].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN"):
            if known and token.lower_ in known:
                return known[token.lower_]
            entries = lookup(token.text)
            if entries and entries[0].everyday and entries[0].sort != "town":
                return token.text
    return None


def asserter_place(name: str | None, known: dict[str, str]) -> str | None:
    """The country in an asserter's name: "Ruritania's Prosecutor General's Office"."""
    if not name:
        return None
    bare = name.replace("’", "'").replace("'s", "")
    pieces = bare.split()
    places = table("grounding", "demonyms")
    for size in (3, 2, 1):
        for at in range(len(pieces) - size + 1):
            piece = " ".join(pieces[at : at + size])
            if piece.casefold() in places:
                return places[piece.casefold()]
            if piece.casefold() in _countries() and piece[:1].isupper():
                return piece
            if piece.casefold() in known:
                return known[piece.casefold()]
    return None


def group_of(
    phrase: Counted, asserter: str | None, home: str | None, force: bool, known: dict[str, str]
) -> tuple[str | None, str]:
    """The group of a counted noun phrase and the rule that named it.

    ``home`` is the asserter's country; ``force`` says that the asserter is itself armed.
    """
    head = phrase.head
    if head is None:
        return None, "elliptic"
    if of_a_people(head):
        return _people(head.text), "name of a people"
    sort = people_class(head)
    if sort is None:
        place = nationality(phrase.tokens, known) if counts_thing(head) else None
        return (named_group(place, "forces"), "whose things") if place else (None, "no people")
    owners = (*phrase.tokens, *(c for c in head.children if c.dep_ == "poss"))
    if any(token.lower_ in OWN for token in owners):
        doer = _doer(head, known)
        if force and asserter and not doer:
            return asserter, "own, said by the force"
        place = doer or home
        rule = "its own, who does it" if doer else "own" if home else "own, whose?"
        return named_group(place, sort) if place else None, rule
    owner = _owner(head)
    if owner and owner.startswith("of ") and sort in ("forces", "fighters", "people"):
        return owner[3:], "of a named body"
    body = named_before(phrase.tokens, head, sort)
    if body is not None:
        return body, "named with the noun"
    from_there = owner.split(" ", 1)[1] if owner and not owner.startswith("of ") else None
    place = nationality([t for t in phrase.tokens if t.i != head.i], known) or from_there
    if place:
        return named_group(place, _sort_of(head, sort)), "named with the noun"
    if sort in ("civilians", "people") and home:
        return named_group(home, "civilians") if sort == "civilians" else None, "the asserter's"
    side = _side(head, asserter if force else None, known) if sort == "forces" else None
    if side is not None:
        return side
    plain = ("people", "civilians", "forces")
    return (sort, "class only") if sort not in plain else (None, "class only")


def _people(name: str) -> str:
    """A people by the name of one of them: "Ruritanians"; some names do not change."""
    return name if name.endswith(("s", "ese", "sh", "ch")) else f"{name}s"


def _sort_of(head: Token, sort: str) -> str:
    """Several "Ruritanian men" are a force unless told otherwise, "a Ruritanian man" is none."""
    one = head.tag_ in ("NN", "NNP")
    return sort if sort != "people" else "civilians" if one else "forces"


def _doer(head: Token, known: dict[str, str]) -> str | None:
    """The nation that does something with its own: "Chad lost 40 of | its soldiers"."""
    verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if who is None or who.i > head.i or who.pos_ == "PRON":
        return None
    return nationality(list(who.subtree), known)


def _side(head: Token, armed_asserter: str | None, known: dict[str, str]) -> tuple[str, str] | None:
    """Whose soldiers: of who lost them, else of the force that speaks, if nobody else did."""
    loser = _loser(head)
    whose = _group_of_loser(loser, known) if loser is not None else None
    if whose:
        return whose, "who lost them"
    if armed_asserter and (loser is None or _is_asserter(loser, armed_asserter)):
        return armed_asserter, "said by the force"
    return None


def _loser(head: Token) -> Token | None:
    """The subject of "lost" or "suffered" above a noun: "Ruritania has lost 90 servicemen"."""
    losing = ("lose", "suffer")
    verb = next((a for a in head.ancestors if a.lemma_.lower() in losing), None)
    if verb is None:  # the parse may hang the object elsewhere: the last verb of losing before it
        left = head.doc[head.sent.start : head.i]
        verb = next((t for t in reversed(left) if t.lemma_.lower() in losing), None)
    return None if verb is None else next((c for c in verb.children if c.dep_ == "nsubj"), None)


def _group_of_loser(subject: Token, known: dict[str, str]) -> str | None:
    """The body a subject names ("the contingent of the Border Guard"), or its nation's forces."""
    words_of = list(subject.subtree)
    part = next((c for c in subject.children if c.lower_ == "of"), None)
    whole = next((c for c in part.children if c.dep_ == "pobj"), None) if part else None
    named = subject.pos_ == "NOUN" and whole is not None and whole.pos_ == "PROPN"
    if named and whole is not None and whole.ent_type_ != "GPE" and whole.lower_ not in known:
        name = [t for t in whole.subtree if t.dep_ != "det" and t.i <= whole.i]
        return "".join(t.text_with_ws for t in name).strip()
    place = nationality(words_of, known) or next(
        (t.text for t in words_of if t.pos_ == "PROPN" and t.ent_type_ == "GPE"), None
    )
    return named_group(place, "forces") if place else None


def _is_asserter(subject: Token, asserter: str) -> bool:
    """A pronoun, or a noun of the asserter's own name ("the army lost …, the army said")."""
    return subject.pos_ == "PRON" or subject.lower_ in asserter.casefold().split()
