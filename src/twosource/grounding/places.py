"""Where: the places of a document, and which of them a mention is about.

A place that acts ("Moscow said", "Kyiv has promised") or owns ("Ruritania's army") is an actor and
no place of the claim; so is one inside an organisation's name or in the words that name the source.
"The town", "there" take the last place that fits.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Token

from twosource.grounding.gazetteer import Entry, lookup
from twosource.grounding.groups import people_class
from twosource.grounding.page import Page, inside, touches
from twosource.grounding.resolving import resolve
from twosource.grounding.toponyms import Toponym, toponyms
from twosource.lexicon import rows, table, words
from twosource.model import Document, Mention, Place, Precision, Reason, Span
from twosource.reading.parsed import Parsed

_PRECISION = {
    "country": Precision.COUNTRY,
    "area": Precision.REGION,
    "region": Precision.REGION,
    "district": Precision.DISTRICT,
    "town": Precision.CITY,
}
_BACK = re.compile(
    r"\b(?:(?P<there>there)|(?:the|that|its)\s+(?P<noun>town|city|village|settlement|port|capital|"
    r"district|region|province|republic|enclave|area)(?:'s|’s)?)\b(?!\s+of\s+[A-Z])",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(r"['’]s\b|\s+(?:is|are|was|were|has|have|will|may)\b", re.I)
_FINE = (Precision.POINT, Precision.CITY, Precision.DISTRICT)


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


def _place(toponym: Toponym, entry: Entry | None) -> Place:
    spans = (toponym.span,)
    if entry is None:
        outer = _around(toponym)
        if outer and not toponym.candidates:
            sort = _PRECISION[outer.sort]
            return Place(
                toponym.name, outer.lat, outer.lon, sort, outer.country, outer.admin or None, spans
            )
        precision = toponym.precision or Precision.CITY
        return Place(toponym.name, None, None, precision, spans=spans)
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


def located(parsed: Parsed) -> tuple[Located, ...]:
    """Every place name of a text, resolved as far as the text fixes it."""
    named = toponyms(parsed.doc)
    entries = resolve(named, _hints(parsed))
    return tuple(Located(_place(t, e), t) for t, e in zip(named, entries, strict=True))


def places_in(parsed: Parsed, document: Document) -> tuple[Place, ...]:
    """All places a document names, in order; coordinates ``None`` where ambiguous or unknown."""
    return tuple(found.place for found in located(parsed))


def _acts(found: Located, parsed: Parsed) -> bool:
    """Is the name an actor here: subject of an act, owner, or part of an organisation's name."""
    if found.toponym.embedded:
        return True
    doc = parsed.doc
    last = doc[found.toponym.last]
    after = last.nbor() if last.i + 1 < len(doc) else None
    if found.toponym.precision is None and after is not None and after.lower_ in ("'s", "’s"):
        return found.place.precision in (Precision.COUNTRY, Precision.REGION)
    head: Token = last
    while head.dep_ in ("conj", "compound", "appos") and head.head.i != head.i:
        head = head.head
    if head.dep_ not in ("nsubj", "agent") and not (
        head.dep_ == "pobj" and head.head.lower_ == "by"
    ):
        return False
    if head.i < found.toponym.first or head.i > last.i:
        return head.pos_ == "PROPN" and _acting(head)
    return _acting(head)


def _acting(head: Token) -> bool:
    verb = head.head
    if head.dep_ == "pobj":
        return True
    still = words("grounding", "place_verbs")
    return verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() not in still


def _usable(found: Located, mention: Mention, page: Page) -> bool:
    return not touches(found.toponym.span, (*mention.source, *mention.cue)) and not _acts(
        found, page.parsed
    )


def _origin(found: Located, page: Page) -> bool:
    """Does "from" stand before it: where people or shots come from."""
    first = page.parsed.doc[found.toponym.first]
    return first.i > 0 and first.nbor(-1).lower_ == "from"


def _names_people(found: Located, page: Page) -> bool:
    """As in "Kursk veterans": the name tells people apart, beside another place of the claim."""
    token = page.parsed.doc[found.toponym.last]
    return token.dep_ in ("compound", "amod", "nmod") and people_class(token.head) is not None


def _narrowed(found: list[Located], page: Page) -> list[Located]:
    """Without containers of finer places, without countries beside finer ones, without origins."""
    containers = {f.toponym.container for f in found if f.toponym.container}
    kept = [f for f in found if f.toponym.name not in containers] or found
    kept = [f for f in kept if not _names_people(f, page)] or kept
    if any(f.place.precision in _FINE for f in kept):
        kept = [f for f in kept if f.place.precision in _FINE]
    if any(f.place.lat is not None for f in kept):
        kept = [f for f in kept if f.place.lat is not None]
    ends = [f for f in kept if not _origin(f, page)]
    return ends or kept


def _distinct(found: list[Located]) -> tuple[Place, ...]:
    seen: dict[tuple[str, float | None, float | None], Place] = {}
    for f in found:
        seen.setdefault((f.place.name, f.place.lat, f.place.lon), f.place)
    return tuple(seen.values())


def _meant(page: Page, content: Span, before: list[Located]) -> tuple[Located, Span] | None:
    """The place that "the town", "there" in a content stand for."""
    for match in _BACK.finditer(page.text, *content):
        if match["there"] and re.match(
            r"\s+(?:is|are|was|were|'s|has|have)\b", page.text[match.end() :]
        ):
            continue
        noun = (match["noun"] or "").casefold()
        wanted = _wanted(noun)
        for found in reversed(before):
            if found.place.precision in wanted and found.place.lat is not None:
                return found, match.span()
    return None


def _wanted(noun: str) -> tuple[Precision, ...]:
    if noun in ("district", "area"):
        return (Precision.DISTRICT, Precision.CITY)
    if noun in ("region", "province", "republic", "enclave"):
        return (Precision.REGION,)
    return (Precision.CITY, Precision.POINT) if noun else (*_FINE, Precision.REGION)


def _in_sentence(page: Page, mention: Mention, all_places: tuple[Located, ...]) -> list[Located]:
    """Places of the content's sentence that stand in a prepositional phrase of place."""
    sentence = page.sentence(mention.content[0][0])
    doc = page.parsed.doc
    found = []
    for f in all_places:
        if inside(f.toponym.span, (sentence,)) and _usable(f, mention, page):
            first = doc[f.toponym.first]
            before = first.nbor(-1).lower_ if first.i > 0 else ""
            if before in ("in", "at", "near", "over", "on", "around", "of", "inside", "outside"):
                found.append(f)
    return found


def places_of(
    page: Page, mention: Mention, all_places: tuple[Located, ...], lasting: bool
) -> tuple[tuple[Place, ...], tuple[Reason, ...]]:
    """The places of a mention and why; ``lasting`` allows the last place of the same paragraph."""
    own = [f for f in all_places if inside(f.toponym.span, mention.content)]
    usable = [f for f in own if _usable(f, mention, page)]
    rule = "named in the statement"
    if not usable or all(f.place.precision is Precision.COUNTRY for f in usable):
        before = [f for f in all_places if f.toponym.span[1] <= mention.content[-1][1]]
        before = [f for f in before if _usable(f, mention, page)]
        meant = next(
            (m for content in mention.content if (m := _meant(page, content, before))), None
        )
        if meant:
            place = meant[0].place
            spans = (meant[1], meant[0].toponym.span)
            return (place,), (Reason("places", place.name, spans, "taken up from before"),)
    if not usable:
        usable, rule = _in_sentence(page, mention, all_places), "named in the sentence"
    if not usable and lasting:
        paragraph = page.paragraph(mention.content[0][0])
        start = page.paragraph(max(0, paragraph[0] - 2))[0]
        near = [
            f
            for f in all_places
            if start <= f.toponym.span[0] and f.toponym.span[1] <= mention.content[0][0]
            and f.place.precision in _FINE and f.place.lat is not None
            and _usable(f, mention, page)
        ]  # fmt: skip
        here = [f for f in near if f.toponym.span[0] >= paragraph[0]]
        alone = near if len({(f.place.lat, f.place.lon) for f in near}) == 1 else []
        usable, rule = (here or alone)[-1:], "place named just before"
    chosen = _distinct(_narrowed(usable, page))
    unresolved = "several places or none of that name"
    reasons = [
        Reason("places", p.name, p.spans, rule)
        if p.lat is not None
        else Reason("places", "", p.spans, unresolved)
        for p in chosen
    ]
    reasons += [
        Reason("places", "", (f.toponym.span,), "acts here: an actor, no place")
        for f in own
        if f not in usable and not touches(f.toponym.span, (*mention.source, *mention.cue))
    ]
    return chosen, tuple(reasons)


def names(all_places: tuple[Located, ...]) -> dict[str, str]:
    """Place names of the document (case-folded) to themselves, for reading actors' names."""
    demonyms = table("grounding", "demonyms")
    return {
        f.toponym.name.casefold(): f.toponym.name
        for f in all_places
        if f.toponym.name.casefold() not in demonyms
    }
