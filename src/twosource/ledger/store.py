"""`Ledger`: one file that keeps what was read, what was made of it and what people decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Table, func, select

from twosource.judging import Judged, Judgement, JudgementKind
from twosource.judging import standing as _standing
from twosource.ledger import (
    derived,
    history,
    judged,
    judgements,
    linked,
    runs,
    schema,
    shelf,
    storing,
)
from twosource.ledger.derived import pages
from twosource.ledger.errors import LedgerError, explained
from twosource.ledger.excerpt import Excerpt, excerpt
from twosource.ledger.frames import Frames, frames
from twosource.ledger.judged import Held
from twosource.ledger.opening import open_engine
from twosource.ledger.placing import Placed, document_of, place
from twosource.ledger.search import Hit, search
from twosource.ledger.stale import is_stale, mark
from twosource.ledger.storing import ReadBy, Stored
from twosource.ledger.verify import verify
from twosource.model import Document, Links, Mention, Problem, Reading
from twosource.version import VERSION

if TYPE_CHECKING:
    from twosource.linking import JudgedPairs


@dataclass(frozen=True, slots=True)
class Counts:
    """How much stands in the ledger now (current versions)."""

    documents: int
    mentions: int
    claims: int
    conflicts: int
    copies: int


class Ledger:
    """A ledger file, open until `close` (or the end of its ``with``).

    Many may read while one writes. Every method raises `LedgerError`, one clear line, where the
    file cannot be read or written; what a method stored before stays stored.
    """

    def __init__(
        self, path: str | Path, *, create: bool = True, timeout: float = 5.0, reader: str = "rules"
    ) -> None:
        """Open, or with ``create`` make, the ledger at ``path``.

        ``timeout``: seconds to wait for another writer. ``reader``: name of the reader whose
        readings `store` gets.
        """
        self.path = Path(path)
        self.by = ReadBy(VERSION, reader)
        self._engine, self.readonly = open_engine(self.path, create=create, timeout=timeout)

    def now_read_by(self, reader: str) -> None:
        """Say whose readings are stored from now on."""
        self.by = ReadBy(VERSION, reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def view(self) -> Iterator[Connection]:
        """A connection for `twosource.ledger.queries`: one unchanging view while it is open."""
        with self._reading() as connection:
            old = pages.are_old(connection) and not self.readonly
        if old:
            with suppress(LedgerError), self._writing() as connection:
                derived.refill_links(connection)
        with self._reading() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.readonly:
            raise LedgerError(
                f"{self.path}: the ledger is read-only; check the permissions of the file"
            )
        with (
            explained(self.path),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection

    # what was read ---------------------------------------------------------------------------

    def store(self, reading: Reading, data: bytes | None = None) -> Stored:
        """Store one reading and the bytes it came from; when it returns, they are on the disk."""
        return self.store_all([(reading, data)])[0]

    def store_all(self, batch: Sequence[tuple[Reading, bytes | None]]) -> list[Stored]:
        """Store several readings in one transaction: all of them or none."""
        with self._writing() as connection:
            return [storing.store(connection, reading, data, self.by) for reading, data in batch]

    def place(self, document: Document) -> Placed:
        """Say where a document belongs, before it is read."""
        with self._reading() as connection:
            return place(connection, document)

    def read_by(self, document: str) -> ReadBy | None:
        """Software and reader that made the stored reading of a document version."""
        with self._reading() as connection:
            return storing.read_by(connection, document)

    def restore(self, document: Document) -> None:
        """Make a stored older version of a publication the current one again."""
        with self._writing() as connection:
            storing.restore(connection, document)

    def documents(self) -> list[Document]:
        """The newest version of each publication, ordered by key."""
        with self._reading() as connection:
            return list(storing.current_documents(connection))

    def versions(self, key: str) -> list[Document]:
        """All versions of one publication, oldest first; empty where the key is unknown."""
        table = schema.documents
        query = select(table.c.record, table.c.text).where(table.c.key == key)
        with self._reading() as connection:
            return [document_of(row) for row in connection.execute(query.order_by(table.c.version))]

    def document(self, identity: str) -> Document | None:
        """One document version by its id, current or not."""
        table = schema.documents
        query = select(table.c.record, table.c.text).where(table.c.id == identity)
        with self._reading() as connection:
            row = connection.execute(query).first()
            return None if row is None else document_of(row)

    def archived(self, sha256: str) -> bytes | None:
        """The archived bytes with this SHA-256."""
        query = select(schema.archive.c.data).where(schema.archive.c.sha256 == sha256)
        with self._reading() as connection:
            data: bytes | None = connection.execute(query).scalar()
            return data

    def mentions(self) -> list[Mention]:
        """The mentions of the current documents, by document key, in text order."""
        with self._reading() as connection:
            return list(storing.current_mentions(connection))

    def readings(self) -> list[Reading]:
        """Each current document with its mentions: what linking sees."""
        with self._reading() as connection:
            return storing.current_readings(connection)

    # what linking made of it -----------------------------------------------------------------

    def links(self) -> Links:
        """The claims, conflicts, series and copies of the last linking."""
        with self._reading() as connection:
            return linked.get_links(connection)

    @property
    def stale(self) -> bool:
        """True where something was stored after the last linking."""
        with self._reading() as connection:
            return is_stale(connection)

    @property
    def position(self) -> int:
        """The number of the newest event of the history (0 in an empty ledger)."""
        with self._reading() as connection:
            return history.head(connection)[0]

    def link(self, judged: JudgedPairs, seen: int, *, anew: bool = False) -> None:
        """Bring the links up to date with what came, went or was judged.

        ``judged`` are all pairs of mentions that people have judged, ``seen`` the `position` from
        before they were taken out. What is due is linked with what it touches; everything at
        once where ``anew``, where nothing was linked before by this software, or where so much is
        due that it is quicker. The result is the same.
        """
        with self._reading() as connection:
            made = shelf.made_anew(connection, judged) if anew or shelf.much(connection) else None
        with self._writing() as connection:
            if made is not None:
                shelf.fill(connection, made)
                pages.note_old(connection)
            shelf.link_due(connection, judged)
            mark(connection, seen)

    def replace_links(self, links: Links, seen: int | None = None) -> None:
        """Put new links in place of the old ones, in one transaction.

        ``seen`` is the `position` from before the readings were taken out for linking; left out,
        the present one.
        """
        with self._writing() as connection:
            at = history.head(connection)[0] if seen is None else seen
            linked.replace_links(connection, links, at)

    def excerpt(self, identity: str) -> Excerpt | None:
        """One claim, mention or document with what belongs to it; ``None`` for an unknown id."""
        with self._reading() as connection:
            return excerpt(connection, identity)

    # what people decided ---------------------------------------------------------------------

    def judge(
        self,
        kind: JudgementKind,
        subjects: Sequence[str],
        *,
        who: str,
        reason: str = "",
        field: str | None = None,
        value: str | None = None,
        others: Sequence[str] = (),
        seen: str | None = None,
    ) -> Judgement:
        """Append a judgement (`twosource.ledger.judgements`); to take one back, judge ``UNDO``.

        It takes effect at once on mentions, and on claims with the next linking. ``seen``: the
        `revision` of the subjects that was before the person.
        """
        with self._writing() as connection:
            return judgements.judge(
                connection,
                kind,
                subjects,
                who=who,
                reason=reason,
                field=field,
                value=value,
                others=others,
                seen=seen,
            )

    def revision(self, names: Sequence[str]) -> str:
        """The newest judgement about these, ``""`` where there is none."""
        with self._reading() as connection:
            return judgements.revision(connection, names)

    def judgements_about(self, names: Sequence[str]) -> list[Judgement]:
        """All judgements about these, undone ones and undos too, as they came in."""
        with self._reading() as connection:
            return judgements.about(connection, names)

    def held(self, mention: str) -> Held | None:
        """A mention as read and as it stands, with its document; ``None`` for an unknown id."""
        with self._reading() as connection:
            return judged.held(connection, mention)

    def judged(self, mention: str) -> Judged | None:
        """A mention as the machine read it and as it stands; ``None`` for an unknown id."""
        with self._reading() as connection:
            return judged.details(connection, mention)

    def all_judged(self) -> dict[str, Judged]:
        """Mentions of current documents that people judged, by id: as read and as they stand."""
        with self._reading() as connection:
            return judged.all_details(connection)

    def rejected(self) -> list[Mention]:
        """The mentions of the current documents that people rejected."""
        with self._reading() as connection:
            return list(storing.current_mentions(connection, rejected=True))

    def orphaned(self) -> list[Judgement]:
        """Standing judgements whose words no current version of their document has (yet)."""
        with self._reading() as connection:
            lost = judged.orphaned(connection)
            made = judgements.all_judgements(connection)
        return [j for j in _standing(made) if j.id in lost]

    def add_judgements(self, made: Sequence[Judgement]) -> tuple[int, int]:
        """Append judgements of another ledger, all or none; how many were new and how many known.

        Raises ``ValueError``, one line, where one does not fit what stands here.
        """
        with self._writing() as connection:
            return judgements.add(connection, made)

    def judgements(self, *, standing: bool = False, attached: bool = False) -> list[Judgement]:
        """All judgements as they came in; with ``standing`` only those that nobody took back.

        With ``attached`` they name the mentions of the current versions that they stand on now,
        and no others.
        """
        with self._reading() as connection:
            made = judgements.all_judgements(connection)
            made = _standing(made) if standing else made
            return judged.attached(connection, made) if attached else made

    # runs ------------------------------------------------------------------------------------

    def part_done(self, path: str, sha256: str) -> int | None:
        """How many documents an input file held, where it was read to its end by ``by``."""
        with self._reading() as connection:
            return runs.part_done(connection, path, sha256, self.by)

    def finish_part(
        self, path: str, sha256: str | None, count: int, problems: Sequence[Problem]
    ) -> None:
        """Record an input file's problems and, with its ``sha256``, that it is read to its end."""
        with self._writing() as connection:
            runs.record_problems(connection, path, problems)
            if sha256 is not None:
                runs.finish_part(connection, path, sha256, self.by, count)

    def skipped(self, part: str | None = None) -> list[Problem]:
        """What stands unread and why, by the last run over each input file (or over one)."""
        with self._reading() as connection:
            return runs.skipped(connection, part)

    # the whole -------------------------------------------------------------------------------

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Mentions, then documents, that hold all the words; at most ``limit`` of each."""
        with self._reading() as connection:
            return search(connection, words, limit)

    def verify(self) -> list[str]:
        """One line for each thing that does not fit the history; empty where all does."""
        with self._reading() as connection:
            return verify(connection)

    @property
    def head(self) -> str:
        """The newest hash of the history: note it down, and a shortened history shows."""
        with self._reading() as connection:
            return history.head(connection)[1]

    def has_hash(self, noted: str) -> bool:
        """True where a hash noted down earlier still stands in the history."""
        query = select(schema.history.c.n).where(schema.history.c.hash == noted)
        with self._reading() as connection:
            return noted == history.GENESIS or connection.execute(query).first() is not None

    def frames(self) -> Frames:
        """The ledger as pandas data frames (needs the extra ``frames``)."""
        with self._reading() as connection:
            documents = list(storing.current_documents(connection))
            mentions = list(storing.current_mentions(connection))
            return frames(documents, mentions, linked.get_links(connection))

    @property
    def count(self) -> Counts:
        """How much stands in the ledger."""
        current = schema.documents.c.current

        def rows(connection: Connection, table: Table) -> int:
            return connection.execute(select(func.count()).select_from(table)).scalar_one()

        with self._reading() as connection:
            documents = connection.execute(
                select(func.count()).select_from(schema.documents).where(current)
            ).scalar_one()
            mentions = connection.execute(
                select(func.count())
                .select_from(schema.mentions.join(schema.documents))
                .where(current, ~schema.mentions.c.rejected)
            ).scalar_one()
            return Counts(
                documents,
                mentions,
                rows(connection, schema.claims),
                rows(connection, schema.conflicts),
                rows(connection, schema.copies),
            )
