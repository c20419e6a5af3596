"""The places a document names, each resolved as far as the text fixes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.documents.dateline import find_dateline
from twosource.grounding.gazetteer import Entry, lookup
from twosource.grounding.labels import labels
from twosource.grounding.resolving import resolve
from twosource.grounding.toponyms import Toponym, toponyms
from twosource.lexicon import rows, table
from twosource.model import Document, Place, Precision
from twosource.reading.parsed import Parsed

_PRECISION = {
    "country": Precision.COUNTRY,
    "area": Precision.REGION,
    "region": Precision.REGION,
    "district": Precision.DISTRICT,
    "town": Precision.CITY,
}


@dataclass(frozen=True, slots=True)
class Located:
    """A place name of the document with its toponym: candidates, tokens, surroundings."""

    place: Place
    toponym: Toponym


def _hints(page: Parsed) -> Counter[str]:
    """Countries that adjectives name ("Ruritanian"), as evidence for where the text plays."""
    found: Counter[str] = Counter()
    codes = {row[0].casefold(): row[2] for row in rows("grounding", "demonyms")}
    for token in page.doc:
        if token.text[:1].isupper():
            code = codes.get(token.lower_, "-")
            if code != "-":
                found[code] += 1
    return found


def _around(toponym: Toponym) -> Entry | None:
    """Where a name no gazetteer has lies, if a district or region is named beside it."""
    if not toponym.container:
        return None
    outer = [entry for entry in lookup(toponym.container) if entry.sort in ("district", "region")]
    return outer[0] if len(outer) == 1 else None


def _unresolved(toponym: Toponym) -> Precision:
    """What the words beside a name say it is, or what all places of that name are."""
    sorts = {_PRECISION[entry.sort] for entry in toponym.candidates}
    known = sorts.pop() if len(sorts) == 1 else Precision.UNKNOWN
    return toponym.precision or known


def _place(toponym: Toponym, entry: Entry | None) -> Place:
    spans = (toponym.span,)
    if entry is None:
        outer = _around(toponym)
        if outer and not toponym.candidates:
            sort = _PRECISION[outer.sort]
            return Place(
                toponym.name, outer.lat, outer.lon, sort, outer.country, outer.admin or None, spans
            )
        return Place(toponym.name, None, None, _unresolved(toponym), spans=spans)
    precision = _PRECISION[entry.sort]
    if toponym.precision in (Precision.DISTRICT, Precision.REGION) and precision is not (
        Precision.COUNTRY
    ):
        precision = toponym.precision
    return Place(
        entry.name if entry.sort in ("country", "area") else toponym.name,
        entry.lat,
        entry.lon,
        precision,
        entry.country or None,
        entry.admin or None,
        spans,
    )


def _filed(parsed: Parsed, known: Sequence[Toponym]) -> list[Toponym]:
    """The place of a dateline whose name alone does not show that it is one: "KHERSON —"."""
    head = find_dateline(parsed.text)
    name = (head.place or "").split(",")[0] if head else ""
    if head is None or not name or any(t.span[0] < head.span[1] for t in known):
        return []
    start = parsed.text.index(name, head.span[0])
    tokens = parsed.doc.char_span(start, start + len(name), alignment_mode="expand")
    entries = lookup(name)
    if not entries or tokens is None:
        return []
    span = (start, start + len(name))
    return [Toponym(span, name.title(), entries, tokens[0].i, tokens[-1].i)]


def located(parsed: Parsed) -> tuple[Located, ...]:
    """Every place name of a text, resolved as far as the text fixes it."""
    plain = toponyms(parsed.doc)
    marked = labels(parsed, plain)
    taken = {i for t in marked for i in range(t.first, t.last + 1)}
    rest = (t for t in plain if taken.isdisjoint(range(t.first, t.last + 1)))
    plain = (*rest, *marked)
    named = tuple(sorted((*plain, *_filed(parsed, plain)), key=lambda t: t.span))
    entries = resolve(named, _hints(parsed))
    return tuple(Located(_place(t, e), t) for t, e in zip(named, entries, strict=True))


def places_in(parsed: Parsed, document: Document) -> tuple[Place, ...]:
    """All places a document names, in order; coordinates ``None`` where ambiguous or unknown."""
    return tuple(found.place for found in located(parsed))


def names(all_places: tuple[Located, ...]) -> dict[str, str]:
    """Place names of the document (case-folded) to themselves, for reading actors' names."""
    demonyms = table("grounding", "demonyms")
    return {
        f.toponym.name.casefold(): f.toponym.name
        for f in all_places
        if f.toponym.name.casefold() not in demonyms
    }
