"""What the sourcing linter says of an archived text, read again when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

from twosource.model import Document, Span
from twosource.publishing.marking import Run, Words, runs

_ONE = Lock()  # a parse takes a whole core: one at a time
KEPT = 200


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding with the words it is about."""

    code: str
    name: str
    severity: str
    message: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Remarks:
    """All findings of one text in its order, and the text cut at their edges.

    A run's ``mentions`` are places in ``found``. ``notes`` where the text could not be read.
    """

    found: tuple[Remark, ...]
    runs: tuple[Run, ...]
    notes: tuple[str, ...]


def remarks(document: Document) -> Remarks:
    """Lint one document; the result is remembered by its content."""
    with _ONE:
        return _remarks(replace(document, id="d", key="d", path=None))


@lru_cache(maxsize=KEPT)
def _remarks(document: Document) -> Remarks:
    from twosource.engine.kernel import read_parsed
    from twosource.lint.check import check
    from twosource.lint.context import LintContext
    from twosource.lint.registry import find
    from twosource.lint.silence import silence

    text = document.text
    quiet = silence(text, text)
    parsed, reading = read_parsed(replace(document, text=quiet.blank(text)))
    if parsed is None:
        return Remarks((), runs(text, ()), reading.notes)
    found = check(LintContext(reading.document, parsed, reading.mentions), silence=quiet)
    return Remarks(
        tuple(
            Remark(
                f.code,
                find(f.code).name,
                f.severity,
                f.message,
                " ".join(text[slice(*f.span)].split()),
                f.span,
            )
            for f in found
        ),
        runs(text, [Words((f.span,)) for f in found]),
        (),
    )
