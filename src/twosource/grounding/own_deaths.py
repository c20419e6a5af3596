"""Where one who killed others ends dead himself: "killed two men at a bar before killing himself".

The parse loses him; the words are few and stand behind those he killed, in the same sentence.
"""

from __future__ import annotations

import re
from functools import cache

from twosource.lexicon import rows, words

_FURTHER = r"(?:[^.;:!?\n]{0,120}?[\s,])?"  # what he did besides: "… and wounding three"
_GUN = r"(?:the|his|her|a)\s+(?:gun|rifle|weapon|pistol|handgun|shotgun|knife)"
_HIMSELF = (
    r"(?:,|\s+and(?:,)?|,\s+and)\s+(?:then\s+|finally\s+|later\s+)?(?:himself|herself|self)\b"
)
_KILLING = ("killing", "shooting", "stabbing", "gunning down", "murdering", "slaying", "executing")
_ADVERB = r"(?:(?:fatally|finally|later|apparently|allegedly|eventually)\s+)?"


def own_death(text: str, end: int) -> int | None:
    """Where the words end by which a killer joins those he killed; ``end``: where these end."""
    found = _pattern().match(text, end)
    return found.end() if found else None


def killed_in_turn(text: str, end: int) -> int | None:
    """The same where it goes on with what befell him: "killed three people and was shot dead"."""
    found = _in_turn().match(text, end)
    return found.end() if found else None


@cache
def _in_turn() -> re.Pattern[str]:
    return re.compile(rf"{_FURTHER}and\s+was\s+{_ADVERB}(?:{_said('undergoer')})\b")


def died_before(text: str, start: int, victims: int) -> bool:
    """Is his death told first: "took his own life after killing two people"?

    ``start``: of the sentence; ``victims``: where those he killed stand.
    """
    return _ahead().search(text, start, victims) is not None


@cache
def _ahead() -> re.Pattern[str]:
    died = rf"(?:{_said('doer')})|(?:is|was|lies)\s+(?:dead|{_said('undergoer')})"
    killing = "|".join(_KILLING)
    return re.compile(rf"\b(?:{died})\b[^.;:!?\n]{{0,80}}?\bafter\s+{_ADVERB}(?:{killing})\b", re.I)


def besides(text: str, end: int) -> int | None:
    """Where the words end that add him to a toll: "a death toll of five plus the gunman"."""
    found = _plus().match(text, end)
    return found.end() if found else None


@cache
def _plus() -> re.Pattern[str]:
    return re.compile(rf",?\s+plus\s+(?:{_who()})\b", re.I)


def _who() -> str:
    return "|".join(re.escape(word) for word in sorted(words("grounding", "doers")))


@cache
def _pattern() -> re.Pattern[str]:
    who = _who()
    doer = f"(?:before|then|and)\\s+(?:(?:{who})\\s+)?{_ADVERB}(?<!to\\s)(?:{_said('doer')})"
    undergoer = rf"before\s+(?:being|(?:{who})\s+was)\s+{_ADVERB}(?:{_said('undergoer')})"
    return re.compile(rf"{_HIMSELF}|{_FURTHER}(?:{doer}|{undergoer})\b")


def _said(sort: str) -> str:
    phrases = (row[0] for row in rows("grounding", "own_deaths") if row[1] == sort)
    return "|".join(r"\s+".join(map(_word, phrase.split())) for phrase in phrases)


def _word(word: str) -> str:
    slots = {"SELF": "(?:himself|herself)", "POSS": "(?:his|her)", "GUN": _GUN}
    return slots.get(word) or re.escape(word)
