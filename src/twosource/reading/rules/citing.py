"""Whom the reporter cites, at the end of what is reported: "The Globe says P, citing two aides".

The participle tells whence the reporter has it and is no part of P, wherever the parse hung it;
`reading.links` makes a link of the chain of it.
"""

from __future__ import annotations

from spacy.tokens import Token

from twosource.lexicon import words
from twosource.reading.rules.found import Found, Scene
from twosource.reading.syntax import subtree


def cut(scene: Scene, found: Found) -> None:
    """Take ", citing …" out of the content."""
    for i in sorted(found.content - found.cue):
        token = scene.doc[i]
        if i != found.at and sets_off(token) and i - 1 > min(found.content):
            found.content -= subtree(token) | {i - 1}


def sets_off(token: Token) -> bool:
    """Is it a participle of citing after a comma, outside quotation marks?"""
    if token.tag_ != "VBG" or token.lemma_.lower() not in words("reading", "citing_verbs"):
        return False
    return token.i > 0 and token.doc[token.i - 1].text == ","
