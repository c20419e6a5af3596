"""Which words of a text name places: the gazetteer proposes, the words around decide.

The parser's own labels are one witness among others (it calls Kursk a product). A capitalised name
counts as a place where the gazetteer knows it and its surroundings do not make a person or an
organisation of it, or where the syntax says so ("the village of X", "X district") although the
gazetteer does not know it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from twosource.grounding import calendars as cal
from twosource.grounding.gazetteer import Entry, fold, lookup, respelt
from twosource.lexicon import rows, words
from twosource.model import Precision, Span

LONGEST = 6  # tokens of a name: "Democratic Republic of the Congo"
GEOGRAPHIC = ("GPE", "LOC", "FAC")
ACRONYM = 3  # letters of a name in capitals that is no town's
KNOWN_TOWN = 100_000  # inhabitants from which a bare name is taken for the town


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text, its candidates, and what the words around say about it.

    ``container`` is the name after a comma ("Paris, Texas"); ``precision`` what a word beside it
    says ("district"); ``first``/``last`` are its tokens.
    """

    span: Span
    name: str
    candidates: tuple[Entry, ...]
    first: int
    last: int
    precision: Precision | None = None
    container: str | None = None
    embedded: bool = False  # part of the name of an organisation: "Kyiv School of Economics"
    label: str = ""  # "before" what happened there, or "alone" on a line above it


@cache
def role(name: str) -> dict[str, str]:
    """Words of ``place_words.tsv`` that play a role, with what the third column says of them."""
    return {row[0]: row[2] for row in rows("grounding", "place_words") if row[1] == name}


@cache
def feature_words() -> frozenset[str]:
    """Words for sorts of places: "town", "province"."""
    return frozenset({*role("feature"), *role("division")})


@cache
def _never() -> frozenset[str]:
    calendar = {*cal.words("month"), *cal.words("weekday"), *cal.words("holiday")}
    return frozenset({*role("not"), *calendar, *words("grounding", "demonyms")})


@cache
def _peoples() -> frozenset[str]:
    """First words of the names of peoples that have several: "Sri" of "Sri Lankan"."""
    several = (row[0].casefold().split() for row in rows("grounding", "demonyms"))
    return frozenset(" ".join(parts[:2]) for parts in several if len(parts) > 1)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or (token.text[:1] in "’'‘" and token.text[1:2].isupper())


def _inner_capital(text: str) -> bool:
    """Is it an abbreviation like "MoD", which no town is written as?"""
    plain = text.removeprefix("Mc").removeprefix("Mac")
    return not text.isupper() and text.isalpha() and any(c.isupper() for c in plain[1:])


def _joins(token: Token) -> bool:
    """May this token stand inside a name: "Rostov-on-Don", "Chasiv Yar", "Republic of Ireland"."""
    return _capital(token) or token.lower_ in ("-", "of", "the", "and", "on", "al", "el", "de", "–")


def _longest(doc: Doc, at: int) -> tuple[int, tuple[Entry, ...]] | None:
    """The longest name of the gazetteer that starts at a token: its end and its candidates."""
    end = at
    while end < min(len(doc), at + LONGEST) and _joins(doc[end]):
        end += 1
    for stop in range(end, at, -1):
        last = doc[stop - 1]
        if not (_capital(last) or (last.is_alpha and stop - at > 2 and last.text != last.lower_)):
            continue
        text = doc[at:stop].text
        if stop < len(doc) and f"{last.lower_} {doc[stop].lower_}" in _peoples():
            continue
        if stop - at == 1 and _inner_capital(text):
            continue
        if stop - at == 1 and (text.casefold().rstrip(".") in _never() or len(text) < 2):
            continue
        if stop < len(doc) and not doc[stop - 1].whitespace_ and doc[stop].text in ("-", "–"):
            continue
        found = lookup(text)
        if text.isupper() and len(text) <= ACRONYM:  # "EU" is no town in Normandy
            found = tuple(entry for entry in found if entry.everyday)
        if found:
            return stop, found
    return None


def _sure(entries: tuple[Entry, ...]) -> bool:
    """A country, state or sea under its own name."""
    return entries[0].sort in ("country", "area") or (
        entries[0].sort == "region" and entries[0].country in ("US", "CA", "GB", "AU")
    )


def _person(doc: Doc, at: int, stop: int) -> bool:
    """Is the name part of a longer name that is no place: "John Paris", "Paris Hilton"."""
    before, after = doc[at - 1] if at else None, doc[stop] if stop < len(doc) else None
    if (
        after is not None
        and after.pos_ == "PROPN"
        and _capital(after)
        and doc[stop - 1].whitespace_
    ):
        return after.lower_ not in role("division") and after.ent_type_ not in GEOGRAPHIC
    return bool(
        before is not None
        and before.pos_ == "PROPN"
        and _capital(before)
        and before.whitespace_
        and before.lower_.rstrip(".") not in role("before")
        and not lookup(before.text)
    )


def _begins_longer(doc: Doc, stop: int) -> bool:
    """Does the name go on beyond what the gazetteer knows of it: "Abu Shouk"?"""
    if stop >= len(doc) or not doc[stop - 1].whitespace_ or not _capital(doc[stop]):
        return False
    after = doc[stop]
    longer = after.ent_iob_ == "I" and after.ent_type_ in GEOGRAPHIC and after.pos_ == "PROPN"
    return longer and after.lower_ not in role("division")


def _located(doc: Doc, at: int) -> bool:
    """Does the word before make a place of a name: "in X", "village of X"."""
    before = doc[at - 1] if at else None
    if before is None:
        return False
    if before.lower_ == "of" and at > 1:
        return doc[at - 2].lower_ in role("feature") or doc[at - 2].lower_ in role("before")
    if before.text == "," and at > 1:  # "the capital, X"
        return doc[at - 2].lower_ in role("feature")
    return before.lower_ in role("before") or before.lower_ in role("feature")


def _river(doc: Doc, at: int) -> bool:
    """Does a locative word with an article stand before it: "near the X"?"""
    return at > 1 and doc[at - 1].lower_ == "the" and doc[at - 2].lower_ in role("before")


def _taken(token: Token) -> bool:
    """Is the name what armies take, leave or shell: "entered X", "X was shelled"."""
    verb = token.head
    return token.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in role("takes")


def _fallen(token: Token) -> bool:
    """Is the name said to be in a state only ground is in: "was in rebel hands", "under fire"?"""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return any(
        child.dep_ == "pobj" and child.lemma_.lower() in role("fate")
        for prep in token.head.children
        if prep.dep_ == "prep"
        for child in prep.children
    )


def _division(doc: Doc, stop: int) -> str | None:
    """The precision that the word after a name gives it, also in "X and Y districts"."""
    at = stop
    if at < len(doc) and doc[at].lower_ in ("'s", "’s"):
        at += 1
    if at < len(doc) and doc[at].lower_ in role("division"):
        return role("division")[doc[at].lower_]
    for _ in range(4):  # "X, Y and Z districts"
        if at + 2 >= len(doc) or doc[at].lower_ not in ("and", "or", ","):
            return None
        at += 1
        while at + 1 < len(doc) and _capital(doc[at]):
            at += 1
        word = doc[at].lower_
        if word in role("division"):
            return role("division")[word] if word.endswith("s") else None
    return None


def _facility(doc: Doc, stop: int) -> str | None:
    """The precision that a word for a spot after a name gives it: "X air base", "the X valley"."""
    for at in range(stop, min(stop + 2, len(doc))):
        if doc[at].lower_ in role("facility") and doc[at].text.islower():
            return role("facility")[doc[at].lower_]
        if doc[at].pos_ not in ("NOUN", "ADJ") or not doc[at].text.islower():
            break
    return None


def _container(doc: Doc, stop: int) -> tuple[str, int] | None:
    """The place after a comma: "Paris, Texas", "Vardenis, inside Armenia"."""
    at = stop
    if at >= len(doc) or doc[at].text not in (",", "(", "in"):
        return None
    at += doc[at].text != "in"
    if at < len(doc) and doc[at].lower_ in ("in", "inside"):
        at += 1
    if at < len(doc) and _capital(doc[at]):
        found = _longest(doc, at)
        if found and found[1][0].sort in ("country", "area", "region"):
            return doc[at : found[0]].text, found[0]
    return None


def _told(token: Token) -> bool:
    """Is it who was told or asked, as only an outlet or a person is: "an official told Saba"?"""
    return token.dep_ in ("dobj", "dative") and token.head.lemma_.lower() in ("tell", "inform")


def _accept(doc: Doc, at: int, stop: int, entries: tuple[Entry, ...]) -> bool:
    if stop < len(doc) and doc[stop].lower_ in role("other") and _capital(doc[stop]):
        return False
    tokens = doc[at:stop]
    if _begins_longer(doc, stop) and not (_sure(entries) or _large(entries, tokens.text)):
        return False
    labels = {token.ent_type_ for token in tokens}
    person = "PERSON" in labels
    named = _person(doc, at, stop)
    if _division(doc, stop) or _located(doc, at):
        return not (person and named)
    if _told(tokens[-1]) and not _sure(entries):
        return False
    if (_taken(tokens[-1]) or _fallen(tokens[-1])) and not named:
        return True
    if _sure(entries):
        return not person and (not named or bool(labels & {"ORG", *GEOGRAPHIC, "NORP"}))
    if not all(token.pos_ in ("PROPN", "PUNCT", "ADP", "DET", "CCONJ", "NOUN") for token in tokens):
        return False
    if tokens[-1].lower_ in role("division") and stop - at > 1:
        return not person
    if named or person:
        return False
    if labels & set(GEOGRAPHIC) or (_container(doc, stop) and doc[stop].text != "in"):
        return True
    if tokens[0].i == tokens[0].sent.start:
        return False
    return _large(entries, tokens.text)


def _large(entries: tuple[Entry, ...], name: str) -> bool:
    own = [entry.people for entry in entries if fold(entry.name) == fold(name)]
    return bool(own) and max(own) >= KNOWN_TOWN


def _embedded(doc: Doc, at: int, stop: int) -> bool:
    """Does an organisation's name hold this one: a label, not where something happened."""
    after = doc[stop] if stop < len(doc) else None
    if any(token.ent_type_ == "ORG" for token in doc[at:stop]):
        before = doc[at - 1] if at and doc[at - 1].pos_ != "DET" else None
        beyond = [t for t in (after, before) if t is not None and not t.is_punct]
        return any(t.ent_type_ == "ORG" and t.tag_ != "POS" for t in beyond)
    return False


def _precision(doc: Doc, at: int, stop: int) -> Precision | None:
    named = _division(doc, stop)
    if named:
        return Precision(named)
    if at > 1 and doc[at - 1].lower_ == "of" and doc[at - 2].lower_ in role("feature"):
        return Precision(role("feature")[doc[at - 2].lower_])
    return None


def _proposals(doc: Doc) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """Every longest gazetteer name, left to right, whatever its surroundings."""
    at = 0
    while at < len(doc):
        found = _longest(doc, at) if _capital(doc[at]) else None
        if found:
            yield at, *found
        at = found[0] if found else at + 1


def _setting(
    doc: Doc, proposals: list[tuple[int, int, tuple[Entry, ...]]], accepted: list[bool]
) -> frozenset[str]:
    """Countries the text is set in: named by adjective, or the only home of a name accepted."""
    found = Counter(
        entries[0].country
        for (_, _, entries), yes in zip(proposals, accepted, strict=True)
        if yes and len({entry.country for entry in entries}) == 1
    )
    codes = {row[0].casefold(): row[2] for row in rows("grounding", "demonyms")}
    found.update(codes.get(token.lower_, "") for token in doc if token.text[:1].isupper())
    return frozenset(code for code, times in found.items() if code and times >= 2)


def _coherent(
    doc: Doc, at: int, stop: int, entries: tuple[Entry, ...], setting: frozenset[str]
) -> bool:
    """Is this a town of a country the text is set in, standing as a name of its own?

    Countries whose towns bear the surnames of half the world (United States, Britain and so on)
    give no such evidence.
    """
    tokens = doc[at:stop]
    if len(tokens.text) < 4 or _person(doc, at, stop) or not all(t.pos_ == "PROPN" for t in tokens):
        return False
    if any(token.ent_type_ in ("PERSON", "NORP") for token in tokens) and not _governed(tokens[-1]):
        return False
    return any(e.country in setting and e.country not in _SURNAMES for e in entries)


_SURNAMES = frozenset(("US", "GB", "CA", "AU", "NZ", "IE"))
_GOVERNING = frozenset(("dobj", "pobj", "nsubjpass", "compound"))


def _governed(token: Token) -> bool:
    return token.dep_ in _GOVERNING and token.head.ent_type_ != "PERSON"


def _known(doc: Doc) -> Iterator[Toponym]:
    """Names accepted where they stand, or accepted elsewhere in the text and no person here."""
    proposals = list(_proposals(doc))
    accepted = [_accept(doc, *proposal) for proposal in proposals]
    setting = _setting(doc, proposals, accepted)
    accepted = [
        yes or _coherent(doc, *proposal, setting)
        for yes, proposal in zip(accepted, proposals, strict=True)
    ]
    names = {fold(doc[a:s].text) for (a, s, _), yes in zip(proposals, accepted, strict=True) if yes}
    done = 0
    for (at, stop, entries), yes in zip(proposals, accepted, strict=True):
        if at < done:
            continue
        if not yes:
            labels = {token.ent_type_ for token in doc[at:stop]}
            if fold(doc[at:stop].text) not in names or "PERSON" in labels:
                continue
        done = stop
        last = doc[stop - 1]
        span = (doc[at].idx, last.idx + len(last))
        container = _container(doc, stop)
        yield Toponym(
            span,
            doc[at:stop].text,
            entries,
            at,
            stop - 1,
            _precision(doc, at, stop),
            container[0] if container else None,
            _embedded(doc, at, stop),
        )


def _unknown(doc: Doc, taken: set[int]) -> Iterator[Toponym]:
    """Names no gazetteer has that syntax makes places: "the village of X", "X district".

    Once so introduced, the same name is the place elsewhere in the text as well.
    """
    first = list(_introduced(doc, taken, frozenset()))
    again = frozenset(t.name for t in first)
    yield from _introduced(doc, taken, again) if again else first


def _introduced(doc: Doc, taken: set[int], again: frozenset[str]) -> Iterator[Toponym]:
    at = 0
    while at < len(doc):
        token = doc[at]
        if at in taken or not _capital(token) or token.pos_ != "PROPN":
            at += 1
            continue
        stop = at + 1
        while (
            stop < len(doc)
            and stop not in taken
            and doc[stop].pos_ == "PROPN"
            and _capital(doc[stop])
        ):
            stop += 1
        geographic = all(t.ent_type_ in GEOGRAPHIC for t in doc[at:stop])
        precision = _precision(doc, at, stop)
        blocked = doc[at:stop].text.casefold() in _never() or len(doc[at:stop].text) < 3
        located = (geographic or precision) and (_located(doc, at) or _river(doc, at))
        labels = {t.ent_type_ for t in doc[at:stop]}
        if _taken(doc[stop - 1]) and not labels & {"PERSON", "ORG", "NORP", "DATE"}:
            located = True
        spot = _facility(doc, stop)
        if spot and not any(t.ent_type_ in ("PERSON", "NORP") for t in doc[at:stop]):
            precision, located = precision or Precision(spot), True
        if not blocked and (located or doc[at:stop].text in again):
            last = doc[stop - 1]
            span = (token.idx, last.idx + len(last))
            name = doc[at:stop].text
            container = _container(doc, stop)
            yield Toponym(
                span,
                name,
                respelt(name),
                at,
                stop - 1,
                precision,
                container[0] if container else None,
            )
        at = stop


def toponyms(doc: Doc) -> tuple[Toponym, ...]:
    """Every place name of a parsed text, in order, without overlaps."""
    known = list(_known(doc))
    taken = {i for t in known for i in range(t.first, t.last + 1)}
    return tuple(sorted((*known, *_unknown(doc, taken)), key=lambda t: t.span))
