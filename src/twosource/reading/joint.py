"""Rules and tagger together: what the rules find, mended and completed by a sure tagger.

The rules know what the tagger's corpus never shows (chains, headlines, lists, statements within
statements) and name how they found it, which later steps build on. The tagger knows wordings that
no rule foresees. So a relation of the tagger joins where it touches no relation of the rules, names
a source and a word of saying, and its score shows that such findings mostly hold. Speakers' names
with a colon are left to the rules, which know an interview's questions from its answers.

Where both found the same act of saying and the tagger sees a quotation there, it knows better what
was said and by whom (held-out articles: direct speech .936 to .967): where the two part ways its
spans are taken, and the relation stays the rules' own otherwise. Of indirect speech the rules'
spans stay: they are what splitting into statements was made for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from twosource.lexicon import words
from twosource.model import Attribution, Document, Quote, Spans
from twosource.reading.cover import Cover
from twosource.reading.parsed import Parsed
from twosource.reading.phrase import FIRST
from twosource.reading.rules import relations as ruled
from twosource.reading.rules.verbs import unreal
from twosource.reading.splitting import tokens_in
from twosource.reading.statements import statements
from twosource.reading.tagger.reader import TaggerReader

SURE = 0.75  # score from which the tagger is followed: about three of four such findings are right
ALIKE = 0.5  # Dice coefficient of two contents from which they tell the same


class JointReader:
    """The rules, completed by a tagger that is told what they found."""

    def __init__(self, tagger: TaggerReader) -> None:
        self._tagger = tagger
        self.name = f"both {tagger.model.name}"

    def attributions(self, document: Document, parsed: Parsed) -> tuple[Attribution, ...]:
        """All statements in text order; spans lie inside ``parsed.text``."""
        found = self.relations(parsed)
        return statements(parsed, [each for each in found if not _unsaid(parsed, each)])

    def relations(self, parsed: Parsed) -> tuple[Attribution, ...]:
        """Whole relations in text order, before they are split into statements."""
        known = ruled(parsed)
        sure = [f for f in self._tagger.told(parsed, known) if _sure(parsed.text, f)]
        saying = _Sayings(sure)
        known = tuple(_mended(parsed, each, saying.of(each.cue)) for each in known)
        contents = Cover(span for each in known for span in each.content)
        cues = Cover(span for each in known for span in each.cue)
        more = (
            found
            for found in sure
            if not (contents.touches(found.content) or cues.touches(found.cue))
        )
        return tuple(sorted((*known, *more), key=lambda a: (a.content, a.cue, a.source)))


def _mended(parsed: Parsed, known: Attribution, found: Attribution | None) -> Attribution:
    """A relation of the rules with the tagger's content or source where the two part ways.

    Not where the rules have a quotation through several paragraphs and the tagger a part of it, nor
    where only the rules' source stands in the sentence of the cue.
    """
    if found is None or found.quote is Quote.INDIRECT:
        return known
    text = parsed.text
    length = _length(known.content) + _length(found.content)
    shared = _shared(known.content, found.content)
    part = shared == _length(found.content) and any("\n" in text[a:b] for a, b in known.content)
    if 2 * shared < ALIKE * length and not part:
        known = replace(known, content=found.content, quote=found.quote)
    if _shared(known.source, found.source):
        return known
    astray = _beside(parsed, known) and not _beside(parsed, found)
    return known if astray else replace(known, source=found.source)


def _beside(parsed: Parsed, found: Attribution) -> bool:
    """Does the source stand in a sentence of the cue?"""
    doc = parsed.doc
    sources = {doc[i].sent.start for i in tokens_in(doc, found.source)}
    return any(doc[i].sent.start in sources for i in tokens_in(doc, found.cue))


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _shared(some: Spans, others: Spans) -> int:
    """Characters that both have."""
    both = (min(b, d) - max(a, c) for a, b in some for c, d in others)
    return sum(length for length in both if length > 0)


def _sure(text: str, found: Attribution) -> bool:
    """Does a relation of the tagger name a source and a word of saying, and is it sure?"""
    worded = any(char.isalpha() for a, b in found.cue for char in text[a:b])
    named = found.source and not _nobody(text, found.source)
    return bool(worded and named) and (found.score or 0) >= SURE


def _unsaid(parsed: Parsed, found: Attribution) -> bool:
    """Is it the tagger's, and its verb negated: "The site did not mention his death"?

    Who says of himself that he does not know, or left open why, has at least put nothing as true.
    """
    if found.rule != "tagger":
        return False
    source, content, cue = (
        [parsed.doc[i] for i in tokens_in(parsed.doc, spans)]
        for spans in (found.source, found.content, found.cue)
    )
    if not source or not content:
        return False
    if source[0].lower_ in FIRST or content[0].tag_ in ("WDT", "WP", "WRB", "WP$"):
        return False
    verbs = (t for t in cue if t.pos_ == "VERB")
    return any(unreal(t) and any(c.dep_ == "neg" for c in t.children) for t in verbs)


def _nobody(text: str, source: Spans) -> bool:
    """As in "No official said", which the tagger takes for an official's word."""
    first = " ".join(text[a:b] for a, b in source).casefold().split()[:1]
    return any(word in words("reading", "nobody") for word in first)


class _Sayings:
    """Findings by their cues; asked by bisection, as `Cover` is."""

    def __init__(self, found: Iterable[Attribution]) -> None:
        cues = sorted(((span, each) for each in found for span in each.cue), key=lambda c: c[0])
        self._spans = [span for span, _ in cues]
        self._found = [each for _, each in cues]

    def of(self, cue: Spans) -> Attribution | None:
        """The one finding whose cue shares a character with ``cue``; nothing where several do."""
        met: list[Attribution] = []
        for start, end in cue:
            at = bisect_left(self._spans, (end,))
            while at > 0 and self._spans[at - 1][1] > start:
                at -= 1
                met.append(self._found[at])
        return met[0] if met and all(each is met[0] for each in met) else None
