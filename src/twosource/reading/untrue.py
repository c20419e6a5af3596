"""A word that calls untrue what was just asked: "Troops fled? Nonsense, said the general"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from twosource.lexicon import table


def untrue(words: Sequence[Token]) -> bool:
    """Do some words begin with one that calls a thing untrue, alone in its sentence?"""
    alone = len(words) < 2 or words[1].is_punct
    return bool(words) and alone and table("reading", "denials").get(words[0].lower_) == "false"
