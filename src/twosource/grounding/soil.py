"""Land and capitals that a people's adjective names: "on Libyan soil", "the Somali capital"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from twosource.grounding.gazetteer import lookup
from twosource.grounding.page import Page
from twosource.grounding.toponyms import role
from twosource.lexicon import rows
from twosource.model import Place, Precision, Span
from twosource.reading.states import capital_of, state_of_people
from twosource.reading.syntax import following


def ground(token: Token | None) -> bool:
    """Is it a word for a piece of land: "Ruritania's border", "Ruritanian soil"?"""
    return token is not None and token.lemma_.lower() in role("ground")


def soil(page: Page, content: Span) -> tuple[Place, Span] | None:
    """The first place that a content names so, with its words."""
    for token in page.tokens(content):
        country = _peoples().get(token.lower_) if token.text[:1].isupper() else None
        after = following(token)
        if country is None or after is None or not ground(after) or after.text.istitle():
            continue
        span = (token.idx, after.idx + len(after))
        place = _capital(country, token, span) if after.lower_ == "capital" else None
        place = place or _country(country, span)
        if place is not None:
            return place, span
    return None


@cache
def _peoples() -> dict[str, str]:
    """Adjectives, folded, to their country."""
    return {row[0].casefold(): row[1] for row in rows("grounding", "demonyms") if row[2] != "-"}


def _country(country: str, span: Span) -> Place | None:
    entry = next((e for e in lookup(country) if e.sort == "country"), None)
    if entry is None:
        return None
    where = (entry.lat, entry.lon, Precision.COUNTRY, entry.country)
    return Place(entry.name, *where, None, (span,))


def _capital(country: str, people: Token, span: Span) -> Place | None:
    """The capital, where the state has one whose name the gazetteer knows in that country."""
    state = state_of_people(people.text)
    name = capital_of(state.name if state is not None else country)
    code = next((e.country for e in lookup(country) if e.sort == "country"), "")
    entry = next((e for e in lookup(name) if e.sort == "town" and e.country == code), None)
    if entry is None:
        return None
    return Place(
        entry.name, entry.lat, entry.lon, Precision.CITY, code, entry.admin or None, (span,)
    )
