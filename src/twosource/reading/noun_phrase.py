"""One noun phrase without apposition: its owner, its core, and what its complement adds."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from twosource.lexicon import rows, words
from twosource.reading.nouns import (
    capital,
    carrier,
    find_org,
    find_role,
    namelike,
    org_class,
    possessive,
    role_of,
    state_in,
    text_of,
    trailing_name,
)
from twosource.reading.phrase import Phrase, org_name
from twosource.reading.states import any_state, fold, state_named, state_of_people

PREPOSITIONS = frozenset(
    ["of", "for", "at", "to", "on", "in", "from", "with", "by", "within", "inside", "near"]
)
_DROPPED_FIRST = frozenset(["once", "also", "and", "but", "that", "then"])
_DROPPED_LAST = frozenset(["here", "there", "itself", "himself", "herself", "themselves"])
_NOUNS = ("PROPN", "NOUN")
_HOMES = frozenset(["of", "for", "at", "with", "from", "by", "in", "to", "within", "inside"])
NUMBERS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])


def noun_phrase(tokens: list[Token]) -> Phrase | None:
    """One phrase without apposition."""
    while tokens and (
        tokens[-1].is_punct or possessive(tokens[-1]) or tokens[-1].text.casefold() in _DROPPED_LAST
    ):
        tokens = tokens[:-1]
    while tokens and tokens[0].text.casefold() in _DROPPED_FIRST:
        tokens = tokens[1:]
    if not tokens:
        return None
    if len(tokens) == 1 and tokens[0].tag_ in ("PRP", "DT", "PRP$", "WP", "CD", "NN"):
        alone = _pronoun(tokens[0])
        if alone is not None:
            return alone
    return _full(tokens)


def _letters(token: Token) -> bool:
    """Is it a name that would be a pronoun in small letters: "WHO"?"""
    return any(token.text == name for name, *_ in rows("reading", "letter_names"))


def _pronoun(token: Token) -> Phrase | None:
    text = token.text.casefold()
    if _letters(token):
        return None
    if token.tag_ in ("PRP", "PRP$", "WP") or text in ("one", "each", "both", "another", "others"):
        return Phrase(token.i, token.i + 1, token.text, pronoun=text, plural=text == "they")
    return None


def _full(tokens: list[Token]) -> Phrase | None:
    start, end = tokens[0].i, tokens[-1].i + 1
    definite = tokens[0].text.casefold() in ("the", "this", "that", "these", "those")
    here = tokens[0].text.casefold() == "this"
    belongs: Phrase | None = None
    counted = False
    while (tokens and tokens[0].tag_ in ("DT", "PDT", "CD", "PRP$", "JJR")) or (
        tokens and tokens[0].text.casefold() in NUMBERS
    ):
        counted = counted or tokens[0].tag_ == "CD" or tokens[0].text.casefold() in NUMBERS
        if tokens[0].tag_ == "PRP$":
            belongs, definite = _pronoun(tokens[0]), True
        tokens = tokens[1:]
    if not tokens:
        return None
    if tokens[0].text == "of" and counted:  # "one of the officials"
        inner = noun_phrase(tokens[1:])
        return replace(inner, start=start, counted=True, plural=False) if inner else None
    core, link, tail = _split(tokens) if not _title_last(tokens) else (tokens, "", [])
    privy = _privy(core) if link else 0
    if privy:
        core, link, tail, counted = core[:privy], "", [], True
    whole = core
    core, owner = _owner(core)
    if owner is not None and len(core) == 1 and _seat(core[0], owner):
        core, owner = whole, owner.belongs
    if owner is not None and definite:
        owner = replace(owner, definite=True)
    belongs = owner or belongs
    if not core:
        return belongs
    head = core[-1]
    base = Phrase(
        start, end, text_of(tokens), belongs=belongs, definite=definite or owner is not None,
        plural=head.tag_ in ("NNS", "NNPS"), counted=counted, first_words=text_of(core), here=here,
    )  # fmt: skip
    filled = _core(base, core)
    return _tail(filled, link, tail, start, end) if tail else filled


def _seat(body: Token, holder: Phrase) -> bool:
    """As in "the prosecutor's office": called after whoever holds an office, unnamed."""
    named = holder.person or holder.org or holder.state
    return bool(holder.role and not named) and body.lower_ in words("reading", "holders_seats")


def _split(tokens: list[Token]) -> tuple[list[Token], str, list[Token]]:
    """Core, preposition, complement."""
    for n, token in enumerate(tokens):
        if n and token.text.casefold() in PREPOSITIONS and token.tag_ in ("IN", "TO", "RP"):
            if n > 1 and tokens[n - 1].text == "-":  # "government-in-exile"
                return tokens[: n - 1], token.text.casefold(), tokens[n + 2 :]
            return tokens[:n], token.text.casefold(), tokens[n + 1 :]
    return tokens, "", []


def _privy(core: list[Token]) -> int:
    """Where "people | familiar (with the matter)" says what they know; 0 where it does not."""
    last = len(core) - 1
    adjective = last > 0 and core[last].pos_ == "ADJ" and not capital(core[last])
    return last if adjective and role_of(core[last - 1].text) is not None else 0


def _title_last(tokens: list[Token]) -> bool:
    """Does a name with its role close the phrase: "University of Veld board president Ann Or"?"""
    role = find_role(tokens)
    if role is None or role[1] == len(tokens) or not all(namelike(t) for t in tokens[role[1] :]):
        return False
    before = tokens[: role[0]]
    links = [n for n, t in enumerate(before) if t.text.casefold() in PREPOSITIONS]
    return bool(links) and find_role(before[: links[0]]) is None


def _small(token: Token) -> bool:
    """Has it a capital only for the sentence's sake: "Rebels claim"?"""
    if token.ent_type_ == "GPE" or any_state(token.text) is not None:
        return False
    return bool(token.is_sent_start) and token.tag_ in ("NN", "NNS") and not token.text.isupper()


def _owner(core: list[Token]) -> tuple[list[Token], Phrase | None]:
    """Cut off the possessor: "Armenia's | Defence Ministry"; not in "Ombudsman's Office"."""
    for n, token in enumerate(core):
        if not possessive(token) or n == 0 or n + 1 == len(core):
            continue
        before, after = core[:n], core[n + 1 :]
        if capital(after[0]) and capital(before[-1]) and org_class(after[-1].text):
            last = text_of(before[-2:])
            if role_of(before[-1].text) or role_of(last) or last.endswith(" General"):
                continue  # "Prosecutor General's Office" is one name
        return after, noun_phrase(before)
    return core, None


def _core(base: Phrase, core: list[Token]) -> Phrase:
    """Role, person and institution within the core."""
    role = find_role(core)
    org = find_org(core)
    text = text_of(core)
    if role is not None and (org is None or org[1] <= role[0] or org[1] != len(core)):
        after = core[role[1] :]
        if not after or all(namelike(t) for t in after):
            return _with_role(base, core, role, after)
    opening = core[-1].is_sent_start or core[0].is_sent_start
    if carrier(core[-1]) and (not capital(core[-1]) or (opening and len(core) == 1)):
        house = base.belongs or _house(core[:-1])
        return replace(base, carrier=text, state=state_in(core), org=_maker(core), belongs=house)
    if org is not None:
        return _with_org(base, core, org)
    if state_named(text) is not None or any_state(text) is not None:
        state = any_state(text)
        assert state is not None
        people = state_of_people(text) is not None and state_named(text) is None
        return replace(base, org=text, org_class="people" if people else "state", state=state.name)
    if len(core) == 1 and _small(core[0]) and core[0].tag_ == "NNS":
        return replace(base, plural=True)
    if all(namelike(t) for t in core):
        named = len(core) > 1 and all(t.ent_type_ == "ORG" for t in core)
        return replace(base, person=text, house=named)
    capitals = trailing_name(core)
    if capitals and len(capitals) < len(core):
        return replace(base, person=text_of(capitals), state=state_in(core))
    return replace(base, state=state_in(core))


def _maker(core: list[Token]) -> str:
    """The institution before a carrier noun: "Volna report", "Kremlin statement"."""
    before = core[:-1]
    while before and not capital(before[0]):
        before = before[1:]
    kept = [t for t in before if capital(t) and (t.ent_type_ or not t.is_sent_start)]
    return text_of(kept) if kept and len(kept) == len(before) and not _only_people(kept) else ""


def _house(before: list[Token]) -> Phrase | None:
    """The institution described before it: "Finnish police | report", "army | statement"."""
    while before and before[0].pos_ in ("ADJ", "VERB") and state_in(before[:1]) == "":
        before = before[1:]
    found = find_org(before)
    named = all(capital(t) and not _small(t) for t in before)
    if found is None or found[1] != len(before) or named or found[2] == "outlet":
        return None  # "radio traffic" is nobody's
    return noun_phrase(before)


def _only_people(tokens: list[Token]) -> bool:
    return state_of_people(text_of(tokens)) is not None


def _with_role(
    base: Phrase, core: list[Token], role: tuple[int, int, tuple[str, str, str]], after: list[Token]
) -> Phrase:
    begin, stop, (noun, sort, gender) = role
    several = not after and text_of(core[begin:stop]).casefold() != noun
    base = replace(base, plural=base.plural or several)
    before = core[:begin]
    if sort in ("title", "rank") and before:
        inner = find_role(before)
        if inner is not None and inner[1] == len(before):  # "Foreign Ministry spokesman Colonel X"
            found = _with_role(base, before, inner, [])
            return replace(found, person=text_of(after), plural=found.plural and not after)
    belongs, state = base.belongs, state_in(before)
    trimmed = [t for t in before if t.text.casefold() not in words("reading", "grades")]
    if belongs is None and trimmed and _institutional(trimmed, sort):
        belongs = noun_phrase(trimmed)
    elif trimmed and find_org(trimmed) is not None and belongs is not None:
        inner_org = noun_phrase(trimmed)  # "Azerbaijan's Defence Ministry spokesman"
        belongs = replace(inner_org, belongs=base.belongs) if inner_org else belongs
    return replace(
        base, person=text_of(after), role=noun, role_class=sort, gender=gender.strip("-"),
        state=state, belongs=belongs,
    )  # fmt: skip


def _institutional(tokens: list[Token], sort: str) -> bool:
    """Do these words before a role name an institution ("Foreign Ministry", "Kremlin")?"""
    text = text_of(tokens)
    if text.casefold().endswith(("presidential", "government", "ministerial")):
        return True
    found = find_org(tokens)
    if found is not None and found[1] == len(tokens):
        return True
    letters = _letters(tokens[-1])
    if sort in ("office", "rank", "title") or not (letters or tokens[-1].pos_ in _NOUNS):
        return False
    return all(capital(t) for t in tokens) and state_of_people(text) is None


def _with_org(base: Phrase, core: list[Token], org: tuple[int, int, str]) -> Phrase:
    _, stop, sort = org
    after = core[stop:]
    if after and all(namelike(t) for t in after) and not capital(core[stop - 1]):
        return replace(
            base,
            org=text_of(after),
            org_class=sort,
            label=text_of(core[:stop]),
            state=state_in(core),
        )
    if stop < len(core) and not all(namelike(t) for t in after):
        return base
    name = text_of(core)
    if _small(core[0]):
        name = name[:1].lower() + name[1:]
    return replace(base, org=name, org_class=sort, state=state_in(core))


def _tail(filled: Phrase, link: str, tail: list[Token], start: int, end: int) -> Phrase:
    """What the complement adds: an institution, a state, or nothing."""
    house, person = _house_and_name(tail) if filled.role and not filled.person else (tail, [])
    if person:
        tail, filled = house, replace(filled, person=text_of(person))
    inner = noun_phrase(tail)
    if inner is None or fold(inner.person) in words("reading", "calendar_words"):
        return replace(filled, words=filled.first_words)  # "images from Monday"
    if body := _body(filled, link, tail):
        return body
    whole = str(tail[0].doc[start:end].text)
    if filled.org and not filled.role and (link == "of" or _named_after(filled, link, tail)):
        stripped = whole[len(whole) - len(whole.lstrip()) :]
        name = _without_article(stripped)
        if filled.belongs is not None:
            name = filled.org + name[name.find(filled.org) + len(filled.org) :]
        return replace(filled, org=name, state=filled.state or inner.state)
    if filled.org and link in ("in", "at"):
        return replace(filled, state=filled.state or inner.state)
    if filled.role_class == "counterpart":
        return replace(filled, state=inner.state)
    if filled.role == "minister" and link == "of":
        return _portfolio(filled, tail)
    takes = link in _HOMES
    if filled.carrier and link in ("from", "by", "of"):
        return replace(filled, belongs=filled.belongs or inner)
    if (filled.role or filled.person) and takes and filled.belongs is None:
        if link in ("in", "to") and not (inner.org or inner.role):
            return filled
        return replace(filled, belongs=inner, state=filled.state or inner.state)
    return filled


def _body(filled: Phrase, link: str, tail: list[Token]) -> Phrase | None:
    """Officers who are a body together: "Joint Chiefs | of Staff"."""
    if not filled.role or filled.person:
        return None
    name = f"{filled.first_words} {link} {text_of(tail)}"
    sort = org_class(" ".join(name.split()[-3:]))
    if not sort:
        return None
    return replace(filled, org=name, org_class=sort, role="", role_class="", plural=False)


def _named_after(filled: Phrase, link: str, tail: list[Token]) -> bool:
    """Does the name go on: "Organization for | Migration", "Committee to | Protect Journalists"?"""
    return link in ("for", "to", "on", "against") and org_name(filled) and capital(tail[0])


def _house_and_name(tail: list[Token]) -> tuple[list[Token], list[Token]]:
    """As in "chairman of the Refugee Council | Ann Or": institution, then the person."""
    found = find_org(tail)
    name = tail[found[1] :] if found is not None else []
    if found is None or not 2 <= len(name) <= 3 or not all(namelike(t) for t in name):
        return tail, []
    return tail[: found[1]], name


def _portfolio(filled: Phrase, tail: list[Token]) -> Phrase:
    """As in "the Minister of National Defence | Mara Vell"."""
    for n in range(len(tail), 0, -1):
        if tail[n - 1].text.casefold() in words("reading", "portfolios"):
            return replace(filled, person=text_of(tail[n:]), role="minister")
    return filled


def _without_article(text: str) -> str:
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article):
            return text[len(article) :]
    return text
