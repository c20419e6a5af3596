"""Quantities as written: digits in any separators, words, ranges, shares, money; no meaning yet.

"1.000", "1 000", "1,000", "10k", "1.5 million", "twenty-one", "between 1,500 and 2,000", "60 per
cent", "a third of", "nine in ten". "Dozens" and "several hundred" are quantities without a number.
Parts of names (Su-25, S-300), dates, clock times, ages, page and telephone numbers are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from twosource.grounding import calendars as cal
from twosource.grounding import fractions
from twosource.grounding.impossible import far_year
from twosource.lexicon import rows, table
from twosource.model import Span

MAX_DIGITS = 15  # beyond it a double no longer holds every whole number: no quantity of a war


@dataclass(frozen=True, slots=True)
class Quantity:
    """``low``/``high``: bounds, ``None`` where the words leave one open or name no number.

    ``span`` covers the number, its qualifier and its unit sign; ``core`` the number alone;
    ``unit`` is ``percent``, an ISO 4217 code or empty (whatever is counted).
    """

    low: float | None
    high: float | None
    unit: str
    qualifier: str | None
    span: Span
    core: Span


_GLUED = r"(?-i:(?<=[a-z][.!?])(?=[A-Z]))"  # "in Orsk.Five people": web text without its breaks


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _of_sort(name: str, sort: str) -> str:
    return _alternatives([row[0] for row in rows("grounding", name) if row[1] == sort])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    units = table("grounding", "number_words")
    small = _alternatives(list(units))
    scales = _alternatives([word for word in table("grounding", "scales") if len(word) > 3])
    signs = _alternatives([word for word in table("grounding", "scales") if len(word) <= 3])
    word = rf"(?:{small}|{scales})"
    spelt = rf"(?:an?\s+(?:{scales})|half\s+a\s+dozen|{word})"
    spelt = rf"{spelt}(?:(?:[\s-]+|\s+and\s+){word})*"
    digits = (
        r"[0-9]+,[0-9]{1,2}(?=\s?(?:%|per\s?cent\b|percent\b|pct\b|million\b|billion\b))|"
        r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?!,?[0-9])"
        r"|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
        r"|[1-9][0-9]{0,2}(?:[.\u00a0\u202f'’ ][0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?"
    )
    scale = rf"(?:\s?(?:{signs})\b|[\s-]+(?:{scales})\b)"
    number = rf"(?:\b(?:{fractions.written()})\b|(?:{digits})(?:{scale})?|\b{spelt}\b)"
    money = _alternatives([s for s in table("grounding", "currencies") if not s[0].isalpha()])
    sign = rf"(?:(?:US|C|A|NZ)?(?:{money})\s?)"
    after = _alternatives([s for s in table("grounding", "currencies") if s[0].isalpha()])
    tail = rf"(?:\s?(?:%|per\s?cent\b)|\s(?:percent|pct)\b|\s(?:US\s)?(?:{after})\b)"
    qualifier = _alternatives([row[0] for row in rows("grounding", "qualifiers")])
    upto = "as many as|up to|possibly|perhaps"  # "at least nine and up to 12"
    body = (
        rf"(?P<sign>{sign})?(?P<first>{number})(?P<tail1>{tail})?"
        rf"(?:(?P<join>\s?[-–—]\s?|\s+and\s+(?:{upto})\s+|\s+(?:to|or|and)\s+)(?P<sign2>{sign})?(?P<second>{number}))?"
        rf"(?P<tail>{tail})?"
    )
    many, several = _of_sort("vague_numbers", "many"), _of_sort("vague_numbers", "of")
    parts = _alternatives([part for part in table("grounding", "fractions") if part != "half"])
    flags = re.IGNORECASE
    return {
        "quantity": re.compile(
            rf"(?:(?<![\w.,/:#№-])|{_GLUED})(?:(?P<between>between|from)\s+)?(?:(?P<q>{qualifier})\s+)?(?:the\s+)?{body}",
            flags,
        ),
        "vague": re.compile(
            rf"\b(?:(?:{many})(?:\s+of\s+(?:{many}))?|(?:{several})\s+(?:{scales})s?)\b", flags
        ),
        "share": re.compile(
            rf"\b(?P<a>{small})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<b>{small})\b"
            rf"|\b(?P<frac>(?:an?|{small})[\s-](?:{parts})s?|(?<!a )half)"
            rf"\s+(?!(?:of\s+)?(?:an?|the)\s+(?:{scales})\b)(?:of\b|the\b|its\b|their\b)",
            flags,
        ),
        "digits": re.compile(rf"^(?:{digits})"),
    }


_DECIMAL_COMMA = re.compile(r"^([0-9]+),([0-9]{1,2})(?![0-9,])")
_TELEPHONE = re.compile(r"[0-9]{3}\s?[-–]\s?[0-9]{4}")
_DIALLED = re.compile(r"\+[0-9][0-9 ()-]*$")
_HANDED = re.compile(r"\b(?:hand|turn|sign)(?:s|ed|ing)?\s+$", re.IGNORECASE)
_BOTH_AGED = re.compile(r"(?:,|\bare|\bwere)\s+(?:both|each)\s*$", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:man|woman|boy|girl|nurse|father|mother|[a-z]+er)\s+of\s*$", re.I)
_DIED_AT = re.compile(r"\bdie[sd]?\s+at\s*$", re.IGNORECASE)
_PUT_AT = re.compile(r"\b(?:put|puts|putting|number|toll|total|count)\b", re.IGNORECASE)
_AGES_ROW = re.compile(
    r"\b(?:were|are)\s+\d\d?(?:,\s+\d\d?)*,?\s+and\s+\d\d?"
    r"(?=\s*[.;]|,\s[^,.;]{1,60}\s(?:said|says|told)\b)"
)
_NAMED_BEFORE = re.compile(r"(?:(?-i:[A-Z][\w.'’-]+)|\b(?P<noun>[a-z-]+)),\s*(?:also\s+)?$", re.I)
_APART_AFTER = re.compile(
    r"^(?:,|\s+and\s+[A-Z]|\s+(?:[—–-]|who\b|of\s+[A-Z]|from\s+[A-Z])|;|\.(?:\s|$)|$)"
)
_OLDEST = 110
_DASHES = ("-", "–", "—")
_WORD_BEFORE = re.compile(r"([a-z]+)\.?\s+$", re.IGNORECASE)
_SUM_BEFORE = re.compile(r"\b[A-Za-z]{1,3}[0-9][0-9.,]* \Z")  # "P5 million", "Sh200 billion"
_MANY = frozenset(("people", "men", "personnel", "crew"))
_AGE_AFTER = re.compile(r"^\s*(?:who\b|[,.;)]|$)")
_AFTER = re.compile(
    r"^(?:\s+block\b|\s+(?:and|or|to)\s+[0-9]{1,2}\s+years?\s+old\b|[-‐‑–\s](?:year|month|week|day)[-‐‑–\s]olds?\b|\s+(?:year|month|week|day)s?\s+old\b|\s?(?:a\.?m|p\.?m)\b|:[0-9]|/[0-9]"
    r"|,[0-9]|(?:st|nd|rd|th)\b|[a-z]*[0-9]|\)|[-‐‑][0-9]|\s?o'clock|[a-z])",
    re.IGNORECASE,
)


@cache
def _before() -> dict[str, re.Pattern[str]]:
    """What may stand before a number that counts nothing: ages (of a list or range too), labels."""
    small = _alternatives(list(table("grounding", "number_words")))
    labels = _alternatives(list(table("grounding", "number_labels")))
    return {
        "aged": re.compile(
            r"\b(?:age[sd]?|as young as|as old as|turn(?:s|ed|ing)?)\s+"
            r"(?:(?:of|from|between|ranging|at)\s+)*"
            rf"(?:(?:[0-9]{{1,3}}|{small})(?:\s?[-–,]\s?|\s+)(?:(?:and|to|or)\s+)?)*$",
            re.IGNORECASE,
        ),
        "changed": re.compile(
            rf"\b(?:{_alternatives(list(table('grounding', 'changes')))})"
            r"(?:\s+(?:sharply|again|today|yesterday|overnight|up|down))?\s+$",
            re.IGNORECASE,
        ),
        "label": re.compile(rf"(?:\b(?:{labels})\s*|[(#+])$", re.IGNORECASE),
        "called": re.compile(rf"\b(?:{_of_sort('telephones', 'before')})\w*\s+$", re.IGNORECASE),
        "call": re.compile(rf"\s+(?:{_of_sort('telephones', 'after')})", re.IGNORECASE),
    }


def _grouped(text: str) -> float:
    """The value of digits in any grouping: "1.000", "1 000", "1,000.5"."""
    bare = re.sub(r"[\u00a0\u202f'’ ,]", "", text)
    if re.fullmatch(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+", bare):
        bare = bare.replace(".", "")
    return float(bare)


def value(text: str) -> float | None:
    """The number some words or digits name; ``None`` where they name none we can hold."""
    if sum(c.isdigit() for c in text) > MAX_DIGITS:
        return None
    part_of = fractions.value(text.strip())
    if part_of is not None:
        return part_of
    lowered = _DECIMAL_COMMA.sub(r"\1.\2", text.casefold().strip())
    digits = _patterns()["digits"].match(lowered)
    scales = table("grounding", "scales")
    if digits:
        factor = scales.get(lowered[digits.end() :].strip(" -"), "1")
        return _grouped(digits.group()) * float(factor)
    units = table("grounding", "number_words")
    total, part = 0.0, 0.0
    for word in re.split(r"[\s-]+", lowered):
        if word in units:
            part += float(units[word])
        elif word == "half":
            part = 0.5
        elif word in scales:
            part = (part or 1.0) * float(scales[word])
            if float(scales[word]) >= 1000:
                total, part = total + part, 0.0
    return total + part


def _scaled(first: str, second: str) -> str:
    """In "2 to 3 million": the scale of the second number belongs to the first as well."""
    names = _alternatives(list(table("grounding", "scales")))
    scale = re.search(rf"(?:(?<![a-z])(?:{names}))$", second.strip(), re.IGNORECASE)
    bare = re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]+)?", first.strip())
    return f"{first.strip()} {scale.group()}" if scale and bare else first


def _unit(match: re.Match[str]) -> str:
    names = table("grounding", "currencies")
    sign = (match["sign"] or match["sign2"] or "").strip().casefold()
    if sign:
        return names.get(sign) or names.get(sign[-1], "")
    tail = (match["tail"] or match["tail1"] or "").strip().casefold()
    if not tail:
        return ""
    if tail[0] == "%" or tail.startswith(("per", "pct")):
        return "percent"
    return names.get(tail) or names.get(tail.split()[-1], "")


def _bounds(
    match: re.Match[str], low: float, high: float | None, changed: bool
) -> tuple[float | None, float | None, str | None]:
    """Low, high and the folded qualifier; of "rose from 41 to 44" the second number."""
    if high is not None:
        return (high, high, None) if changed else (low, high, None)
    words = " ".join((match["q"] or "").casefold().split())
    for entry, folded, open_end in rows("grounding", "qualifiers"):
        if entry == words:
            return (
                None if open_end == "low" else low,
                None if open_end == "high" else low,
                folded,
            )
    return low, low, None


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.start("first"), match.end()
    first, second = match["first"], match["second"]
    join = (match["join"] or "").strip()
    ranged = bool(second) and (
        join == "to"
        or (join in _DASHES and _one_row(text, match))
        or bool(match["between"] and join == "and")
        or bool(match["q"] and match["q"].casefold() == "at least" and join.startswith("and "))
        or (join == "or" and (value(first) or 0) + 1 == value(second))  # "four or five"
    )
    if _in_a_name(text, match, ranged):
        return None
    if second and not ranged:
        end = match.end("tail1") if match["tail1"] else match.end("first")
    low = value(_scaled(first, second) if ranged else first)
    high = value(second) if ranged else None
    if low is None or (ranged and (high is None or high < low)):
        return None
    if _DIALLED.search(text[max(0, start - 20) : start]):
        return None
    if _telephone(text, match, start) or far_year(text, start):
        return None
    before = text[max(0, start - 50) : match.start("sign") if match["sign"] else start]
    unit = _unit(match) if ranged or not second else _unit_first(match)
    if not unit and (_before()["label"].search(before) or _age(before, text[end : end + 8])):
        return None
    if not unit and _ages_in_a_row(text, match.start("first")):
        return None
    if not unit and not ranged and first.isdigit() and _named_age(before, text, end, low):
        return None
    if _AFTER.match(text[end : end + 20]):
        return None
    least, most, qualifier = _bounds(match, low, high, _changed(text, match))
    at = match.start("q")
    over = (match["q"] or "").casefold() == "over" and _HANDED.search(text, max(0, at - 12), at)
    if over:  # "handed over 14 prisoners"
        least, most, qualifier = low, low, None
    whole = (
        match.start() if (match["q"] and not over) or (match["between"] and ranged) else start,
        end,
    )
    core_end = match.end("second") if ranged else match.end("first")
    return Quantity(least, most, unit, qualifier, whole, (start, core_end))


def _one_row(text: str, match: re.Match[str]) -> bool:
    """Not "Oct 3 - Five men", "Aug. 12 - 30 men": a day, and the first words after a dateline."""
    alike = match["first"][0].isdigit() == match["second"][0].isdigit()
    apart = match["join"] != match["join"].strip()
    word = _WORD_BEFORE.search(text, max(0, match.start("first") - 20), match.start("first"))
    return alike and not (apart and word and word[1].casefold() in cal.words("month"))


def _in_a_name(text: str, match: re.Match[str], ranged: bool) -> bool:
    """As in "the 7-Eleven"; in "P5 million" the five is lost and the million no number alone."""
    glued = (match["join"] or "") in _DASHES and not ranged
    torn = _SUM_BEFORE.search(text, max(0, match.start("first") - 12), match.start("first"))
    scale = match["first"].split()[0].casefold() in table("grounding", "scales")
    return (bool(match["second"]) and glued) or bool(torn and scale)


def _changed(text: str, match: re.Match[str]) -> bool:
    """As in "has climbed from 41 to 44": what the count was, and what it is."""
    between = (match["between"] or "").casefold()
    left = text[max(0, match.start() - 40) : match.start()]
    return between == "from" and _before()["changed"].search(left) is not None


def _telephone(text: str, match: re.Match[str], start: int) -> bool:
    """As in "555-0101", "called 911"."""
    if _TELEPHONE.fullmatch(text, start, match.end("second") if match["second"] else start):
        return True
    if table("grounding", "telephones").get(match["first"]) != "number":
        return False
    called = _before()["called"].search(text[max(0, start - 20) : start])
    return bool(called or _before()["call"].match(text, match.end("first")))


def _age(before: str, after: str) -> bool:
    """Read "aged 24", "a nurse of 51 who", "Ann Li dies at 74"."""
    named = _AGE_BEFORE.search(before) and _AGE_AFTER.match(after)
    both = _BOTH_AGED.search(before) and re.match(r"[,.;)]|\s+(?:of|from|years)\b", after)
    died = _DIED_AT.search(before) and not _PUT_AT.search(before)
    return bool(_before()["aged"].search(before) or named or both or died)


def _ages_in_a_row(text: str, at: int) -> bool:
    """Read "The girls were 9, 10 and 13.": numbers that end the sentence are no count."""
    start = max(text.rfind(mark, 0, at) for mark in (".", ";", "\n")) + 1
    row = _AGES_ROW.search(text, start)
    return row is not None and row.start() <= at < row.end()


def _named_age(before: str, text: str, end: int, number: float) -> bool:
    """Read "Ann Li, 40, was shot", "a woman, 22, was": an age between commas after one person."""
    apart = _APART_AFTER.match(text[end : end + 8])
    named = _NAMED_BEFORE.search(before)
    if not (apart and named and 0 < number <= _OLDEST):
        return False
    noun = (named["noun"] or "").casefold()
    one = noun in table("grounding", "people") and noun[-1] != "s" and noun not in _MANY
    return not noun or one


def _unit_first(match: re.Match[str]) -> str:
    sign = (match["sign"] or "").strip().casefold()
    tail = (match["tail1"] or "").strip().casefold()
    names = table("grounding", "currencies")
    if sign:
        return names.get(sign) or names.get(sign[-1], "")
    if tail[:1] == "%" or tail.startswith(("per", "pct")):
        return "percent"
    return names.get(tail.split()[-1], "") if tail else ""


def _shares(text: str) -> list[Quantity]:
    found = []
    for match in _patterns()["share"].finditer(text):
        if match["frac"]:
            words = re.split(r"[\s-]", match["frac"].casefold())
            times = float(table("grounding", "number_words").get(words[0], "1"))
            cut = float(table("grounding", "fractions")[words[-1].removesuffix("s")])
            percent = 100 * times / cut
            if percent > 100:
                continue
            span = match.span("frac")
        else:
            part, whole = value(match["a"]) or 0.0, value(match["b"]) or 0.0
            if not 0 < part < whole:
                continue
            percent, span = 100 * part / whole, match.span()
        found.append(Quantity(percent, percent, "percent", None, span, span))
    return found


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of the text in order, without overlaps."""
    patterns = _patterns()
    found = _shares(text)
    for match in patterns["vague"].finditer(text):
        found.append(Quantity(None, None, "", match.group().casefold(), match.span(), match.span()))
    taken = [quantity.span for quantity in found]
    at = 0
    while number := patterns["quantity"].search(text, at):
        read = _read(text, number)
        at = max(number.end("first"), read.span[1] if read else 0)
        if read and not any(read.core[0] < end and start < read.core[1] for start, end in taken):
            found.append(read)
    return tuple(sorted(found, key=lambda quantity: quantity.span))


_DIGITS = re.compile(
    r"(?<![\w.])[0-9]+(?:\.[0-9]+)?[eE][-+]?[0-9]+(?!\w)"  # 1e6
    r"|(?:(?<![^\s(\"“])[-\u2212])?\d(?:[\d.,\u00a0\u202f'’]*\d)?"
    r"|(?<!\w)[^\W\da-zA-Z_]+(?!\w)"  # perhaps number signs, "Ⅻ", or a word of another script
)
_GROUPS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}")


@cache
def _gaps() -> re.Pattern[str]:
    written = _alternatives([row[0] for row in rows("grounding", "no_numbers")])
    return re.compile(rf"(?<![\w/-])(?:{written})(?=\s+[a-z])")


def unread(text: str, span: Span) -> tuple[tuple[Span, str], ...]:
    """Numbers inside a span that are none to us, each with the reason.

    Digits or number signs of another script, more of them than a number of anything can have,
    powers ("1e6"), numbers below zero, groups that no country writes ("1,00,0"), what programs
    write for a gap ("NaN"): not guessed.
    """
    found = [
        (gap.span(), "what programs write where they have no number")
        for gap in _gaps().finditer(text, *span)
    ]
    for match in _DIGITS.finditer(text, *span):
        written = match.group()
        if not all(c.isnumeric() for c in written if c.isalpha() and not c.isascii()):
            continue
        if written[0] in "-\u2212":
            found.append((match.span(), "less than nothing is no count"))
        elif not written.isascii():
            found.append((match.span(), "digits of another script"))
        elif "e" in written.casefold():
            found.append((match.span(), "a power of ten as machines write it"))
        elif sum(c.isdigit() for c in written) > MAX_DIGITS:
            found.append((match.span(), "more digits than a number of anything has"))
        elif "," in written and not _GROUPS.fullmatch(written) and not _LIST.fullmatch(written):
            found.append((match.span(), "digits grouped as no country writes them"))
    return tuple(found)


_LIST = re.compile(r"[0-9]+(?:\.[0-9]+)*,[0-9]{1,2}")  # "1.000,5", "12,5": a decimal comma
