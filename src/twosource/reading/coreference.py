"""Who a name, a description or a pronoun means within one document.

The document is read once from start to end. Names are matched by their words, descriptions ("the
ministry") by the nouns an actor was introduced with, pronouns by number, gender and nearness, with
those preferred who spoke last: in reporting, a source that is named once goes on to be cited.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.lexicon import table, words
from twosource.model import Document
from twosource.reading.cast import Actor, actor_from, signature
from twosource.reading.company import BODIES, Company, body, personal
from twosource.reading.nouns import org_class
from twosource.reading.phrase import Phrase, org_name
from twosource.reading.states import any_state, fold

_NEAR = 60  # tokens within which a state that acted lends its name to "the Defence Ministry"
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "-old")
_MEMORY = 60_000  # tokens, about 120 printed pages: whom nobody named since is met anew
_CROWD = 1_000  # actors up to which nobody is forgotten
_FAR = 1500  # tokens: a description may take up somebody met pages ago
_FACELESS = frozenset({"interlocutor", "insider", "whistle-blower", "whistleblower", "source"})
_LOOSE_ROLES = frozenset({"official", "person", "rank", "law", "expert", "speaks", ""})


class Cast(Company):
    """All actors of a document met so far; `resolve` is to be called in text order."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.labels: set[str] = set()  # folded nouns that descriptions may take up
        self.speaks = False  # does the phrase being read say something itself?
        self._states: dict[str, Actor] = {}
        self._crowd = _CROWD

    def resolve(self, phrase: Phrase, at: int, nearby_state: str = "") -> Actor | None:
        """The actor a phrase at token ``at`` means; ``None`` where the text does not say."""
        if len(self.actors) > self._crowd:
            self._forget(at)
        found = self._find(phrase, at, nearby_state)
        if found is not None:
            found.last = at
        return found

    def _forget(self, at: int) -> None:
        """Leave behind who was last met long before ``at``, so that a book is read in linear time.

        States with their peoples and seats stay, and the publisher: there are only so many.
        """
        stay = {self.publisher, *self._states.values()}
        near = at - _MEMORY
        self.actors = [
            a for a in self.actors if a in stay or max(a.last, a.speaker, a.subject) >= near
        ]
        self._crowd = max(_CROWD, 2 * len(self.actors))

    def _find(self, phrase: Phrase, at: int, nearby: str) -> Actor | None:
        if phrase.pronoun:
            return self.pronoun(phrase, at)
        if phrase.carrier:
            return self._maker(phrase, at, nearby)
        if phrase.role_class == "counterpart":
            return self._counterpart(phrase, at)
        if self.initials and (phrase.person or phrase.org) == self.initials:
            return self.publisher  # "told AFP", in a dispatch of Agence France-Presse
        if phrase.here and (
            phrase.org_class in ("outlet", "other") or phrase.role_class == "press"
        ):
            return self.publisher
        belongs = self.resolve(phrase.belongs, at, nearby) if phrase.belongs else None
        if belongs is not None and phrase.org and belongs.sort != "state":
            phrase = replace(phrase, state=phrase.state or belongs.state)
        if phrase.role_class == "press" and self._ours(phrase, belongs):
            return self.publisher
        if phrase.person:
            return self._by_name(phrase, belongs, at)
        if phrase.org_class in ("state", "people"):
            return self._namesake(phrase) or self._state(phrase)
        if phrase.org and org_name(phrase):
            return self._institution(phrase, belongs, at, nearby)
        return self._surnamed(phrase) or self._described(phrase, belongs, at, nearby)

    # -- names

    def _surnamed(self, phrase: Phrase) -> Actor | None:
        """Whose name was taken for a plural at a sentence's head ("Wilkins said")."""
        if phrase.definite or " " in phrase.words or not phrase.words[:1].isupper():
            return None
        last = fold(phrase.words)
        named = (a for a in reversed(self.actors) if fold(a.person).split()[1:])
        return next((a for a in named if fold(a.person).split()[-1] == last), None)

    def _ours(self, phrase: Phrase, belongs: Actor | None) -> bool:
        bare = phrase.definite and not phrase.person and phrase.words == "reporter"
        return belongs is self.publisher or bare

    def _by_name(self, phrase: Phrase, belongs: Actor | None, at: int) -> Actor:
        words = fold(phrase.person).replace("'s", "").split()
        for actor in reversed(self.actors):
            known = fold(actor.person or actor.org).split()
            if not known or actor.sort == "state":
                continue
            if _same_name(words, known):
                self._learn(actor, phrase, belongs)
                return actor
        return self._add(phrase, belongs)

    def _learn(self, actor: Actor, phrase: Phrase, belongs: Actor | None) -> None:
        if actor.person and len(phrase.person) > len(actor.person):
            actor.person = phrase.person
        if phrase.person and phrase.office and _lower(actor):
            actor.office = phrase.office
        if phrase.role and actor.role_class in ("", "title", "rank"):
            actor.role, actor.role_class = phrase.role, phrase.role_class
        actor.nouns |= {fold(w) for w in (phrase.role, *phrase.label.split()) if w}
        actor.gender = actor.gender or phrase.gender
        actor.org_class = actor.org_class or phrase.org_class
        actor.label = actor.label or phrase.label
        self.labels |= {fold(w) for w in phrase.label.split()}
        if belongs is not None and (actor.belongs is None or not actor.belongs.identified()):
            actor.belongs = belongs
        actor.state = actor.state or phrase.state

    def _namesake(self, phrase: Phrase) -> Actor | None:
        """A person met by full name who is called like a state or capital."""
        word = fold(phrase.org)
        for actor in self.actors:
            names = fold(actor.person).split()
            if len(names) > 1 and word in names and actor.sort != "org":
                return actor
        return None

    def _state(self, phrase: Phrase) -> Actor:
        state = any_state(phrase.org)
        name = state.name if state is not None else phrase.org
        seat = state is not None and fold(phrase.org) in {fold(s) for s in state.seats}
        key = fold(phrase.org) if seat or phrase.org_class == "people" else name
        if key not in self._states:
            actor = actor_from(phrase, None)
            actor.sort = "org" if seat else "group" if phrase.org_class == "people" else "state"
            actor.org_class = "authority"
            self._states[key] = actor
            self.actors.append(actor)
        return self._states[key]

    def _institution(self, phrase: Phrase, belongs: Actor | None, at: int, nearby: str) -> Actor:
        mark = signature(phrase.org)
        state = phrase.state or (belongs.state if belongs is not None else "") or nearby
        best: Actor | None = None
        for actor in self.actors:
            theirs = signature(actor.org or actor.person) if actor.sort != "state" else frozenset()
            if not theirs or not mark or not (mark <= theirs or theirs <= mark):
                continue
            if mark != theirs and min(len(mark), len(theirs)) == 1 and not _names(mark & theirs):
                continue  # "the service" alone does not tell one service from another
            if (state and actor.state and state != actor.state) or _others(actor, belongs):
                continue
            if best is None or actor.last > best.last:
                best = actor
        if not state and phrase.org_class == "authority" and len(mark) < 3:
            stated = self._subject_state(best.last if best is not None else -1, at)
            if stated is not None:
                return self._institution(phrase, stated, at, stated.state)
        if best is not None:
            self._learn(best, phrase, belongs)
            best.state = best.state or state
            if (len(mark), len(phrase.org)) > (len(signature(best.org)), len(best.org)):
                best.org = phrase.org
            return best
        added = self._add(phrase, belongs)
        added.state = added.state or state
        return added

    # -- descriptions

    def _described(
        self, phrase: Phrase, belongs: Actor | None, at: int, nearby: str
    ) -> Actor | None:
        head = fold((phrase.org or phrase.role or phrase.first_words or phrase.words).split()[-1])
        state = phrase.state or (belongs.state if belongs is not None else "") or nearby
        if phrase.definite and not phrase.restricted:
            known = self._take_up(phrase, head, state, belongs, at)
            if known is not None:
                self._learn(known, replace(phrase, person="", state=""), None)
                return known
        someone = phrase.role or phrase.org or head.removesuffix("s").endswith(_DOERS)
        if not (someone or self.speaks):
            return None  # a thing: "by telephone", "the truce"
        added = self._add(phrase, belongs)
        added.state = added.state or state
        return added

    def _subject_state(self, after: int, at: int) -> Actor | None:
        """The state that acted last, if later than token ``after``: whose ministry speaks now."""
        acting = [
            a
            for a in self._states.values()
            if a.sort == "state" and max(after, at - _NEAR) < max(a.subject, a.speaker) < at
        ]
        return max(acting, key=lambda a: max(a.subject, a.speaker), default=None)

    def _take_up(
        self, phrase: Phrase, head: str, state: str, belongs: Actor | None, at: int
    ) -> Actor | None:
        wanted = signature(phrase.org) if phrase.org else frozenset()
        other = "" if phrase.plural else table("reading", "taken_up").get(head, "")
        called = {head, *(noun.strip() for noun in other.split(","))}

        def fits(actor: Actor) -> bool:
            if called.isdisjoint(actor.nouns) or (actor.plural and not phrase.plural and not one):
                return False
            if (phrase.plural and not actor.plural) or not wanted <= actor.nouns | called:
                return False
            if _other_charge(phrase, actor):
                return False
            if belongs is not None and phrase.role and actor.belongs not in (None, belongs):
                return False
            return not (state and actor.state and state != actor.state)

        one = phrase.counted and phrase.definite
        found = self.nearest(at, fits, reach=_FAR)
        if len(wanted) > 1 and phrase.org_class == "authority" and not state and belongs is None:
            stated = self._subject_state(found.last if found is not None else -1, at)
            if stated is not None:
                return self._institution(phrase, stated, at, stated.state)
        if found is not None:
            return self.one_of(found) if found.plural and one else found
        if phrase.role in _FACELESS:
            return self.nearest(at, lambda a: personal(a) and a.role_class in _LOOSE_ROLES)
        if belongs is not None or phrase.plural or phrase.state:
            return None
        return self._loosely(phrase, head, at)

    def _loosely(self, phrase: Phrase, head: str, at: int) -> Actor | None:
        """Whoever of that sort is nearest: "the firm", "the colonel"."""
        if phrase.org_class in BODIES or head in ("agency", "service", "organisation"):
            armed = ("force",) if head == "group" else ()
            return self.nearest(
                at,
                lambda a: body(a) or (a.sort == "org" and a.org_class in armed),
                doubtful=lambda a: a.sort == "name",
            )
        someone = bool(phrase.role) or phrase.words.endswith("-old")
        if phrase.org or not someone or " " in phrase.words:
            return None
        if phrase.role_class not in _LOOSE_ROLES:
            return None
        return self.nearest(at, lambda a: personal(a) and a.role_class in _LOOSE_ROLES)

    def _counterpart(self, phrase: Phrase, at: int) -> Actor | None:
        """The same office of another state, as in "its counterpart in Baku"."""
        other = self.resolve(phrase.belongs, at) if phrase.belongs is not None else None
        if other is None or not phrase.state:
            return self._add(phrase, other)
        wanted = Actor(
            other.sort, other.org or other.words, org=other.org, org_class=other.org_class,
            role=other.role, role_class=other.role_class, state=phrase.state,
            nouns=set(other.nouns),
        )  # fmt: skip
        mark = signature(other.org)
        for actor in self.actors:
            if actor.state == phrase.state and mark and signature(actor.org) == mark:
                return actor
        self.actors.append(wanted)
        return wanted

    def _maker(self, phrase: Phrase, at: int, nearby: str) -> Actor | None:
        """Who made or released a thing that is made to speak."""
        if phrase.belongs is not None:
            return self.resolve(phrase.belongs, at, nearby)
        if phrase.org:
            named = replace(phrase, carrier="", org="", person=phrase.org, words=phrase.org)
            known = any_state(phrase.org) is not None  # "an EU memo"
            return self._state(phrase) if known else self._by_name(named, None, at)
        if (phrase.definite and not phrase.plural) or phrase.words.startswith("same "):
            return self.last_speaker(at)
        return None

    def _add(self, phrase: Phrase, belongs: Actor | None) -> Actor:
        actor = actor_from(phrase, belongs)
        self.actors.append(actor)
        self.labels |= {fold(w) for w in phrase.label.split()}
        return actor


def _others(actor: Actor, belongs: Actor | None) -> bool:
    """Is the institution another owner's, though the owner be no state that is known?"""
    if belongs is None or belongs.sort not in ("name", "state") or belongs is actor.belongs:
        return False
    if belongs.state or fold(belongs.title()) in fold(actor.org):
        return False
    return bool(actor.state) or (actor.belongs is not None and actor.belongs.sort == "name")


def _other_charge(phrase: Phrase, actor: Actor) -> bool:
    """Do both say of what they are in charge, and not of the same: "foreign", "navy" minister?"""
    noun, same = phrase.role.split()[-1:], actor.role.split()[-1:]
    told, known = _charge(phrase.first_words, noun), _charge(actor.words, same)
    return noun == same and bool(told and known) and told.isdisjoint(known)


def _charge(called: str, noun: list[str]) -> frozenset[str]:
    title = fold(called).replace("'s", " ").split()
    apart = title[: title.index(noun[0])] if noun and noun[0] in title else []
    grades = words("reading", "grades")
    return frozenset(w for w in apart if w not in grades and any_state(w) is None)


def _lower(actor: Actor) -> bool:
    """Is it so far known by no office but a rank?"""
    return actor.office is None or actor.role_class in ("", "title", "rank")


def _names(mark: frozenset[str]) -> bool:
    """Is one of the words a name rather than what every institution of the sort is called?"""
    return any(not org_class(word) for word in mark)


def _same_name(words: list[str], known: list[str]) -> bool:
    if words == known:
        return True
    shorter, longer = sorted((words, known), key=len)
    if len(shorter) == 1:
        return len(shorter[0]) > 2 and shorter[0] in (longer[0], longer[-1])
    if longer[: len(shorter)] == shorter:
        return True
    return set(shorter) <= set(longer) and shorter[-1] == longer[-1]
