"""What is kept of a noun phrase that may mean somebody."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Span
from twosource.reading.nouns import capitalised

FIRST = frozenset(["i", "we", "me", "us", "our", "my", "ourselves"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase read for who it means. Strings are as written, without article.

    ``start``/``end`` are token indices of the core phrase, ``words`` its text. ``person`` is a
    personal or unknown proper name, ``role`` a folded role noun with its class, ``org`` an
    institution's name or description, ``belongs`` the phrase of its owner or institution.
    """

    start: int
    end: int
    words: str
    person: str = ""
    role: str = ""
    role_class: str = ""
    gender: str = ""
    org: str = ""
    org_class: str = ""
    label: str = ""  # what a named institution is called besides: "weekly", "intelligence service"
    state: str = ""
    belongs: Phrase | None = None
    pronoun: str = ""
    carrier: str = ""  # a thing that is made to speak: "imagery", "bulletin"
    definite: bool = False
    plural: bool = False
    counted: bool = False
    here: bool = False  # "this reporter", "this site"
    office: Span | None = None  # offsets of the words that give a person's office
    house: bool = False  # the parse takes the name for an institution's: "Al Jazeera"
    restricted: bool = False  # a relative clause says which one
    first_words: str = (
        ""  # the core without complement: "officer" of "officer of the General Staff"
    )


def org_name(phrase: Phrase) -> bool:
    """Is the institution named, not merely described ("the ministry")?"""
    return bool(phrase.org) and capitalised(phrase.org)
