"""Whose fighters: a group's name before the noun ("Maoist guerrillas", "twelve FARC rebels")."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from twosource.grounding.actor_names import known_actor
from twosource.lexicon import table
from twosource.model import ActorKind

_ARMED = frozenset({"forces", "fighters"})
_SORTS = _ARMED | {"people", "peacekeepers"}
_BODIES = (ActorKind.GROUP, ActorKind.FORCE)


def named_before(tokens: Sequence[Token], head: Token, sort: str) -> str | None:
    """The group of counted people by the name that stands right before their noun.

    A known armed body goes by its own name, another name with what they are: "Maoist fighters",
    "Bosnian Serb forces" where two peoples' names stand together.
    """
    name = _name(tokens, head)
    if not name or sort not in _SORTS:
        return None
    peoples = [t for t in name if t.lower_ in table("grounding", "demonyms")]
    if len(peoples) == len(name):
        return f"{_words(name)} {sort}" if len(name) == 2 and sort in _ARMED else None
    for part in (name, name[1:]) if name[:1] == peoples[:1] else (name,):
        known = known_actor(_words(part))
        if known is not None and known.kind in _BODIES:
            return known.name
        if known is not None:
            return f"{known.name} {sort}" if sort == "peacekeepers" else None
    if sort != "fighters" or peoples or any(_spoken_of(t) for t in name):
        return None
    return f"{_words(name)} {sort}" if len(name) == 1 else _words(name)


def _words(name: Sequence[Token]) -> str:
    return "".join(t.text_with_ws for t in name).strip()


def _name(tokens: Sequence[Token], head: Token) -> list[Token]:
    """The capitalised words right before the noun."""
    name: list[Token] = []
    for token in reversed([t for t in tokens if t.i < head.i]):
        joins = name and token.text == "-"
        if not (joins or (token.text[:1].isupper() and token.pos_ in ("PROPN", "ADJ", "NOUN"))):
            break
        name.insert(0, token)
    return name if name and name[-1].i == head.i - 1 else []


def _spoken_of(token: Token) -> bool:
    """Is it a word of another sort: a place, or what anybody's fighters are called?"""
    return token.ent_type_ in ("GPE", "LOC", "FAC", "DATE") or token.is_sent_start is True
