"""The people and institutions of one document, as it introduces them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from twosource.model import Named, Span
from twosource.reading.nouns import capitalised, org_class
from twosource.reading.phrase import Phrase, org_name
from twosource.reading.states import fold, states_in

_INSTITUTION_SPEAKS = frozenset({"speaks", "heads"})
_DESKS = ("press service", "press office", "media office", "press department")
_EMPTY_OWNERS = frozenset({"country", "nation", "homeland"})
_UNNAMED = frozenset({"official", "law", "rank", "press"})


@dataclass(slots=True, eq=False)
class Actor:
    """One who acts or speaks in a document; filled while the document is read from start to end.

    ``sort`` is "person", "org", "state", "group" (several people), or "name" where the text does
    not show whether a name is a person's or an institution's. ``nouns`` are the folded words that a
    later description ("the ministry", "the colonel") may take up. ``nearer`` are those who passed
    on what this actor said, nearest to the reporter first; ``farther`` whom it relies on.
    """

    sort: str
    words: str
    person: str = ""
    org: str = ""
    org_class: str = ""
    role: str = ""
    role_class: str = ""
    office: Span | None = None  # where the text gives it beside the name
    gender: str = ""
    state: str = ""
    belongs: Actor | None = None
    nouns: set[str] = field(default_factory=set)
    label: str = ""
    plural: bool = False
    counted: bool = False
    subject: int = -1  # token index of the latest mention as a subject
    house: bool = False  # perhaps an institution, by the look of its name
    own: bool = False  # the publisher itself, its reporters included
    last: int = -1  # token index of the latest mention
    outside: bool = False  # met outside what others are reported to say
    speaker: int = -1  # token index of the latest statement
    basis: str = ""  # evidence it last named, for one who watches rather than acts
    nearer: tuple[Actor, ...] = ()
    farther: tuple[Actor, ...] = ()

    def institution(self) -> Actor:
        """The one it speaks for: its institution where spokespeople and directors have one."""
        home = self.belongs
        if home is not None and fold(self.org).endswith(_DESKS):
            return home.institution()  # "the ministry's press service"
        if self.role_class in _INSTITUTION_SPEAKS and home is not None and home is not self:
            return home.institution() if home.identified() or not self.person else self
        return self

    def faceless(self) -> bool:
        """No person, institution, state or known role: perhaps a thing ("this pattern")."""
        described = self.sort in ("person", "group") and not self.own
        return described and not (self.person or self.org or self.role or self.role_class)

    def identified(self) -> bool:
        """Does its title tell it from every other of its sort?"""
        if self.sort in ("state", "name") or self.person or self.own:
            return True
        if self.org and (self.state or self.belongs is not None):
            return True
        if self.org:
            held = "'s " in self.org.replace("’", "'")  # "the mayor's office"
            return held or (capitalised(self.org) and not self.generic())
        home = self.belongs
        return self.role_class == "office" and bool(self.state or (home and home.identified()))

    def generic(self) -> bool:
        """Every state has one of these: "Defence Ministry", "Foreign Ministry"."""
        return self.org_class == "authority" and not self.state and len(self.org.split()) <= 3

    def title(self) -> str:
        """The fullest name the document gives, with its state or owner where that is needed."""
        if self.person:
            return self.person
        if self.sort == "state":
            return self.state
        base = self.org or self.words
        home = self.belongs
        official = self.role_class == "official" and home is not None
        if official and home is not None and home.org_class == "intelligence":
            return home.title()  # an unnamed official of a service and that service are one
        owner, _, owned = base.replace("’", "'").partition("'s ")
        if owned and owner.rpartition(" ")[2] in _EMPTY_OWNERS:  # "his country's attaché"
            return base[-len(owned) :]
        if states_in(base.replace("’s", "").replace("'s", "").split()):
            return base
        generic = any(org_class(word) for word in base.split())
        if self.org and home is not None and home is not self and home.identified():
            return f"{home.title()}'s {base}" if generic else base
        if self.org and self.state and generic and self.generic_words():
            return f"{self.state}'s {base}"
        return self._with_owner(base)

    def generic_words(self) -> bool:
        """Is the institution one that needs its state to be known by?"""
        return self.org_class in ("authority", "force", "intelligence")

    def _with_owner(self, base: str) -> str:
        """Put the owner's name for a pronoun: "its foreign ministry", "the region's leader"."""
        home = self.belongs
        if home is None or home is self or self.plural:
            return base
        first = base.split(" ", 1)
        if fold(first[0]) in ("its", "his", "her", "their", "our"):
            return f"{home.title()}'s {first[1]}" if len(first) > 1 else base
        if not home.identified():
            return self.words if base in self.words else base
        return base if fold(home.title()) in fold(base) or " " in base else f"{home.title()} {base}"

    def named(self) -> Named:
        """Can a reader tell who it is?"""
        if self.plural and not self.org_named():
            unnamed = self.counted or self.role_class in _UNNAMED
            unnamed = unnamed and not self.org
            return Named.UNNAMED if unnamed else Named.COLLECTIVE
        if self.counted and not self.person:
            return Named.UNNAMED
        if self.org.casefold().endswith(("intelligence", "media")) and not self.state:
            return Named.COLLECTIVE
        office = self.role_class == "office" and bool(self.state or self.belongs)
        portfolio = self.org.casefold().endswith(" ministry")  # there is one "defence ministry"
        known = self.identified() or office or portfolio
        known = known or (bool(self.org) and capitalised(self.org))
        return Named.NAMED if known else Named.UNNAMED

    def org_named(self) -> bool:
        """Is it a named institution, for all its plural ("Northern Forces")?"""
        return self.sort in ("org", "state") and any(w[:1].isupper() for w in self.org.split()[1:])


@lru_cache(maxsize=1 << 14)
def signature(name: str) -> frozenset[str]:
    """The folded words that tell one institution from another, states left out."""
    words = fold(name).replace("'s", "").replace("-", " ").split()
    spelled = {"defense": "defence", "mod": "defence ministry", "mfa": "foreign ministry"}
    spread = " ".join(spelled.get(w.strip("."), w) for w in words).split()
    spread = ["foreign" if w == "affairs" else w for w in spread]
    skip = {"of", "the", "for", "and", "national", "republic", "federation"}
    original = name.replace("’s", "").replace("'s", "").split()
    states = {
        fold(word)
        for at, state in states_in(original)
        for word in original[at : at + max(1, len(state.name.split()))]
    }
    return frozenset(w for w in spread if w not in skip and w not in states)


def actor_from(phrase: Phrase, belongs: Actor | None) -> Actor:
    """A newcomer, as the phrase introduces it."""
    plural = phrase.plural and not (phrase.org and org_name(phrase))
    if phrase.org_class == "state":
        sort = "state"
    elif phrase.org and not phrase.role:
        sort = "org"
    elif plural:
        sort = "group"
    elif phrase.role:
        sort = "person"
    else:
        sort = "name" if phrase.person else "person"
    nouns = {fold(w) for w in (phrase.role, *phrase.role.split()) if w}
    nouns |= {fold(w) for w in phrase.label.split()}
    if phrase.org:
        nouns.add(fold(phrase.org.split()[-1]))
    nouns |= set(signature(phrase.org)) if phrase.org else set()
    if sort == "name":
        nouns.add(fold(phrase.person.split()[-1]))
    if phrase.first_words and not phrase.person:
        nouns.add(fold(phrase.first_words.split()[-1]))
    state = phrase.state or (belongs.state if belongs is not None else "")
    return Actor(
        sort=sort, words=phrase.words, person=phrase.person, org=phrase.org,
        org_class=phrase.org_class, role=phrase.role, role_class=phrase.role_class,
        office=phrase.office if phrase.person else None, gender=phrase.gender, state=state,
        belongs=belongs, nouns=nouns, label=phrase.label, plural=plural, counted=phrase.counted,
        house=phrase.house,
    )  # fmt: skip
