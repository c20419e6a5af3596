"""Which names people judged to be one actor, and mentions under the names that follow.

A merge of actors names the actor first and then its other names; a split parts names that merges
had joined. The later decision holds. The machine's own names stay in its reading: taken back, a
merge leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from twosource.judging.judgement import ACTOR, Judgement, JudgementKind
from twosource.model import ActorKind, Mention, Named, Reason, Relay, Transfer, Values

_ARTICLES = ("the ", "a ", "an ")


def folded(name: str) -> str:
    """What makes two spellings one name: case, blanks and a leading article aside."""
    plain = " ".join(name.replace("’", "'").casefold().split())
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return plain


def of_actors(judgement: Judgement) -> bool:
    """Is it a merge or split of actors rather than of mentions?"""
    kinds = (JudgementKind.MERGE, JudgementKind.SPLIT)
    first = judgement.subjects[:1]  # none where its mentions all went
    return judgement.kind in kinds and any(name.startswith(ACTOR) for name in first)


def names_of(judgement: Judgement) -> tuple[str, ...]:
    """The actors' names a judgement is about."""
    return tuple(n.removeprefix(ACTOR) for n in judgement.names if n.startswith(ACTOR))


@dataclass(frozen=True, slots=True)
class Identity:
    """The name (and sort, where given) an actor goes by, and the judgement that says so."""

    name: str
    kind: ActorKind | None
    by: Judgement


@dataclass(frozen=True, slots=True)
class Identities:
    """Other names of actors, folded, to the actor."""

    known: dict[str, Identity] = field(default_factory=dict)

    def of(self, name: str | None) -> Identity | None:
        """The actor of that name; ``None`` where nobody judged it to be another's."""
        return self.known.get(folded(name)) if name else None

    def name(self, name: str | None) -> str | None:
        """The name the actor goes by."""
        identity = self.of(name)
        return identity.name if identity else name

    def renamed(self, mention: Mention) -> Mention:
        """The mention with every actor under the name that was judged; itself where none is."""
        if not self.known:
            return mention
        relays = self._relays(mention.relays)
        values = self._values(mention.values)
        if relays == mention.relays and values == mention.values:
            return mention
        told = [
            Reason("chain", identity.name, relay.spans, _why(relay.name, identity))
            for relay in mention.relays
            if (identity := self.of(relay.name)) is not None
        ]
        named = Named.NAMED if told and mention.named is Named.NONE else mention.named
        reasons = (*mention.reasons, *told)
        return replace(mention, relays=relays, values=values, reasons=reasons, named=named)

    def _relays(self, relays: Sequence[Relay]) -> tuple[Relay, ...]:
        found: list[Relay] = []
        for relay in relays:
            identity = self.of(relay.name)
            if identity is not None:
                relay = replace(relay, name=identity.name, kind=identity.kind or relay.kind)
            if found and found[-1].name == relay.name:
                found.pop()  # one actor twice in a row is one link
            found.append(relay)
        return tuple(found)

    def _values(self, values: Values) -> Values:
        figure, transfer = values.figure, values.transfer
        if figure is not None and figure.group:
            figure = replace(figure, group=self.name(figure.group))
        if transfer is not None:
            giver, receiver = self.name(transfer.giver), self.name(transfer.receiver)
            transfer = Transfer(giver, receiver, transfer.what, transfer.in_return)
        actors = tuple(dict.fromkeys(self.name(actor) or actor for actor in values.actors))
        return replace(values, figure=figure, transfer=transfer, actors=actors)


def _why(name: str, identity: Identity) -> str:
    by = identity.by
    why = f": {by.reason}" if by.reason else ""
    return f"“{name}” is the same actor, judged by {by.who}, {by.at[:10]}{why}"


def identities(standing: Iterable[Judgement]) -> Identities:
    """What merges and splits of actors amount to; ``standing`` earliest first."""
    parent: dict[str, str] = {}
    spelt: dict[str, Identity] = {}

    def root(name: str) -> str:
        while name in parent:
            name = parent[name]
        return name

    for judgement in standing:
        if not of_actors(judgement):
            continue
        names = names_of(judgement)
        keys = [folded(name) for name in names]
        if judgement.kind is JudgementKind.SPLIT:
            joined = {key for key in keys if any(k != key and root(k) == root(key) for k in keys)}
            for key in joined:
                parent.pop(key, None)
            continue
        kind = ActorKind(judgement.value) if judgement.value else None
        for key, name in zip(keys, names, strict=True):
            spelt.setdefault(key, Identity(name, None, judgement))
        spelt[keys[0]] = Identity(names[0], kind, judgement)
        for key in keys:
            top = root(key)
            parent.pop(keys[0], None)  # the name given last is the one it goes by
            if top != keys[0]:
                parent[top] = keys[0]
    known = {key: spelt[root(key)] for key in parent}
    known |= {key: spelt[key] for key in set(parent.values()) if key not in parent}
    return Identities(known)
