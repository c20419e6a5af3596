"""A ledger's own judgements as annotations: what people accepted, amended, rejected.

Statements of one act of reporting are put together again. A paragraph that holds judged statements
is known, except where statements stand that nobody has judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import msgspec

from twosource.learning.annotated import Annotated, FormatError, attribution, in_order, spans
from twosource.ledger import Judgement, JudgementKind, Ledger, LedgerError
from twosource.model import Attribution, Mention, Reading, Span, Spans

FIELDS = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds of one mention: does it state what it says, and where its spans lie instead."""

    kept: bool
    amended: Mapping[str, Spans]


def read(path: Path) -> list[Annotated]:
    """All documents with judged statements; raises `FormatError` where the ledger has none."""
    try:
        with Ledger(str(path)) as ledger:
            found = annotated(ledger.readings(), ledger.judgements(standing=True))
    except LedgerError as error:
        raise FormatError(str(error).removeprefix(f"{path}: ")) from error
    if not found:
        raise FormatError("a ledger without accepted, amended or rejected statements")
    return found


def verdicts(standing: Sequence[Judgement]) -> dict[str, Verdict]:
    """By mention; of several judgements about one the later holds, amendments add up.

    An amended span stands in the judgement's ``value`` as JSON: ``[[start, end], …]``; amendments
    of other fields say that the statement is one.
    """
    held: dict[str, Verdict] = {}
    for judgement in standing:
        for subject in judgement.subjects:
            before = held.get(subject, Verdict(True, {}))
            if judgement.kind in (JudgementKind.ACCEPT, JudgementKind.REJECT):
                kept = judgement.kind is JudgementKind.ACCEPT
                held[subject] = Verdict(kept, before.amended)
            elif judgement.kind is JudgementKind.AMEND:
                more = {judgement.field: _value(judgement)} if judgement.field in FIELDS else {}
                held[subject] = Verdict(True, {**before.amended, **more})
    return held


def _value(judgement: Judgement) -> Spans:
    try:
        return msgspec.json.decode(judgement.value or "[]", type=Spans)
    except msgspec.DecodeError as error:
        raise FormatError(f"judgement {judgement.id} amends a span to no span") from error


def annotated(readings: Iterable[Reading], standing: Sequence[Judgement]) -> list[Annotated]:
    """One `Annotated` for every document with judged statements."""
    held = verdicts(standing)
    return [
        _document(reading, held)
        for reading in readings
        if any(mention.id in held for mention in reading.mentions)
    ]


def _document(reading: Reading, held: Mapping[str, Verdict]) -> Annotated:
    document, size = reading.document, len(reading.document.text)
    acts: dict[tuple[Spans, Spans], list[Span]] = defaultdict(list)
    seen: list[Span] = []
    left: list[Span] = []
    for mention in reading.mentions:
        verdict = held.get(mention.id)
        if verdict is None:
            left += _all(mention)
            continue
        content, source, cue = (
            spans(verdict.amended.get(name, getattr(mention, name)), size) for name in FIELDS
        )
        seen += (*_all(mention), *content, *source, *cue)
        if verdict.kept and (source or cue):
            acts[source, cue] += content
    made = [attribution(spans(content, size), *ends) for ends, content in acts.items()]
    known = _known(document.text, seen, left, [p for a in made for p in _parts(a)])
    return Annotated(document.id, document.text, in_order(made), known)


def _all(mention: Mention) -> Spans:
    return tuple(s for s in (*mention.content, *mention.source, *mention.cue) if s[0] < s[1])


def _parts(made: Attribution) -> Spans:
    return (*made.content, *made.source, *made.cue)


def _known(text: str, seen: Iterable[Span], left: Sequence[Span], sure: Sequence[Span]) -> Spans:
    """Paragraphs with something seen, without what was left open, with what is sure."""
    from twosource.reading.parsed import paragraphs

    marked = list(seen)
    known = bytearray(len(text))
    for start, end in paragraphs(text):
        if any(a < end and b > start for a, b in marked):
            known[start:end] = b"\1" * (end - start)
    for value, parts in ((b"\0", left), (b"\1", sure)):
        for start, end in parts:
            known[start:end] = value * (end - start)
    edges = [i for i in range(1, len(known)) if known[i] != known[i - 1]]
    cuts = [0, *edges, len(known)]
    return tuple((a, b) for a, b in pairwise(cuts) if a < b and known[a])
