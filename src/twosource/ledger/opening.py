"""Opening a ledger file: is it one, is it ours to read, is its schema the present one.

Nothing is written to a file before it is known to be a ledger (or known to be new).
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from twosource.ledger.errors import LedgerError, explained

APPLICATION_ID = 0x2502ED9E  # stands in the file's header: "this SQLite file is a ledger"
HEAD = "0005"  # the newest migration; a test compares it with the migrations folder
_MAGIC = b"SQLite format 3\x00"
# KiB of the file that a writer holds (SQLite: 2,000): what it adds falls all over the indexes, and
# pages that do not stay are read and written again and again
_WRITER_HOLDS = 64_000


def open_engine(path: Path, *, create: bool, timeout: float) -> tuple[Engine, bool]:
    """An engine on the ledger at ``path`` and whether it can only be read.

    Raises `LedgerError` where there is none (unless ``create``), where the file is something
    else, comes from a newer version, or cannot be opened.
    """
    with explained(path):
        new = _is_new(path, create=create)
        readonly = not new and not os.access(path, os.W_OK)
        engine = _engine(path, readonly=readonly, timeout=timeout)
        try:
            with engine.connect() as connection:
                revision = None if new else _revision(connection)
            if revision != HEAD:
                _migrate(engine, path, revision, readonly=readonly)
        except BaseException:
            engine.dispose()
            raise
    return engine, readonly


def _is_new(path: Path, *, create: bool) -> bool:
    if path.is_dir():
        raise LedgerError(f"{path}: a folder, not a ledger file; name a file with --ledger")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        if not create:
            raise LedgerError(
                f"{path}: no ledger there; make one with 'twosource read PATH', "
                "or name another with --ledger"
            ) from None
        if not path.parent.is_dir():
            raise LedgerError(f"{path}: its folder does not exist; make it first") from None
        return True
    except OSError as error:
        raise LedgerError(f"{path}: cannot be opened ({error.strerror})") from None
    if not header and create:
        return True
    if not header.startswith(_MAGIC):
        raise LedgerError(f"{path}: not a Twosource ledger (it is no SQLite file)")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise LedgerError(f"{path}: not a Twosource ledger (an SQLite file of something else)")
    return False


def _address(path: Path, *, readonly: bool) -> str:
    address = path.absolute().as_uri()
    if not readonly:
        return address
    # Without a write-ahead log the file is complete and may be read from a read-only folder too;
    # with one, SQLite must be let at it.
    wal = path.with_name(path.name + "-wal")
    folder_writable = os.access(path.parent, os.W_OK)
    return address + ("?mode=ro" if folder_writable or wal.exists() else "?immutable=1")


def _engine(path: Path, *, readonly: bool, timeout: float) -> Engine:
    address = _address(path, readonly=readonly)

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(
            address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
        )
        try:
            made.execute("PRAGMA foreign_keys = ON")
            if not readonly:
                # FULL: an acknowledged commit survives a power cut, not only a killed process.
                made.execute("PRAGMA synchronous = FULL")
        except BaseException:
            made.close()
            raise
        return made

    # "sqlite://" alone would mean memory, and with it another pool
    # (as many connections as a server has threads: nobody waits for one; the last one given back
    # is the next, so that what it holds serves again and few hold much)
    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=16,
        max_overflow=32,
        pool_use_lifo=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The driver's own BEGIN comes late and deferred; a writer asks for the lock at once.
        writing = connection.get_execution_options().get("writing", False)
        if writing:
            connection.exec_driver_sql(f"PRAGMA cache_size = -{_WRITER_HOLDS}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _revision(connection: Connection) -> str | None:
    tables = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    ).scalar_one()
    if not tables:
        return None
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if found is None else str(found)


def _migrate(engine: Engine, path: Path, revision: str | None, *, readonly: bool) -> None:
    from twosource.ledger.migrate import known, upgrade

    if revision is not None and revision not in known():
        raise LedgerError(
            f"{path}: made by a newer version of Twosource (schema {revision}); "
            "upgrade with 'pip install -U twosource'"
        )
    if readonly:
        raise LedgerError(f"{path}: an older ledger that is read-only; make it writable once")
    if revision is None:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            # Before the write-ahead log exists, so that the mark is in the file itself.
            _patiently(raw, f"PRAGMA application_id = {APPLICATION_ID}")
            _patiently(raw, "PRAGMA journal_mode = WAL")
    upgrade(engine)


def _patiently(raw: sqlite3.Connection, pragma: str) -> None:
    """Run a pragma that SQLite refuses at once, without its busy timeout, while another opens."""
    deadline = time.monotonic() + 5
    while True:
        try:
            raw.execute(pragma)
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
