"""Where a text makes a person the voice of an institution: "X, director of Y", "X runs Y"."""

from __future__ import annotations

import re
from functools import cache

from twosource import lexicon
from twosource.linking.items import Item

BETWEEN = 60  # code points between the two names


@cache
def _office() -> str:
    entries = sorted(lexicon.words("linking", "offices"), key=len, reverse=True)
    return r"\b(?:" + "|".join(map(re.escape, entries)) + r")\b"


def speaks_for(person: str, house: str, said: tuple[Item, ...]) -> bool:
    """Do the documents of the statements name ``person`` an officer of ``house``?

    The office stands between the two names, or before the person: "Y spokesman X".
    """
    gap = rf"[^.!?\n]{{0,{BETWEEN}}}"
    one, other = re.escape(person), re.escape(house)
    wanted = re.compile(rf"{one}{gap}{_office()}{gap}{other}|{other}{gap}{_office()}{gap}{one}")
    texts = {item.document.id: item.document.text for item in said}
    return any(wanted.search(text) for text in texts.values())
