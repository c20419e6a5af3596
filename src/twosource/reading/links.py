"""Who got it from whom, as verbs relate two actors: "X told Y", "A, citing B", "briefed by C"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from twosource.lexicon import table
from twosource.reading.cast import Actor
from twosource.reading.company import personal
from twosource.reading.rules.citing import sets_off
from twosource.reading.rules.frames import verb_frames
from twosource.reading.sources import passive, subject_of

_SPOKEN = frozenset({"interview", "remark", "comment", "statement", "call", "conversation"})


@dataclass(frozen=True, slots=True)
class Link:
    """The farther one told the nearer one; ``lasting``: the text says so for good."""

    nearer: Actor
    farther: Actor
    at: int
    sentence: int
    lasting: bool


class Links:
    """The relations that the verbs of a document state; ``who`` says which token means whom."""

    def __init__(self, doc: Doc, who: Mapping[int, Actor]) -> None:
        self.doc = doc
        self.who = who

    def found(self) -> list[Link]:
        """All relations, in text order."""
        verbs = table("reading", "relays")
        found: list[Link] = []
        for token in self.doc:
            if token.lemma_ in _SPOKEN and token.dep_ == "pobj":
                met = self._interview(token)
                if met is not None and met[0] is not met[1]:
                    found.append(Link(*met, token.i, token.sent.start, lasting=False))
            sort = verbs.get(token.lemma_.casefold())
            if sort is None or token.pos_ not in ("VERB", "AUX", "SCONJ"):
                continue
            pair = self._pair(token, sort)
            if pair is not None and pair[0] is not pair[1]:
                lasting = sort in ("relies", "hears")
                found.append(Link(*pair, token.i, token.sent.start, lasting))
        return found

    def _pair(self, token: Token, sort: str) -> tuple[Actor, Actor] | None:
        """(nearer, farther) as this verb relates them; ``None`` where it does not."""
        undergone = passive(token) or (
            token.tag_ == "VBN" and token.dep_ in ("acl", "relcl", "advcl")
        )
        subject, agent = self._done_to(token) if undergone else (self._doer(token), None)
        by = self._actor(agent)
        one = self._actor(subject)
        if undergone:
            if sort in ("carries", "reads") and one is None:
                one = self._author(subject)
            if by is None or one is None:
                return None
            return (by, one) if sort in ("relies", "carries", "reads") else (one, by)
        if sort == "relies":
            return _both(one, self._object(token))
        if sort == "tells":
            other = self._recipient(token)
            return (other, one) if other is not None and one is not None else None
        if sort == "hears":
            return _both(one or self._teller(token, subject), self._origin(token))
        return None

    def _doer(self, token: Token) -> Token | None:
        subject = self._citer(token) or subject_of(token)
        relative = subject is not None and subject.tag_ in ("WP", "WDT")
        return token.head if relative and token.dep_ == "relcl" else subject

    def _citer(self, token: Token) -> Token | None:
        """Who cites: "According to A, citing B"; whose report ends so: "A said P, citing B"."""
        if not sets_off(token):
            return None
        before = self.doc[max(0, token.i - 8) : token.i - 1]
        if len(before) and any(t.lower_ == "according" for t in before):
            return before[-1]
        above = token.head
        while above.dep_ in ("ccomp", "conj", "xcomp") and above.head.i < above.i:
            above = above.head
            reports = "t" in verb_frames(above.lemma_) and above.pos_ == "VERB"
            if reports and (who := subject_of(above)) is not None:
                return who
        return None

    def _author(self, thing: Token | None) -> Actor | None:
        """Whose it is: "in a report seen by the agency, the experts wrote"."""
        for _ in range(6):
            if thing is None or thing.head == thing:
                return None
            thing = thing.head
            if thing.pos_ == "VERB":
                return self._actor(subject_of(thing))
        return None

    def _interview(self, noun: Token) -> tuple[Actor, Actor] | None:
        """As in "said in an interview with the weekly", "in remarks to X": (asker, answerer)."""
        asked = next((c for c in noun.children if c.lower_ in ("with", "to")), None)
        whom = next(asked.rights, None) if asked is not None else None
        host = self._actor(whom)
        guest = self._author(noun)
        if host is None or guest is None or host.sort == "person" or host.role:
            return None
        house = whom is not None and whom.ent_type_ == "ORG" and host.sort == "name"
        asks = noun.lemma_ == "interview" or host.org_class == "outlet" or house
        return (host, guest) if asks else None

    def _teller(self, token: Token, subject: Token | None) -> Actor | None:
        """As in "Ann Or said she had heard it from Y": she who says so."""
        if subject is None or subject.pos_ != "PRON" or token.dep_ != "ccomp":
            return None
        teller = self._actor(subject_of(token.head))
        someone = teller is not None and (personal(teller) or subject.lower_ not in ("he", "she"))
        return teller if someone else None

    def _done_to(self, token: Token) -> tuple[Token | None, Token | None]:
        agent = next((c for c in token.children if c.dep_ == "agent" or c.text == "by"), None)
        by = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent else None
        subject = next((c for c in token.children if c.dep_ == "nsubjpass"), None)
        if subject is not None and subject.tag_ not in ("WP", "WDT"):
            return subject, by
        if token.dep_ in ("acl", "relcl"):
            return token.head, by
        if token.dep_ == "advcl" and by is not None:  # "Interviewed by X, she said"
            return subject_of(token.head), by
        return subject, by

    def _actor(self, token: Token | None) -> Actor | None:
        """The actor of a noun, or of the noun it is part of: "senator on the committee"."""
        for _ in range(3):
            if token is None:
                return None
            if token.i in self.who:
                return self.who[token.i]
            if token.dep_ not in ("pobj", "prep", "compound", "appos"):
                return None
            token = token.head
        return None

    def _object(self, token: Token) -> Actor | None:
        for child in token.children:
            if child.dep_ in ("dobj", "obj") and child.i > token.i:
                return self._actor(child) or self._carried(child)
        return None

    def _carried(self, noun: Token) -> Actor | None:
        """As in "citing a report by the ministry", "its figure from the agency"."""
        for child in noun.children:
            if child.dep_ == "prep" and child.text in ("by", "from", "of"):
                return next((self._actor(c) for c in child.children if c.dep_ == "pobj"), None)
            if child.dep_ == "poss":
                return self._actor(child)
            if child.dep_ == "acl" and child.tag_ == "VBN":  # "assurances given by"
                return self._actor(self._done_to(child)[1])
        return None

    def _recipient(self, token: Token) -> Actor | None:
        for child in token.children:
            if child.dep_ in ("dobj", "dative", "obj") and child.i > token.i:
                return self._actor(child)
            if child.dep_ in ("prep", "dative") and child.text in ("to", "with"):
                return next((self._actor(c) for c in child.children if c.dep_ == "pobj"), None)
        return None

    def _origin(self, token: Token) -> Actor | None:
        objects = [c for c in token.children if c.dep_ in ("dobj", "obj")]
        for holder in (token, *objects):
            for child in holder.children:
                if child.dep_ == "prep" and child.text == "from":
                    return next((self._actor(c) for c in child.children if c.dep_ == "pobj"), None)
        return None


def _both(one: Actor | None, other: Actor | None) -> tuple[Actor, Actor] | None:
    return (one, other) if one is not None and other is not None else None
