"""Who is present in a document so far, and whom a pronoun means.

Pronouns are matched by number, gender and nearness, with those preferred who spoke last: in
reporting, a source that is named once goes on to be cited.
"""

from __future__ import annotations

from collections.abc import Callable

from twosource.lexicon import table
from twosource.model import Document
from twosource.reading.cast import Actor, signature
from twosource.reading.nouns import org_class
from twosource.reading.phrase import FIRST, Phrase
from twosource.reading.states import states_in

_PERSONAL = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_GROUP = frozenset({"they", "them", "their", "theirs"})
_MANY = frozenset({*_GROUP, "both", "each"})
_ONE = frozenset({"one", "another", "others"})
_TOGETHER = frozenset({"family", "couple", "crew"})
_REACH = 220  # tokens: about two paragraphs of wire copy
_SPOKE = 50  # tokens by which a speaker counts as nearer
_GENDER = 30  # the same for one whose gender the text has shown
_UNSURE = 30  # by which a name that may be no person's counts as farther
_LATEST = 30  # the same for who spoke last of all
_SUBJECT = 30  # the same for a subject
_SAME = 25  # the same for somebody in the same sentence
BODIES = frozenset({"other", "watch", "research", "outlet", "imagery", "data", "intelligence"})


class Company:
    """The publisher and everybody met so far."""

    def __init__(self, document: Document) -> None:
        house = document.publisher or ""
        named = states_in(house.split())
        self.publisher = Actor(
            "org", house, org=house, org_class=_class_of(house), own=True,
            state=named[-1][1].name if named else "",
        )  # fmt: skip
        self.initials = _initials(house)
        self.actors: list[Actor] = []
        self.exclude: list[Actor] = []  # whom a pronoun cannot mean here
        self.sentence = 0  # first token of the sentence being read
        self.says = False  # is the pronoun being read one who says something: "it added"?
        if document.publisher:
            self.publisher.nouns |= set(signature(document.publisher))
            self.actors.append(self.publisher)

    def spoke(self, actor: Actor, at: int) -> None:
        """Remember that the actor made a statement at token ``at``."""
        actor.speaker = at

    def last_speaker(self, at: int) -> Actor | None:
        """Whoever spoke last before ``at``."""
        spoken = [a for a in self.actors if 0 <= a.speaker <= at and not a.own]
        return max(spoken, key=lambda a: a.speaker, default=None)

    def pronoun(self, phrase: Phrase, at: int) -> Actor | None:
        """Whom a pronoun at token ``at`` means; ``None`` where nobody fits.

        Who goes on to speak is rather one who spoke than one of whom others told ("Ann Or said the
        army had left. It …" aside): those come in only where nobody else does.
        """
        if self.says and phrase.pronoun not in FIRST:
            others, self.says = self.exclude, False
            here = self.sentence  # in its own sentence: "The Red Cross has left, it says"
            told = [a for a in self.actors if not a.outside and a.last < here]
            self.exclude = [*others, *told]
            found, self.exclude = self.pronoun(phrase, at), others
            if found is not None:
                return found
        word = phrase.pronoun
        if word in FIRST:
            return self.publisher
        if word in _PERSONAL:
            if self._our_reporter():
                return self.publisher
            gender = "f" if word in _FEMALE else "m"
            return self.nearest(
                at,
                lambda a: personal(a) and _gender(a) in ("", gender),
                gender,
                doubtful=lambda a: a.sort == "name" and not _gender(a),
            )
        if word in _THING:
            return self.nearest(at, lambda a: a.sort in ("org", "state", "name") and not _gender(a))
        if word in _MANY or word in _ONE:
            if word in _GROUP and not phrase.counted:
                return self.nearest(at, _several, doubtful=lambda a: not a.plural)
            several = self.nearest(at, lambda a: a.plural)
            if word in _MANY and not phrase.counted:
                return several
            return self.one_of(several) if several is not None else None
        return None

    def _our_reporter(self) -> bool:
        """As in "Our correspondent says she has seen …": nobody else is named in the sentence."""
        here = [a for a in self.actors if a.last >= self.sentence and (a.own or personal(a))]
        return bool(here) and all(a.own for a in here)

    def one_of(self, several: Actor) -> Actor:
        """One of a group, as a newcomer."""
        one = Actor(
            several.sort, several.words, org=several.org, org_class=several.org_class,
            role=several.role, role_class=several.role_class, state=several.state,
            belongs=several.belongs, nouns=set(several.nouns), counted=True,
            nearer=several.nearer, farther=several.farther,
        )  # fmt: skip
        self.actors.append(one)
        return one

    def nearest(
        self,
        at: int,
        fits: Callable[[Actor], bool],
        gender: str = "",
        reach: int = _REACH,
        doubtful: Callable[[Actor], bool] | None = None,
    ) -> Actor | None:
        """Who of those that fit was met or spoke last, within ``reach`` tokens.

        Those that ``doubtful`` tells may not be meant count as farther away.
        """
        best: Actor | None = None
        score, latest = -reach, self.last_speaker(at) if gender else None
        for actor in self.actors:
            if actor.last < 0 or actor in self.exclude or not fits(actor):
                continue
            near = actor.last - at + (_SPOKE if actor.speaker == actor.last else 0)
            near += _SUBJECT if actor.subject == actor.last and actor.speaker != actor.last else 0
            near += _SAME if actor.last >= self.sentence else 0
            near += _GENDER if gender and actor.gender == gender else 0
            near += _LATEST if latest is not None and actor is latest else 0
            near -= _UNSURE if doubtful is not None and doubtful(actor) else 0
            if near > score:
                best, score = actor, near
        if best is not None and gender and not best.gender and best.sort != "group":
            best.gender = gender
            best.sort = "person" if best.sort == "name" else best.sort
        return best


def _initials(name: str) -> str:
    """What a publisher of three words or more is called for short: "AFP"; else ``""``."""
    words = [w for w in name.replace("-", " ").split() if w[:1].isupper()]
    return "".join(w[0] for w in words) if len(words) > 2 else ""


def _class_of(name: str) -> str:
    """The class of a publisher by its name; an outlet unless a noun in it says otherwise."""
    found = [org_class(word) for word in name.split()]
    return next((sort for sort in found if sort and sort != "other"), "outlet")


def _gender(actor: Actor) -> str:
    """What the text has shown of it, else what the given name in a full name tells."""
    given, _, family = actor.person.partition(" ")
    told = table("reading", "given_names").get(given.casefold(), "") if family else ""
    return actor.gender or told


def _several(actor: Actor) -> bool:
    """Can "they" mean this actor: several, an institution, or what may be one ("the church")?"""
    together = actor.sort == "org" or actor.house or actor.role in _TOGETHER
    return actor.plural or together or (actor.faceless() and not _gender(actor))


def personal(actor: Actor) -> bool:
    """Can "he" or "she" mean this actor?"""
    if actor.plural or actor.sort in ("org", "state", "group"):
        return False
    if actor.house and not _gender(actor):
        return False
    acronym = actor.person.isupper() and len(actor.person) > 1
    return actor.sort == "person" or not (actor.org_class or acronym or actor.person[:1] == "@")


def body(actor: Actor) -> bool:
    """Can "the firm", "the agency" mean this actor?"""
    return actor.sort in ("org", "name") and actor.org_class in (*BODIES, "") and not actor.gender
