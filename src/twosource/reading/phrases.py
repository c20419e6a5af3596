"""What a noun phrase with its appositions says about who is meant."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from twosource.lexicon import table, words
from twosource.reading.noun_phrase import PREPOSITIONS, noun_phrase
from twosource.reading.nouns import capital, carrier, org_class, role_of
from twosource.reading.offices import with_office
from twosource.reading.phrase import Phrase, org_name
from twosource.reading.states import fold

_RELATIVE = frozenset(["who", "whom", "whose", "which", "that", "where"])
_READ = frozenset(verb for verb, sort in table("reading", "relays").items() if sort == "reads")
_OPENERS = frozenset("\"“”„«»'‘’-–—([")


def read_phrase(doc: Doc, start: int, end: int) -> Phrase | None:
    """Read the tokens ``start:end`` as a noun phrase with its appositions."""
    tokens = [t for t in doc[start:end] if not t.is_space]
    while tokens and (tokens[0].is_punct or tokens[0].text in _OPENERS):
        tokens = tokens[1:]
    while len(tokens) > 1 and _unspoken(tokens[0]):
        tokens = tokens[1:]
    if not tokens:
        return None
    segments, restricted, by = _segments(tokens)
    read = [with_office(doc, p) for s in segments if (p := noun_phrase(s)) is not None]
    if not read:
        return None
    whole = read[0]
    for other in read[1:]:
        whole = _join(whole, other)
    if whole.person and fold(whole.person) in words("reading", "calendar_words"):
        return None
    read_only = whole.org and any(t.lemma_ in _READ for t in tokens)  # "an EU memo seen by us"
    if by is not None and whole.carrier and whole.belongs is None and not read_only:
        whole = replace(whole, belongs=by)
    return replace(whole, restricted=restricted) if restricted else whole


def _unspoken(token: Token) -> bool:
    """Does it stand before the one who speaks: "On 3 November | Chad's ministry", "both | …"?"""
    if token.dep_ == "preconj":
        return True
    dated = token.ent_type_ == "DATE" and token.tag_ in ("CD", "NNP")
    named = token.lower_ in words("reading", "calendar_words") and token.ent_type_ != "PERSON"
    return dated or (named and token.tag_ == "NNP")


def _segments(tokens: list[Token]) -> tuple[list[list[Token]], bool, Phrase | None]:
    """Cut at commas; stop at a relative clause or a verb. Also: the agent behind "by"."""
    segments: list[list[Token]] = [[]]
    for n, token in enumerate(tokens):
        text = token.text.casefold()
        relative = text in _RELATIVE and not token.text.isupper()  # not the WHO
        if n and (relative and token.tag_ in ("WP", "WDT", "WP$", "IN", "WRB", "DT")):
            return segments, len(segments) == 1, _agent(tokens[n:])
        noun = carrier(token) or bool(org_class(text)) or role_of(text) is not None
        if n and token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not noun:
            return segments, False, None
        if n and token.tag_ == "PRP" and segments[-1] and tokens[n - 1].text != "of":
            return segments, len(segments) == 1, None  # "a captain | I spoke to"
        if n and token.tag_ in ("VBN", "VBG") and not _adjectival(token, tokens[n + 1 :]):
            return segments, False, _agent(tokens[n:])
        if n and text == "the" and segments[-1] and _second_name(tokens, n, segments[-1]):
            segments.append([token])
            continue
        if token.text in (",", "(", ")", "–", "—", ";", ":"):
            segments.append([])
            continue
        segments[-1].append(token)
    return segments, False, None


def _adjectival(token: Token, rest: list[Token]) -> bool:
    return token.dep_ in ("amod", "compound", "poss", "nmod") and bool(rest)


def _second_name(tokens: list[Token], n: int, before: list[Token]) -> bool:
    """Does a name begin without a comma, as in "a city watchdog | the Harbour Monitor"?"""
    if PREPOSITIONS & {t.text.casefold() for t in before}:
        return False
    return n + 1 < len(tokens) and capital(tokens[n + 1])


def _agent(tokens: list[Token]) -> Phrase | None:
    """The phrase after the first "by" or "from": "published by the Kremlin"."""
    for n, token in enumerate(tokens[:6]):
        if token.text in ("by", "from") and n + 1 < len(tokens):
            return read_phrase(token.doc, tokens[n + 1].i, tokens[-1].i + 1)
    return None


def _join(first: Phrase, other: Phrase) -> Phrase:
    """Two phrases side by side mean the same one: put together what they say."""
    if other.pronoun:
        return first
    if not (other.person or other.role or other.org):
        label = f"{first.label} {other.first_words}".strip()
        return first if first.org or first.carrier else replace(first, label=label)
    if first.carrier or (org_name(first) and not first.role and other.role):
        return first
    if first.plural and first.role and other.person and not other.role:
        inner = first.belongs  # "officials of the intelligence service, the DGSE"
        house = replace(inner, label=inner.org, org=other.person) if inner else None
        return replace(first, belongs=house)
    if first.person and other.person and other.person != first.person:
        return first  # an enumeration, not an apposition
    if first.org_class == "people" and other.person:
        return replace(first, person=other.person, org="", org_class="")
    if first.org and not first.role and other.person and not other.role and not other.org:
        named = bool(org_name(first))
        return first if named else replace(first, person=other.person)
    belongs = first.belongs or other.belongs
    if first.role and other.role and other.org and first.org == "":
        belongs = other.belongs
    return replace(
        first,
        person=first.person or other.person,
        role=first.role
        if first.role_class not in ("", "title", "rank")
        else other.role or first.role,
        role_class=first.role_class
        if first.role_class not in ("", "title", "rank")
        else other.role_class or first.role_class,
        office=first.office
        if first.office and first.role_class not in ("", "title", "rank")
        else other.office or first.office,
        gender=first.gender or other.gender,
        org=_better(first, other),
        org_class=first.org_class if first.org_class not in ("", "other") else other.org_class,
        label=" ".join(x for x in (first.label, other.label or other.org) if x),
        state=first.state or other.state,
        belongs=belongs,
        end=first.end,
    )


def _better(first: Phrase, other: Phrase) -> str:
    if other.role or not other.org:
        return first.org
    if not first.org:
        return other.org if not first.person else ""
    return first.org if org_name(first) or not org_name(other) else other.org
