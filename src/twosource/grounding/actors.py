"""Who is meant: canonical names of actors, from general lexicons and from the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import ActorKind, Document, Mention, Span
from twosource.reading.parsed import Parsed


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as one stretch of text names it: canonical name, sort, and the words."""

    name: str
    kind: ActorKind | None
    span: Span


def canonical(text: str) -> ActorMention | None:
    """The actor a noun phrase names (span = offsets into ``text``); ``None`` where none is seen.

    "the South Korean spy agency" and "Seoul's NIS" are one actor; "Moscow" is Russia.
    """
    return None


def actors_in(parsed: Parsed, span: Span) -> tuple[ActorMention, ...]:
    """Actors named inside ``span`` of the text, in order, without overlaps."""
    return ()


def name_chains(
    document: Document, parsed: Parsed, mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The same mentions with canonical names and kinds in their relays."""
    return tuple(mentions)
