"""The nouns and names by which somebody is called: roles, institutions, things made to speak."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from twosource.lexicon import rows, table, words
from twosource.reading.states import any_state

_NAME_LINKS = frozenset(
    ["al", "el", "bin", "ibn", "abu", "de", "la", "von", "van", "der", "du", "da", "di", "ben"]
)


@cache
def _roles() -> dict[str, tuple[str, str]]:
    found = {r[0].casefold(): (r[1], r[2]) for r in rows("reading", "roles")}
    found.update({r[0].casefold(): ("title", r[1]) for r in rows("reading", "titles")})
    return found


def role_of(phrase: str) -> tuple[str, str, str] | None:
    """Folded role noun, its class and gender; plurals count as their singular."""
    key = phrase.casefold().replace("’", "'")
    for form in (key, key.removesuffix("s"), key.removesuffix("es"), _ies(key), _men(key)):
        if form in _roles():
            return form, *_roles()[form]
    return None


def _men(key: str) -> str:
    return key[:-3] + "man" if key.endswith("men") else key


def _ies(key: str) -> str:
    return key[:-3] + "y" if key.endswith("ies") else key


def org_class(phrase: str) -> str:
    """The class of an institution's head noun, ``""`` where it is none."""
    key = phrase.casefold()
    found = table("reading", "organisations")
    return found.get(key) or found.get(key.removesuffix("s")) or found.get(_ies(key)) or ""


def find_role(tokens: list[Token]) -> tuple[int, int, tuple[str, str, str]] | None:
    """The last role noun among the tokens: start, end, (noun, class, gender)."""
    for end in range(len(tokens), 0, -1):
        for length in (3, 2, 1):
            start = end - length
            if start < 0:
                continue
            found = role_of(text_of(tokens[start:end]))
            if found is not None:
                return start, end, found
    return None


def find_org(tokens: list[Token]) -> tuple[int, int, str] | None:
    """The last institution noun among the tokens: start, end, class."""
    for end in range(len(tokens), 0, -1):
        for length in (2, 1):
            if end - length >= 0 and (found := org_class(text_of(tokens[end - length : end]))):
                return end - length, end, found
    return None


def carrier(token: Token) -> bool:
    """Is it a thing that is made to speak: "report", "images"?"""
    known = words("reading", "carriers")
    return token.lower_ in known or token.lower_.removesuffix("s") in known


def text_of(tokens: list[Token]) -> str:
    """The words of the tokens as written."""
    if not tokens:
        return ""
    return str(tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text).strip(" ,\n")


def capital(token: Token) -> bool:
    """Does it begin with a capital, or is it a handle ("@unit")?"""
    return bool(token.text[:1].isupper()) or token.text[:1] == "@"


def namelike(token: Token) -> bool:
    """Can the word be part of a name: a capital, "al", "von"?"""
    return capital(token) or token.text.casefold() in _NAME_LINKS or token.text in (".", "-", "'")


def trailing_name(core: list[Token]) -> list[Token]:
    """The capitalised words that close the phrase."""
    n = len(core)
    while n and namelike(core[n - 1]):
        n -= 1
    return core[n:]


def possessive(token: Token) -> bool:
    """Is it the ending of a possessor?"""
    return token.tag_ == "POS" or token.text in ("'s", "’s")


def capitalised(name: str) -> bool:
    """Is there a capitalised word in it that is more than a state's?"""
    words = [w for w in name.replace("’s", "").replace("'s", "").split() if w[:1].isupper()]
    return name[:1] == "@" or any(any_state(w) is None for w in words)


def state_in(core: list[Token]) -> str:
    """The first state that the words name, by name or people; ``""`` where none."""
    for n in range(len(core)):
        for length in (3, 2, 1):
            state = any_state(text_of(core[n : n + length])) if n + length <= len(core) else None
            if state is not None:
                return state.name
    return ""
