"""A ledger's own judgements as annotations: what people accepted, amended, rejected.

Statements of one act of reporting are put together again. A paragraph that holds judged statements
is known, except where statements stand that nobody has judged. A statement that credits nobody
says, once judged, that nothing is attributed there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from twosource.judging import Judged
from twosource.learning.annotated import Annotated, FormatError, attribution, in_order, spans
from twosource.ledger import Ledger, LedgerError
from twosource.model import Attribution, Document, Mention, Span, Spans


def read(path: Path) -> list[Annotated]:
    """All current documents with judged statements; raises `FormatError` where there are none."""
    try:
        with Ledger(str(path)) as ledger:
            mentions = [*ledger.mentions(), *ledger.rejected()]
            found = annotated(ledger.documents(), mentions, ledger.all_judged())
    except LedgerError as error:
        raise FormatError(str(error).removeprefix(f"{path}: ")) from error
    if not found:
        raise FormatError("a ledger without accepted, amended or rejected statements")
    return found


def annotated(
    documents: Sequence[Document], mentions: Iterable[Mention], judged: Mapping[str, Judged]
) -> list[Annotated]:
    """One `Annotated` for every document with judged statements."""
    held: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        held[mention.document].append(mention)
    decided = {n: j for n, j in judged.items() if j.accepted or j.rejected or j.changes}
    return [
        _document(document, held[document.id], decided)
        for document in documents
        if any(mention.id in decided for mention in held[document.id])
    ]


def _document(
    document: Document, mentions: Sequence[Mention], decided: Mapping[str, Judged]
) -> Annotated:
    size = len(document.text)
    acts: dict[tuple[Spans, Spans], list[Span]] = defaultdict(list)
    seen: list[Span] = []
    left: list[Span] = []
    for mention in mentions:
        verdict = decided.get(mention.id)
        if verdict is None:
            left += _parts(mention)
            continue
        now = verdict.mention
        seen += (*_parts(verdict.machine), *_parts(now))
        source, cue = spans(_filled(now.source), size), spans(_filled(now.cue), size)
        if not verdict.rejected and (source or cue):
            acts[source, cue] += _filled(now.content)
    made = [attribution(spans(content, size), *ends) for ends, content in acts.items()]
    known = _known(document.text, seen, left, [span for each in made for span in _parts(each)])
    return Annotated(document.id, document.text, in_order(made), known)


def _filled(found: Spans) -> Spans:
    """An unstated source is an empty span."""
    return tuple(span for span in found if span[0] < span[1])


def _parts(of: Mention | Attribution) -> Spans:
    return _filled((*of.content, *of.source, *of.cue))


def _known(text: str, seen: Sequence[Span], left: Sequence[Span], sure: Sequence[Span]) -> Spans:
    """Paragraphs with something seen, without what was left open, with what is sure."""
    from twosource.reading.parsed import paragraphs

    known = bytearray(len(text))
    for start, end in paragraphs(text):
        if any(a < end and b > start for a, b in seen):
            known[start:end] = b"\1" * (end - start)
    for value, parts in ((b"\0", left), (b"\1", sure)):
        for start, end in parts:
            known[start:end] = value * (end - start)
    cuts = [0, *(i for i in range(1, len(known)) if known[i] != known[i - 1]), len(known)]
    return tuple((a, b) for a, b in pairwise(cuts) if a < b and known[a])
