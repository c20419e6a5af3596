"""Paths to a ledger: find, load, read, store, link. An interrupted run goes on where it stopped."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

from twosource.codec import encode
from twosource.documents import Found, find, load
from twosource.documents.finding import display
from twosource.engine.local import Kernel, Outcome, default_jobs, run
from twosource.engine.readers import ALONE, Choice, choose
from twosource.engine.relink import relink
from twosource.ledger import Ledger, Stored
from twosource.model import Document, Problem, Reading

PART = 40_000  # code points read and committed together: about two seconds of work
STDIN = "-"


def read_late(documents: Sequence[Document], choice: Choice | None = None) -> list[Reading]:
    """`kernel.read_batch`, loaded where it runs: this process may have nothing to read itself."""
    from twosource.engine.kernel import read_batch

    return read_batch(documents, choice)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: input files looked at, of how many; documents stored in this run."""

    files: int
    of: int
    documents: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, and what stands in the ledger after it.

    ``new``, ``updated`` (a new version), ``reread`` and ``unchanged`` count documents of this run;
    ``documents`` to ``copies`` count the whole ledger; ``words`` were read in this run. ``remarks``
    say, once each, what held for many documents that were read all the same.
    """

    new: int
    updated: int
    reread: int
    unchanged: int
    words: int
    documents: int
    mentions: int
    claims: int
    conflicts: int
    copies: int
    skipped: tuple[Problem, ...]
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Part:
    """One input file on its way: it is done when it is loaded and none of it waits."""

    path: str
    display: str
    sha256: str
    documents: int = 0
    waiting: int = 0
    loaded: bool = False
    whole: bool = True  # nothing failed that might not fail next time
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Item:
    document: Document
    data: bytes | None
    part: _Part


@dataclass(slots=True)
class _Run:
    """The state of one run; its methods are the steps."""

    ledger: Ledger
    again: bool
    progress: Callable[[Progress], None]
    stdin: BinaryIO | None
    files: int = 0
    of: int = 0
    words: int = 0
    counts: dict[Stored, int] = field(default_factory=lambda: dict.fromkeys(Stored, 0))
    skipped: list[Problem] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)
    parts_sent: int = 0
    sent: dict[int, list[_Item]] = field(default_factory=dict)

    def tell(self) -> None:
        stored = sum(self.counts.values()) - self.counts[Stored.UNCHANGED]
        self.progress(Progress(self.files, self.of, stored))

    def items(self, inputs: Sequence[Found | Problem]) -> Iterator[_Item]:
        """Every document that has to be read."""
        self.of = len(inputs)
        for found in inputs:
            if isinstance(found, Problem):
                self.skipped.append(found)
                self.ledger.finish_part(_part_name(found.path), None, 0, [found])
            else:
                yield from self._file(found)
            self.files += 1
            self.tell()

    def _file(self, found: Found) -> Iterator[_Item]:
        try:
            data = self._bytes(found)
        except OSError as error:
            self._refuse(found, f"cannot be read ({(error.strerror or 'error').lower()})")
            return
        part = _Part(_part_name(found.path), found.display, hashlib.sha256(data).hexdigest())
        if found.path == STDIN:
            part.path = f"{STDIN}{part.sha256}"
        done = None if self.again else self.ledger.part_done(part.path, part.sha256)
        if done is not None:
            self.counts[Stored.UNCHANGED] += done
            self.skipped += self.ledger.skipped(part.path)
            return
        loaded = load(data, _stored_path(found))
        part.problems += loaded.problems
        for document, raw in zip(loaded.documents, loaded.archived, strict=True):
            item = self._placed(document, raw, part)
            if item is not None:
                part.waiting += 1
                yield item
        part.loaded = True
        self._close(part)

    def _bytes(self, found: Found) -> bytes:
        if found.path == STDIN:
            return (self.stdin or sys.stdin.buffer).read()
        with open(found.path, "rb") as file:
            return file.read()

    def _refuse(self, found: Found, what: str) -> None:
        problem = Problem(found.display, what)
        self.skipped.append(problem)
        self.ledger.finish_part(_part_name(found.path), None, 0, [problem])

    def _placed(self, document: Document, raw: bytes, part: _Part) -> _Item | None:
        """The document as the ledger knows it, ``None`` where there is nothing to read."""
        try:
            encode(document)
        except UnicodeEncodeError:
            part.problems.append(Problem(part.display, "holds half a character (a surrogate)"))
            return None
        part.documents += 1
        placed = self.ledger.place(document)
        if not placed.known:
            return _Item(placed.document, raw, part)
        if self.again or self.ledger.read_by(placed.document.id) != self.ledger.by:
            return _Item(placed.document, None, part)
        back = placed.document.id != placed.current and placed.document.path == document.path
        if back:
            self.ledger.restore(placed.document)
        self.counts[Stored.UPDATED if back else Stored.UNCHANGED] += 1
        return None

    def stored(self, documents: Sequence[Document]) -> Iterator[_Item]:
        """Documents of the ledger itself, to be read again."""
        self.of = len(documents)
        for document in documents:
            part = _Part("", document.path or document.key, "", waiting=1)
            yield _Item(document, None, part)
            self.files += 1
            self.tell()

    def parts(self, items: Iterator[_Item]) -> Iterator[list[Document]]:
        """Documents in parts of about `PART` characters; `sent` remembers what they were."""
        batch: list[_Item] = []
        size = 0
        for item in items:
            if batch and size + len(item.document.text) > PART:
                yield self._send(batch)
                batch, size = [], 0
            batch.append(item)
            size += len(item.document.text)
        if batch:
            yield self._send(batch)

    def _send(self, batch: list[_Item]) -> list[Document]:
        self.sent[self.parts_sent] = batch
        self.parts_sent += 1
        return [item.document for item in batch]

    def take(self, outcome: Outcome) -> None:
        """Store what came back of one part: one commit."""
        items = self.sent.pop(outcome.number)
        batch: list[tuple[Reading, bytes | None]] = []
        for place, reading in outcome.readings:
            batch.append((reading, items[place].data))
            self.words += len(reading.document.text.split())
            for note in reading.notes:
                if note.startswith(ALONE):
                    self.remarks[note] = None
                else:
                    part = items[place].part
                    part.problems.append(Problem(part.display, note))
        for result in self.ledger.store_all(batch):
            self.counts[result] += 1
        for place, what in outcome.failed:
            part = items[place].part
            part.whole = False
            part.documents -= 1
            part.problems.append(Problem(_name(part, items[place].document), what))
        for item in items:
            item.part.waiting -= 1
            self._close(item.part)
        self.tell()

    def _close(self, part: _Part) -> None:
        if part.path and part.loaded and not part.waiting:
            sha256 = part.sha256 if part.whole else None
            self.ledger.finish_part(part.path, sha256, part.documents, part.problems)
        if not part.waiting and (part.loaded or not part.path):
            self.skipped += part.problems
            part.problems = []


def _part_name(path: str) -> str:
    """One name for an input file, from wherever it is reached, that the ledger can store."""
    return display(os.path.abspath(path))


def _stored_path(found: Found) -> str | None:
    if found.path == STDIN:
        return None
    try:
        found.path.encode("utf-8")
    except UnicodeEncodeError:  # a file name that is no text
        return found.display
    return found.path


def _name(part: _Part, document: Document) -> str:
    return f"{part.display} ({document.id})" if part.documents > 1 else part.display


def ingest(
    ledger: Ledger,
    paths: Sequence[str],
    *,
    jobs: int | None = None,
    reread: bool = False,
    progress: Callable[[Progress], None] | None = None,
    stdin: BinaryIO | None = None,
    kernel: Kernel | None = None,
    isolated: bool = False,
) -> Summary:
    """Read files and folders (``-``: standard input) into a ledger and link what it holds.

    ``jobs`` processes, by default as many as the amount of input is worth. Documents that this
    software has read already are passed over, unless ``reread``; with ``reread`` and no paths
    every document of the ledger is read again. ``isolated`` reads in another process even where
    one is enough, so that no document can end this one. ``kernel`` reads instead of the best reader
    there is; its name must then be the ledger's ``reader``.

    Raises `LedgerError` where the ledger cannot be written; what was stored until then is kept.
    """
    if kernel is None:
        choice = choose()
        ledger.now_read_by(choice.name)
        kernel = partial(read_late, choice=choice)
    work = _Run(ledger, reread, progress or (lambda _: None), stdin)
    if paths:
        inputs = list(find(paths))
        size = sum(_size(found) for found in inputs)
        items = work.items(inputs)
    else:
        documents = ledger.documents() if reread else []
        size = sum(len(document.text) for document in documents)
        items = work.stored(documents)
    jobs = jobs or default_jobs(size)
    for outcome in run(work.parts(items), jobs=jobs, kernel=kernel, isolated=isolated):
        work.take(outcome)
    relink(ledger)
    return _summary(work)


def _size(found: Found | Problem) -> int:
    if isinstance(found, Problem) or found.path == STDIN:
        return 0
    try:
        return os.stat(found.path).st_size
    except OSError:
        return 0


def _summary(work: _Run) -> Summary:
    count = work.ledger.count
    return Summary(
        new=work.counts[Stored.NEW],
        updated=work.counts[Stored.UPDATED],
        reread=work.counts[Stored.REREAD],
        unchanged=work.counts[Stored.UNCHANGED],
        words=work.words,
        documents=count.documents,
        mentions=count.mentions,
        claims=count.claims,
        conflicts=count.conflicts,
        copies=count.copies,
        skipped=tuple(work.skipped),
        remarks=tuple(work.remarks),
    )
