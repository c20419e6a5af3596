"""What a person types for a value, checked and made into what is stored.

Spans are given by the words themselves, where these stand only once, or by positions
(``120:180,200:210``, code points of the text). Places that the gazetteer knows by one meaning can
be given by name. Raises `Unfit`, one clear line, for all that a field does not take.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from twosource.codec import encode
from twosource.judging import sound
from twosource.judging.fields import SPANS, WORDS, Field, Given, Worded, anchors
from twosource.judging.shown import BETWEEN, CHAIN, KEYS, NOTHING
from twosource.judging.sound import Unfit, quoted
from twosource.model import (
    Figure,
    Measure,
    Mention,
    Named,
    Place,
    Precision,
    Relay,
    Span,
    Spans,
    TimeRange,
    Transfer,
)

_POSITIONS = re.compile(r"\d{1,9}:\d{1,9}(?:\s*,\s*\d{1,9}:\d{1,9})*")
_NAMES = {"from": "giver", "to": "receiver"}
FindPlace = Callable[[str], Place | None]


def parsed(
    mention: Mention, field: Field, typed: str, text: str, find: FindPlace | None = None
) -> str:
    """The stored value for what was typed about ``mention``; ``text`` is its document's."""
    typed = typed.strip()
    empty = typed in ("", NOTHING)
    if field in WORDS:
        return _word(field, typed)
    if field in SPANS:
        return encode(anchors(text, () if empty else _spans(mention, field, typed, text)))
    if field is Field.CHAIN:
        names = [] if empty else typed.split(CHAIN.strip())
        return encode([_relay(mention, name, text) for name in map(_name, names)])
    if field is Field.ACTORS:
        return encode(tuple(map(_name, () if empty else typed.split(BETWEEN.strip()))))
    if field is Field.PLACES:
        places = [] if empty else typed.split(BETWEEN.strip())
        return encode([Worded(_place(each.strip(), find)) for each in places])
    if field is Field.FIGURE:
        return encode(Worded(None if empty else _figure(_cells(typed))))
    if field is Field.TIME:
        return encode(Worded(None if empty else _time(typed)))
    return encode(Given(None if empty else _transfer(_cells(typed))))


def _word(field: Field, typed: str) -> str:
    known = [word.value for word in WORDS[field]]
    if typed not in known:
        raise Unfit(f"{field.value} is one of {', '.join(known)}; not {quoted(typed)}")
    return typed


def _name(typed: str) -> str:
    return sound.name(" ".join(typed.split()))


def _spans(mention: Mention, field: Field, typed: str, text: str) -> Spans:
    if _POSITIONS.fullmatch(typed):
        pairs = (pair.split(":") for pair in typed.split(","))
        return tuple((int(start), int(end)) for start, end in pairs)
    return tuple(_stands(mention, field, part.strip(), text) for part in typed.split(" … "))


def _stands(mention: Mention, field: Field, wanted: str, text: str) -> Span:
    """Where the words stand: once in the text, or once near the mention."""
    gaps = r"\s+".join(map(re.escape, wanted.split()))
    found = [match.span() for match in re.finditer(gaps, text)] if gaps else []
    if len(found) > 1:
        present = mention.content[:1] if field is Field.CONTENT else mention.content
        near = [s for s in found if any(s[0] < end and start < s[1] for start, end in present)]
        found = near if len(near) == 1 else found
    if len(found) == 1:
        return found[0]
    where = f"stands {len(found)} times" if found else "does not stand"
    raise Unfit(
        f"{field.value}: {quoted(wanted)} {where} in the text; give words that stand once, "
        "or positions such as 120:180"
    )


def _relay(mention: Mention, name: str, text: str) -> Worded[Relay]:
    """A link of the chain; one that stood in it before keeps its words."""
    for relay in mention.relays:
        if relay.name == name:
            return Worded(Relay(name, (), relay.named, relay.kind), anchors(text, relay.spans))
    return Worded(Relay(name, (), Named.NAMED))


def _cells(typed: str) -> Mapping[str, str]:
    cells: dict[str, str] = {}
    for part in filter(None, (each.strip() for each in typed.split(";"))):
        key, equals, value = part.partition("=")
        if not equals or not value.strip():
            raise Unfit(f"{quoted(part)} is no key=value")
        key = key.strip()
        if key in cells:
            raise Unfit(f"{key} is given twice")
        cells[key] = _name(value)
    return cells


def _only(cells: Mapping[str, str], known: tuple[str, ...]) -> None:
    if strange := sorted(cells.keys() - set(known)):
        raise Unfit(f"no {quoted(strange[0])}; known are {', '.join(known)}")


def _number(cells: Mapping[str, str], key: str) -> float | None:
    if key not in cells:
        return None
    try:
        return float(cells[key].replace(",", "").replace("_", ""))
    except ValueError:
        raise Unfit(f"{key}: {quoted(cells[key])} is no number") from None


def _figure(cells: Mapping[str, str]) -> Figure:
    known = ("measure", "low", "high", "unit", "group", "qualifier", "cumulative")
    _only(cells, known)
    measure = cells.get("measure", Measure.OTHER.value)
    if measure not in [m.value for m in Measure]:
        raise Unfit(f"measure is one of {', '.join(m.value for m in Measure)}")
    low, high = _number(cells, "low"), _number(cells, "high")
    if (said := cells.get("cumulative")) not in (None, "yes", "no"):
        raise Unfit("cumulative is yes or no")
    return sound.figure(
        Figure(
            Measure(measure),
            low,
            high,
            cells.get("unit", "item"),
            cells.get("group"),
            cells.get("qualifier"),
            None if said is None else said == "yes",
        )
    )


def _place(typed: str, find: FindPlace | None) -> Place:
    if "=" not in typed:
        found = find(_name(typed)) if find else None
        if found is None:
            raise Unfit(
                f"no single place {quoted(typed)} is known; give it as "
                "name=…; lat=…; lon=…; precision=point|city|district|region|country"
            )
        return found
    cells = _cells(typed)
    _only(cells, ("name", "lat", "lon", "precision", "country", "admin"))
    if "name" not in cells:
        raise Unfit("a place has a name")
    lat, lon = _number(cells, "lat"), _number(cells, "lon")
    precision = cells.get("precision", "")
    if precision not in [p.value for p in Precision]:
        raise Unfit(f"precision is one of {', '.join(p.value for p in Precision)}")
    return sound.place(
        Place(
            cells["name"], lat, lon, Precision(precision), cells.get("country"), cells.get("admin")
        )
    )


def _time(typed: str) -> TimeRange:
    first, _, last = typed.partition("/")
    return sound.time(TimeRange(first.strip(), (last or first).strip()))


def _transfer(cells: Mapping[str, str]) -> Transfer:
    known = ("giver", "receiver", "what", "in_return")
    _only(cells, tuple(KEYS.get(key, key) for key in known))
    given = {_NAMES.get(key, key): value for key, value in cells.items()}
    return Transfer(*(given.get(key) for key in known))


def known_place(name: str) -> Place | None:
    """A place of the gazetteer, where the name has one meaning there."""
    from twosource.grounding.gazetteer import lookup

    found = lookup(name)
    plain = [entry for entry in found if entry.everyday] or list(found)
    if len(plain) != 1:
        return None
    entry = plain[0]
    precision = {
        "country": Precision.COUNTRY,
        "area": Precision.REGION,
        "region": Precision.REGION,
        "district": Precision.DISTRICT,
    }.get(entry.sort, Precision.CITY)
    return Place(
        entry.name, entry.lat, entry.lon, precision, entry.country or None, entry.admin or None
    )
