"""Which nouns are English: the index that the parser's lemmatizer carries (of WordNet)."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from twosource.reading.parsed import pipeline


@cache
def _nouns() -> frozenset[str]:
    lookups = pipeline().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return frozenset(lookups.get_table("lemma_index")["noun"])


def known_noun(token: Token) -> bool:
    """Does a dictionary have the noun, in any number?"""
    return not _nouns().isdisjoint((token.lower_, token.lemma_.lower()))
