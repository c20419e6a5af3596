"""Who is meant: canonical names of actors, from general lexicons and from the document itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from twosource.grounding.actor_names import canonical_name, known_actor
from twosource.grounding.gazetteer import lookup
from twosource.grounding.groups import counts_thing
from twosource.lexicon import table
from twosource.model import ActorKind, Document, Mention, Named, Relay, Span
from twosource.reading.parsed import Parsed
from twosource.reading.states import state_named, state_of_people

_LONGEST = 6  # tokens of the longest name looked up
_PERSONS = frozenset({"PERSON"})


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as one stretch of text names it: canonical name, sort, and the words."""

    name: str
    kind: ActorKind | None
    span: Span


def canonical(text: str) -> ActorMention | None:
    """The actor a noun phrase names (span = offsets into ``text``); ``None`` where none is seen.

    "Seoul's NIS" is the National Intelligence Service; "Moscow" is Russia.
    """
    name, kind = canonical_name(text)
    return ActorMention(name, kind, (0, len(text))) if kind is not None and name else None


def actors_in(parsed: Parsed, span: Span) -> tuple[ActorMention, ...]:
    """Actors named inside ``span`` of the text, in order, without overlaps.

    Known institutions and states, bodies of a state's people ("Azerbaijani soldiers"), and persons
    and organisations the parser sees. A capital stands for its state only where it acts.
    """
    return tuple(_scan(parsed.doc, *_tokens(parsed.doc, span)))


def _tokens(doc: Doc, span: Span) -> tuple[int, int]:
    offsets = _Offsets(doc)
    first = bisect_left(offsets, span[0])
    last = bisect_left(offsets, span[1])
    if first and doc[first - 1].idx + len(doc[first - 1]) > span[0]:
        first -= 1
    return first, last


class _Offsets(Sequence[int]):
    """Token starts of a `Doc`, looked up without building a list."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def __len__(self) -> int:
        return len(self._doc)

    def __getitem__(self, i):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204
        return self._doc[i].idx


def _scan(doc: Doc, first: int, last: int) -> Iterator[ActorMention]:
    i = first
    while i < last:
        found = _at(doc, i, last)
        if found is None:
            i += 1
            continue
        mention, i = found
        yield mention


def _at(doc: Doc, i: int, last: int) -> tuple[ActorMention, int] | None:
    """The actor that begins at token ``i``, longest first, and the token after it."""
    token = doc[i]
    if not (token.text[:1].isupper() or token.lower_ in table("grounding", "groups")):
        return None
    for length in range(min(_LONGEST, last - i), 0, -1):
        piece = doc[i : i + length]
        found = _piece(piece.text, piece[0], piece[-1])
        if found is not None:
            start = piece.start_char
            return ActorMention(found[0], found[1], (start, piece.end_char)), i + length
    return _entity(doc, i, last)


def _piece(text: str, head: Token, tail: Token) -> tuple[str, ActorKind | None] | None:
    if tail.text in ("'s", "’s", ",", ".") or tail.is_punct:
        return None
    group = _group(text)
    if group is not None:
        return group
    name, kind = canonical_name(text)
    if kind is ActorKind.STATE and name != text and state_named(text) is not None:
        return (name, kind) if _acts(head) else None
    if kind is not None:
        return name, kind
    people = state_of_people(text)
    if people is not None and tail.pos_ in ("NOUN", "PROPN", "ADJ"):
        return people.name, ActorKind.STATE
    return None


def _group(text: str) -> tuple[str, ActorKind | None] | None:
    """As in "Azerbaijani special forces": a body of people with the adjective of its state."""
    groups = table("grounding", "groups")
    parts = text.split(" ")
    for n in (1, 2):
        people, rest = " ".join(parts[:n]), parts[n:]
        if not rest or state_of_people(people) is None:
            continue
        body = " ".join(rest[-2:]).casefold()
        kind = groups.get(body) or groups.get(rest[-1].casefold())
        if kind is not None and all(w.islower() or w.isupper() for w in rest[:-1]):
            return f"{people} {' '.join(rest)}", ActorKind(kind)
    return None


def _acts(token: Token) -> bool:
    """Does a capital's name stand for the state here, rather than for the place?"""
    return token.dep_ in ("nsubj", "poss", "nsubjpass", "agent", "dobj") or (
        token.dep_ == "pobj" and token.head.text in ("by", "of", "to", "with", "between")
    )


def _entity(doc: Doc, i: int, last: int) -> tuple[ActorMention, int] | None:
    """A person or organisation the parser sees, whole."""
    token = doc[i]
    if token.ent_type_ not in ("PERSON", "ORG") or (token.ent_iob_ == "I" and i > 0):
        return None
    end = i + 1
    while end < last and doc[end].ent_iob_ == "I":
        end += 1
    if doc[end - 1].tag_ == "POS":
        end -= 1
    last_word = doc[end - 1]
    if last_word.dep_ == "compound" and counts_thing(last_word.head):
        return None  # a make of weapon
    words = doc[i:end]
    name, kind = canonical_name(words.text)
    if kind is None and _no_actor(words):
        return None
    sort = kind or (ActorKind.PERSON if token.ent_type_ in _PERSONS else ActorKind.AGENCY)
    return ActorMention(name, sort, (words.start_char, words.end_char)), end


def _no_actor(words: DocSpan) -> bool:
    """What the parser mistakes for a body: a noun that opens a sentence, an operation, a town."""
    first = words[0]
    plain = len(words) == 1 and first.is_sent_start and first.tag_ in ("NN", "NNS")
    numbered = words.text[-1:].isdigit() and "-" in words.text  # "Karbala-5", "MiG-29"
    return bool(plain) or numbered or (first.ent_type_ == "ORG" and bool(lookup(words.text)))


def name_chains(
    document: Document, parsed: Parsed, mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The same mentions with canonical names and kinds in their relays."""
    done: dict[Relay, Relay] = {}
    named: list[Mention] = []
    for mention in mentions:
        relays = tuple(_relay(r, done) for r in mention.relays)
        if relays == mention.relays:
            named.append(mention)
            continue
        reasons = tuple(
            replace(r, value=relays[-1].name) if r.field == "chain" else r for r in mention.reasons
        )
        known = relays[-1].kind is not None and known_actor(relays[-1].name) is not None
        single = mention.named is Named.NONE and known
        whom = Named.NAMED if single else mention.named
        named.append(replace(mention, relays=relays, reasons=reasons, named=whom))
    return tuple(named)


def _relay(relay: Relay, done: dict[Relay, Relay]) -> Relay:
    if relay not in done:
        name, kind = canonical_name(relay.name)
        kept = relay.kind if relay.kind is ActorKind.PERSON and kind is None else kind
        done[relay] = replace(relay, name=name, kind=kept or relay.kind)
    return done[relay]
