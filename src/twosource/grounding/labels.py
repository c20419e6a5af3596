"""Places that stand as labels before what happened there, as monitors and bulletins set them.

"Taiz: Two civilians were killed", "- Sumy Oblast: …", "[Goma] …", or a line of its own above the
statements. A label is a name of the gazetteer; a capital or country, which may speak itself
("Moscow: …"), and a dash, which may end a dateline, make one only in a list of labels. In a
transcript names before colons speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.grounding.gazetteer import Entry, lookup, respelt
from twosource.grounding.page import touches
from twosource.grounding.toponyms import ACRONYM, KNOWN_TOWN, Toponym, feature_words, role
from twosource.model import Evidence, Mention, Named, Precision, Quote, Span
from twosource.reading.parsed import Parsed
from twosource.reading.states import any_state
from twosource.reading.transcripts import speeches

_WORD = r"[A-ZÀ-Þ][\w'’.-]*\w"
_NAME = rf"(?P<name>{_WORD}(?: (?:{_WORD}|al|of|the|and)){{0,3}}(?: (?P<sort>[a-z]+))?)"
_FRONT = r"\s*(?:[-•*·▪◦–—]\s*|\(?[0-9]{1,2}[.)]\s*)?"
_DAY = r"[0-9]{1,2} [A-Z][a-z]+"
_LABEL = re.compile(
    rf"{_FRONT}(?:{_DAY}(?:,| [-–—]) )?(?P<open>[\[(])?(?:In )?{_NAME}"
    rf"(?:,[^:\n\[\]()]{{1,30}})?(?:(?P<colon>:)|(?P<close>[\])]):?|(?P<dash> [-–—]{{1,2}}))\s"
)
_LINE = re.compile(rf"{_FRONT}{_NAME}:?\s*$")
_SPOKEN = re.compile(r"\s*[\"“'‘]|\s*(?:I|We|Well|Yes|No)\b")


@dataclass(frozen=True, slots=True)
class _Label:
    """``alone``: on a line of its own; ``weak``: a label only in a list of labels."""

    span: Span
    name: str
    entries: tuple[Entry, ...]
    alone: bool
    weak: bool


def labels(parsed: Parsed, named: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """The toponyms that the labels of a text make, beside or instead of those found in it."""
    if speeches(parsed.text, parsed.paragraphs):
        return ()
    found = list(_lines(parsed))
    several = len(found) > 1
    countries = {e.country for t in named for e in t.candidates[:1]}
    kept = [each for each in found if several or (not each.weak and _expected(each, countries))]
    return tuple(t for each in kept if (t := _toponym(parsed, each)) is not None)


def _lines(parsed: Parsed) -> Iterator[_Label]:
    for start, end in parsed.paragraphs:
        match = _LABEL.match(parsed.text, start, end)
        if match and not _SPOKEN.match(parsed.text, match.end()):
            framed = bool(match["open"]) == bool(match["close"])
            label = _label(match, weak=bool(match["dash"])) if framed else None
        else:
            alone = _LINE.match(parsed.text, start, end)
            label = _label(alone, weak=True, alone=True) if alone else None
        if label is not None:
            yield label


def _label(match: re.Match[str], *, weak: bool, alone: bool = False) -> _Label | None:
    name, span = match["name"], match.span("name")
    if match["sort"]:
        if match["sort"] not in feature_words():
            return None
        name = name.removesuffix(f" {match['sort']}")
        span = (span[0], span[0] + len(name))
    entries = lookup(name) or respelt(name)
    if not entries and " " in name and name.rsplit(" ", 1)[1].lower() in feature_words():
        name = name.rsplit(" ", 1)[0]
        span, entries = (span[0], span[0] + len(name)), lookup(name) or respelt(name)
    if not entries or (name.isupper() and len(name) <= ACRONYM):
        return None
    return _Label(span, name, entries, alone, weak or any_state(name) is not None)


def _expected(label: _Label, countries: set[str]) -> bool:
    """Is a single label a large town, or one of a country the text names?"""
    large = any(entry.people >= KNOWN_TOWN for entry in label.entries)
    return large or any(entry.country in countries for entry in label.entries)


def _toponym(parsed: Parsed, label: _Label) -> Toponym | None:
    tokens = parsed.doc.char_span(*label.span, alignment_mode="expand")
    if tokens is None:
        return None
    after = parsed.text[label.span[1] :].split(maxsplit=1)[:1]
    division = role("division").get(after[0].strip(":,.").lower()) if after else None
    precision = Precision(division) if division else None
    name = label.name.title() if label.name.isupper() else label.name
    return Toponym(label.span, name, label.entries, tokens[0].i, tokens[-1].i, precision,
                   label="alone" if label.alone else "before")  # fmt: skip


def uncredited(mention: Mention, marks: Sequence[Span]) -> Mention:
    """The mention without a source that is a label: "Taiz: two were killed" credits nobody."""
    if not mention.source or not all(touches(span, tuple(marks)) for span in mention.source):
        return mention
    reasons = tuple(r for r in mention.reasons if r.field not in ("chain", "named", "evidence"))
    return replace(mention, source=(), cue=(), relays=(), quote=Quote.NONE, named=Named.NONE,
                   evidence=Evidence.NONE, reasons=reasons)  # fmt: skip
