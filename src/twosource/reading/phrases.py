"""What one noun phrase says about who is meant: person, role, institution, owner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from twosource.lexicon import rows, table, words
from twosource.reading.states import any_state, state_named, state_of_people

_PREPOSITIONS = frozenset(
    ["of", "for", "at", "to", "on", "in", "from", "with", "by", "within", "inside", "near"]
)
_RELATIVE = frozenset(["who", "whom", "whose", "which", "that", "where"])
_OPENERS = frozenset("\"“”„«»'‘’-–—([")
_NAME_LINKS = frozenset(
    ["al", "el", "bin", "ibn", "abu", "de", "la", "von", "van", "der", "du", "da", "di", "ben"]
)
_DROPPED_FIRST = frozenset(["once", "also", "and", "but", "that", "then"])
_DROPPED_LAST = frozenset(["here", "there", "itself", "himself", "herself", "themselves"])
_PORTFOLIOS = frozenset(
    ["defence", "defense", "affairs", "interior", "health", "finance", "justice", "information"]
)
_HOMES = frozenset(["of", "for", "at", "with", "from", "by", "in", "to", "within", "inside"])
_GRADES = frozenset(
    ("top", "senior", "chief", "former", "executive", "deputy", "assistant", "acting", "vice")
) | frozenset(
    ("associate", "managing", "emeritus", "interim", "regional", "national", "general")
)  # fmt: skip
NUMBERS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
FIRST = frozenset(["i", "we", "me", "us", "our", "my", "ourselves"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase read for who it means. Strings are as written, without article.

    ``start``/``end`` are token indices of the core phrase, ``words`` its text. ``person`` is a
    personal or unknown proper name, ``role`` a folded role noun with its class, ``org`` an
    institution's name or description, ``belongs`` the phrase of its owner or institution.
    """

    start: int
    end: int
    words: str
    person: str = ""
    role: str = ""
    role_class: str = ""
    gender: str = ""
    org: str = ""
    org_class: str = ""
    label: str = ""  # what a named institution is called besides: "weekly", "intelligence service"
    state: str = ""
    belongs: Phrase | None = None
    pronoun: str = ""
    carrier: str = ""  # a thing that is made to speak: "imagery", "bulletin"
    definite: bool = False
    plural: bool = False
    counted: bool = False
    here: bool = False  # "this reporter", "this site"
    restricted: bool = False  # a relative clause says which one
    first_words: str = (
        ""  # the core without complement: "officer" of "officer of the General Staff"
    )


@cache
def _roles() -> dict[str, tuple[str, str]]:
    found = {r[0].casefold(): (r[1], r[2]) for r in rows("reading", "roles")}
    found.update({r[0].casefold(): ("title", r[1]) for r in rows("reading", "titles")})
    return found


def role_of(phrase: str) -> tuple[str, str, str] | None:
    """Folded role noun, its class and gender; plurals count as their singular."""
    key = phrase.casefold().replace("’", "'")
    for form in (key, key.removesuffix("s"), key.removesuffix("es"), key[:-3] + "y", _men(key)):
        if form in _roles():
            return form, *_roles()[form]
    return None


def _men(key: str) -> str:
    return key[:-3] + "man" if key.endswith("men") else key


def org_class(phrase: str) -> str:
    """The class of an institution's head noun, ``""`` where it is none."""
    key = phrase.casefold()
    found = table("reading", "organisations")
    return found.get(key) or found.get(key.removesuffix("s")) or found.get(key[:-3] + "y") or ""


def _text(tokens: list[Token]) -> str:
    if not tokens:
        return ""
    return str(tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text).strip(" ,\n")


def _capital(token: Token) -> bool:
    return bool(token.text[:1].isupper()) or token.text[:1] == "@"


def _is_possessive(token: Token) -> bool:
    return token.tag_ == "POS" or token.text in ("'s", "’s")


def _find_role(tokens: list[Token]) -> tuple[int, int, tuple[str, str, str]] | None:
    """The last role noun among the tokens: start, end, (noun, class, gender)."""
    for end in range(len(tokens), 0, -1):
        for length in (3, 2, 1):
            start = end - length
            if start < 0:
                continue
            found = role_of(_text(tokens[start:end]))
            if found is not None:
                return start, end, found
    return None


def _find_org(tokens: list[Token]) -> tuple[int, int, str] | None:
    """The last institution noun among the tokens: start, end, class."""
    for end in range(len(tokens), 0, -1):
        for length in (2, 1):
            if end - length >= 0 and (found := org_class(_text(tokens[end - length : end]))):
                return end - length, end, found
    return None


def read_phrase(doc: Doc, start: int, end: int) -> Phrase | None:
    """Read the tokens ``start:end`` as a noun phrase with its appositions."""
    tokens = [t for t in doc[start:end] if not t.is_space]
    while tokens and (tokens[0].is_punct or tokens[0].text in _OPENERS):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[0].ent_type_ == "DATE" and tokens[0].tag_ in ("CD", "NNP"):
        tokens = tokens[1:]
    if not tokens:
        return None
    segments, restricted, by = _segments(tokens)
    read = [p for s in segments if (p := _segment(s)) is not None]
    if not read:
        return None
    whole = read[0]
    for other in read[1:]:
        whole = _join(whole, other)
    if by is not None and whole.carrier and whole.belongs is None:
        whole = replace(whole, belongs=by)
    return replace(whole, restricted=restricted) if restricted else whole


def _segments(tokens: list[Token]) -> tuple[list[list[Token]], bool, Phrase | None]:
    """Cut at commas; stop at a relative clause or a verb. Also: the agent behind "by"."""
    segments: list[list[Token]] = [[]]
    for n, token in enumerate(tokens):
        text = token.text.casefold()
        if n and (text in _RELATIVE and token.tag_ in ("WP", "WDT", "WP$", "IN", "WRB", "DT")):
            return segments, len(segments) == 1, _agent(tokens[n:])
        noun = _carrier(token) or bool(org_class(text)) or role_of(text) is not None
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
    if _PREPOSITIONS & {t.text.casefold() for t in before}:
        return False
    return n + 1 < len(tokens) and _capital(tokens[n + 1])


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


def org_name(phrase: Phrase) -> bool:
    """Is the institution named, not merely described ("the ministry")?"""
    return bool(phrase.org) and capitalised(phrase.org)


def capitalised(name: str) -> bool:
    """Is there a capitalised word in it that is more than a state's?"""
    words = [w for w in name.replace("’s", "").replace("'s", "").split() if w[:1].isupper()]
    return name[:1] == "@" or any(any_state(w) is None for w in words)


def _segment(tokens: list[Token]) -> Phrase | None:
    """One phrase without apposition."""
    while tokens and (
        tokens[-1].is_punct
        or _is_possessive(tokens[-1])
        or tokens[-1].text.casefold() in _DROPPED_LAST
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


def _pronoun(token: Token) -> Phrase | None:
    text = token.text.casefold()
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
        inner = _segment(tokens[1:])
        return replace(inner, start=start, counted=True, plural=False) if inner else None
    core, link, tail = _split(tokens) if not _title_last(tokens) else (tokens, "", [])
    core, owner = _owner(core)
    if owner is not None and definite:
        owner = replace(owner, definite=True)
    belongs = owner or belongs
    if not core:
        return belongs
    head = core[-1]
    base = Phrase(
        start, end, _text(tokens), belongs=belongs, definite=definite or owner is not None,
        plural=head.tag_ in ("NNS", "NNPS"), counted=counted, first_words=_text(core), here=here,
    )  # fmt: skip
    filled = _core(base, core)
    return _tail(filled, link, tail, start, end) if tail else filled


def _split(tokens: list[Token]) -> tuple[list[Token], str, list[Token]]:
    """Core, preposition, complement."""
    for n, token in enumerate(tokens):
        if n and token.text.casefold() in _PREPOSITIONS and token.tag_ in ("IN", "TO", "RP"):
            return tokens[:n], token.text.casefold(), tokens[n + 1 :]
    return tokens, "", []


def _title_last(tokens: list[Token]) -> bool:
    """Does a name with its role close the phrase: "University of Veld board president Ann Or"?"""
    role = _find_role(tokens)
    if role is None or role[1] == len(tokens) or not all(_namelike(t) for t in tokens[role[1] :]):
        return False
    before = tokens[: role[0]]
    links = [n for n, t in enumerate(before) if t.text.casefold() in _PREPOSITIONS]
    return bool(links) and _find_role(before[: links[0]]) is None


def _owner(core: list[Token]) -> tuple[list[Token], Phrase | None]:
    """Cut off the possessor: "Armenia's | Defence Ministry"; not in "Ombudsman's Office"."""
    for n, token in enumerate(core):
        if not _is_possessive(token) or n == 0 or n + 1 == len(core):
            continue
        before, after = core[:n], core[n + 1 :]
        if _capital(after[0]) and _capital(before[-1]) and org_class(after[-1].text):
            last = _text(before[-2:])
            if role_of(before[-1].text) or role_of(last) or last.endswith(" General"):
                continue  # "Prosecutor General's Office" is one name
        return after, _segment(before)
    return core, None


def _core(base: Phrase, core: list[Token]) -> Phrase:
    """Role, person and institution within the core."""
    role = _find_role(core)
    org = _find_org(core)
    text = _text(core)
    if role is not None and (org is None or org[1] <= role[0] or org[1] != len(core)):
        after = core[role[1] :]
        if not after or all(_namelike(t) for t in after):
            return _with_role(base, core, role, after)
    opening = core[-1].is_sent_start or core[0].is_sent_start
    if _carrier(core[-1]) and (not _capital(core[-1]) or (opening and len(core) == 1)):
        return replace(base, carrier=text, state=_state(core), org=_maker(core))
    if org is not None:
        return _with_org(base, core, org)
    if state_named(text) is not None or any_state(text) is not None:
        state = any_state(text)
        assert state is not None
        people = state_of_people(text) is not None and state_named(text) is None
        return replace(base, org=text, org_class="people" if people else "state", state=state.name)
    if all(_namelike(t) for t in core):
        return replace(base, person=text)
    capitals = _trailing_name(core)
    if capitals and len(capitals) < len(core):
        return replace(base, person=_text(capitals), state=_state(core))
    return replace(base, state=_state(core))


def _carrier(token: Token) -> bool:
    """Is it a thing that is made to speak: "report", "images"?"""
    known = words("reading", "carriers")
    return token.lower_ in known or token.lower_.removesuffix("s") in known


def _namelike(token: Token) -> bool:
    return _capital(token) or token.text.casefold() in _NAME_LINKS or token.text in (".", "-", "'")


def _trailing_name(core: list[Token]) -> list[Token]:
    n = len(core)
    while n and _namelike(core[n - 1]):
        n -= 1
    return core[n:]


def _state(core: list[Token]) -> str:
    for n in range(len(core)):
        for length in (3, 2, 1):
            state = any_state(_text(core[n : n + length])) if n + length <= len(core) else None
            if state is not None:
                return state.name
    return ""


def _maker(core: list[Token]) -> str:
    """The institution before a carrier noun: "Volna report", "Kremlin statement"."""
    before = core[:-1]
    while before and not _capital(before[0]):
        before = before[1:]
    kept = [t for t in before if _capital(t) and (t.ent_type_ or not t.is_sent_start)]
    return _text(kept) if kept and len(kept) == len(before) and not _only_people(kept) else ""


def _only_people(tokens: list[Token]) -> bool:
    return state_of_people(_text(tokens)) is not None


def _with_role(
    base: Phrase, core: list[Token], role: tuple[int, int, tuple[str, str, str]], after: list[Token]
) -> Phrase:
    begin, stop, (noun, sort, gender) = role
    several = not after and _text(core[begin:stop]).casefold() != noun
    base = replace(base, plural=base.plural or several)
    before = core[:begin]
    if sort in ("title", "rank") and before:
        inner = _find_role(before)
        if inner is not None and inner[1] == len(before):  # "Foreign Ministry spokesman Colonel X"
            found = _with_role(base, before, inner, [])
            return replace(found, person=_text(after))
    belongs, state = base.belongs, _state(before)
    trimmed = [t for t in before if t.text.casefold() not in _GRADES]
    if belongs is None and trimmed and _institutional(trimmed, sort):
        belongs = _segment(trimmed)
    elif trimmed and _find_org(trimmed) is not None and belongs is not None:
        inner_org = _segment(trimmed)  # "Azerbaijan's Defence Ministry spokesman"
        belongs = replace(inner_org, belongs=base.belongs) if inner_org else belongs
    return replace(
        base, person=_text(after), role=noun, role_class=sort, gender=gender.strip("-"),
        state=state, belongs=belongs,
    )  # fmt: skip


def _institutional(tokens: list[Token], sort: str) -> bool:
    """Do these words before a role name an institution ("Foreign Ministry", "Kremlin")?"""
    text = _text(tokens)
    if text.casefold().endswith(("presidential", "government", "ministerial")):
        return True
    found = _find_org(tokens)
    if found is not None and found[1] == len(tokens):
        return True
    if sort in ("office", "rank", "title") or tokens[-1].pos_ not in ("PROPN", "NOUN"):
        return False
    return all(_capital(t) for t in tokens) and state_of_people(text) is None


def _with_org(base: Phrase, core: list[Token], org: tuple[int, int, str]) -> Phrase:
    _, stop, sort = org
    after = core[stop:]
    if after and all(_namelike(t) for t in after) and not _capital(core[stop - 1]):
        return replace(
            base, org=_text(after), org_class=sort, label=_text(core[:stop]), state=_state(core)
        )
    if stop < len(core) and not all(_namelike(t) for t in after):
        return base
    return replace(base, org=_text(core), org_class=sort, state=_state(core))


def _tail(filled: Phrase, link: str, tail: list[Token], start: int, end: int) -> Phrase:
    """What the complement adds: an institution, a state, or nothing."""
    house, person = _house_and_name(tail) if filled.role and not filled.person else (tail, [])
    if person:
        tail, filled = house, replace(filled, person=_text(person))
    inner = _segment(tail)
    if inner is None:
        return filled
    whole = str(tail[0].doc[start:end].text)
    if filled.org and not filled.role and link == "of":
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


def _house_and_name(tail: list[Token]) -> tuple[list[Token], list[Token]]:
    """As in "chairman of the Refugee Council | Ann Or": institution, then the person."""
    found = _find_org(tail)
    name = tail[found[1] :] if found is not None else []
    if found is None or not 2 <= len(name) <= 3 or not all(_namelike(t) for t in name):
        return tail, []
    return tail[: found[1]], name


def _portfolio(filled: Phrase, tail: list[Token]) -> Phrase:
    """As in "the Minister of National Defence | Mara Vell"."""
    for n in range(len(tail), 0, -1):
        if tail[n - 1].text.casefold() in _PORTFOLIOS:
            return replace(filled, person=_text(tail[n:]), role="minister")
    return filled


def _without_article(text: str) -> str:
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article):
            return text[len(article) :]
    return text
