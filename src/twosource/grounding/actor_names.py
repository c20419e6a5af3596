"""One name for one actor: house styles, abbreviations and capitals put down to a canonical form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from twosource.lexicon import rows, table, words
from twosource.model import ActorKind
from twosource.reading.states import State, fold, state_named, state_of_people

_OF = re.compile(r" (of|in|for) ")
_OWNED = re.compile(r"^(?P<state>.+?)['’]s (?P<what>.+)$")
_ARTICLE = re.compile(r"^(?:the|a|an|one|some) (?=\S)", re.IGNORECASE)
_KINDS = {"foreign minister", "defence minister", "president", "prime minister", "leader"}


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of a lexicon; ``state_media`` only for outlets the state owns."""

    name: str
    kind: ActorKind
    state: str
    state_media: bool = False


@cache
def _known() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for name, kind, state, others in rows("grounding", "agencies"):
        entry = Known(name, ActorKind(kind), "" if state == "-" else state)
        for form in (name, *others.split(";")):
            found.setdefault(fold(form), entry)
    for name, state, owned, others in rows("grounding", "outlets"):
        seat = "" if state == "-" else state
        entry = Known(name, ActorKind.OUTLET, seat, owned == "state")
        for form in (name, *others.split(";")):
            found.setdefault(fold(form), entry)
    found.pop("-", None)
    return found


def known_actor(name: str) -> Known | None:
    """The agency or outlet of that name; short forms only as written in capitals."""
    points = re.fullmatch(r"(?:[A-Z]\.){2,}", name)  # "N.I.S."
    entry = _known().get(fold(name.replace(".", "") if points else name))
    if entry is not None and len(fold(name)) <= 4 and not name.replace("the ", "").isupper():
        return None if fold(entry.name) != fold(name) or name.islower() else entry
    return entry


def canonical_name(name: str) -> tuple[str, ActorKind | None]:
    """The canonical form of an actor's name, and what sort of actor it is if that shows.

    "Yerevan's MoD" -> "Armenian Defence Ministry"; "Baku" -> "Azerbaijan"; what is not recognised
    comes back as it was, without article.
    """
    bare = _ARTICLE.sub("", name.strip().replace("’", "'"))
    entry = known_actor(bare)
    if entry is not None:
        return entry.name, entry.kind
    state = state_named(bare)
    if state is not None:
        return state.name, ActorKind.STATE
    match = _OWNED.match(bare)
    found = _institution(match["state"], match["what"]) if match else _of_state(bare)
    if found is not None:
        return found
    return _with_adjective(bare) or (bare, None)


def _of_state(bare: str) -> tuple[str, ActorKind | None] | None:
    """As in "Ministry of Defence of the Republic of Chad"."""
    for link in _OF.finditer(bare):
        found = _institution(bare[link.end() :], bare[: link.start()])
        if found is None or (link[1] == "in" and "Ministry" not in found[0]):
            continue  # "the ombudsman in Juba" is known by the town
        return found
    return None


def _institution(owner: str, what: str) -> tuple[str, ActorKind | None] | None:
    """An institution every state has, of the state that owns it."""
    owner = _ARTICLE.sub("", owner)
    owner = re.sub(r"^(?:Republic|State|Kingdom) of ", "", owner)
    state = state_named(owner) or state_of_people(owner)
    if state is None:
        return None
    adjective = owner if state_of_people(owner) is not None else state.adjective
    return _named(state, adjective or state.name, what)


def _named(state: State, adjective: str, what: str) -> tuple[str, ActorKind | None] | None:
    if fold(what) in words("grounding", "state_words"):
        return state.name, ActorKind.STATE
    plain = table("grounding", "institutions").get(fold(what))
    if plain is None:
        lesser = known_actor(what)
        same = lesser is not None and lesser.state == state.name
        return (lesser.name, lesser.kind) if lesser is not None and same else None
    name = f"{adjective} {plain}"
    entry = known_actor(name)
    if entry is not None:
        return entry.name, entry.kind
    kind = ActorKind.PERSON if plain in _KINDS else _force(plain)
    return name, kind


def _force(plain: str) -> ActorKind:
    forces = ("army", "armed forces", "military", "air force", "navy")
    return ActorKind.FORCE if plain in forces else ActorKind.AGENCY


def _with_adjective(bare: str) -> tuple[str, ActorKind | None] | None:
    """As in "Azerbaijani MoD": the people's adjective stands in front."""
    parts = bare.split(" ")
    for length in (2, 1):
        people = " ".join(parts[:length])
        state = state_of_people(people)
        if state is None or len(parts) <= length:
            continue
        adjective = state.adjective if fold(people) == fold(state.adjective + "s") else people
        return _named(state, adjective, " ".join(parts[length:]))
    return None
