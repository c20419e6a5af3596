"""The case of one figure: what was said where, by whom, and the country it was said for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from twosource.grounding.actor_names import known_actor
from twosource.grounding.gazetteer import lookup
from twosource.grounding.groups import asserter_place
from twosource.grounding.page import Page
from twosource.grounding.stated import Before, Read
from twosource.lexicon import rows
from twosource.model import ActorKind, Mention, Place, Span
from twosource.reading.states import state_named

SIDE = re.compile(r"\bthe\s+(?P<side>[A-Z]\w+)\s+side\b")
FORCE = re.compile(
    r"\b(?:army|forces?|troops|navy|guard|brigade|battalion|militia|units?|military|fighters)\b",
    re.I,
)
_SEATED = re.compile(r"\b(?:in|at|near|based in)\s+[A-Z]\w+(?:\s[A-Z]\w+)*")
_SEAT = re.compile(r".+\b(?:in|based in) (?P<seat>[A-Z][\w '’-]+)$")
_SCENE = 500  # code points within which a place is the scene of what an authority counts


@dataclass(frozen=True)
class Case:
    """A quantity on its way to a group.

    ``known`` maps place names of the document to themselves; ``where`` are the places the statement
    is about.
    """

    page: Page
    mention: Mention
    read: Read
    before: Before
    known: dict[str, str]
    where: Sequence[Place] = ()

    @property
    def at(self) -> int:
        """Where the number begins."""
        return self.read.quantity.core[0]

    @property
    def sentence(self) -> Span:
        """The sentence of the number."""
        return self.page.sentence(self.at)

    @property
    def force(self) -> bool:
        """Is the root asserter itself an armed body?"""
        if not self.mention.relays:
            return False
        root = self.mention.relays[-1]
        return root.kind is ActorKind.FORCE or bool(FORCE.search(root.name))

    @cached_property
    def home(self) -> str | None:
        """The country the asserter speaks for: of the side named, the name, or the publisher."""
        page, name = self.page, self.mention.asserter
        source = " ".join(page.text[start:end] for start, end in self.mention.source)
        seat = _SEAT.match(name or "")  # "the ombudsman in Baku": of the state, not of the town
        state = state_named(seat["seat"]) if seat else None
        home = state.name if state else asserter_place(name, self.known)
        home = home or asserter_place(_SEATED.sub("", source), self.known)
        if home is None and name:
            home = self._named_once(name)
        if home is None and name:  # "the Prosecutor's Office" in a ministry's own release
            home = asserter_place(page.document.publisher, {}) or self._of_the_scene()
        side = SIDE.search(page.text, *self.sentence)
        told = asserter_place(side["side"], self.known) if side and not self.force else None
        return told or home

    def at_home(self) -> bool:
        """Does it happen in the country that tells of it? A place must say so."""
        codes = {code for _, place, code in rows("grounding", "demonyms") if place == self.home}
        return any(place.country in codes or place.name == self.home for place in self.where)

    def _of_the_scene(self) -> str | None:
        """The country where an authority named without one counts ("the Health Ministry").

        Not where the text speaks of a region that several claim: whose ministry it is stays open.
        """
        at = self.mention.content[0][0]
        near_by = [
            p for p in self.where if any(at - _SCENE <= a <= at + _SCENE for a, _ in p.spans)
        ]
        spots = {place.country for place in near_by if place.country}
        claimed = any(
            e.everyday and e.sort == "area" for name in self.known for e in lookup(name)[:1]
        )
        agency = self.mention.relays[-1].kind is ActorKind.AGENCY
        known = known_actor(self.mention.asserter or "")
        agency = agency and (known is None or bool(known.state))  # not the United Nations
        if not agency or len(spots) != 1 or claimed:
            return None
        codes = {code: place for _, place, code in rows("grounding", "demonyms")}
        return codes.get(spots.pop())

    def _named_once(self, name: str) -> str | None:
        """The country an institution is named with elsewhere ("Ruritania's High Court")."""
        body = re.escape(name.removeprefix("the ")).replace("'", "['’]")
        whole = re.search(rf"(?P<place>[A-Z]\w+)(?:['’]s)?\s+{body}", self.page.text)
        return asserter_place(whole["place"], self.known) if whole and len(name) > 5 else None
