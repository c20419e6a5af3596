"""What can go wrong with a ledger file, each as one clear line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

_LINES = {
    "SQLITE_BUSY": "the ledger is locked by another process; try again when it has finished",
    "SQLITE_LOCKED": "the ledger is locked by another process; try again when it has finished",
    "SQLITE_FULL": "the disk is full; free some space and run again, what was stored is kept",
    "SQLITE_READONLY": "the ledger is read-only; check the permissions of the file and its folder",
    "SQLITE_PERM": "the ledger may not be opened; check the permissions of the file",
    "SQLITE_AUTH": "the ledger may not be opened; check the permissions of the file",
    "SQLITE_CANTOPEN": "the ledger cannot be opened; check that its folder exists and is writable",
    "SQLITE_NOTADB": "not a Twosource ledger (it is no SQLite file)",
    "SQLITE_CORRUPT": "the ledger file is damaged; restore a copy, or run 'twosource verify'",
    "SQLITE_IOERR": "the disk could not be read or written (full, over quota or failing); "
    "what was stored before is kept",
    "SQLITE_TOOBIG": "one document is too big for the ledger",
}


class LedgerError(Exception):
    """A ledger that cannot be opened, read or written; the message is one line for people."""


def line_for(error: sqlite3.Error) -> str:
    """Say what an SQLite error means for the person at the keyboard."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for known, line in _LINES.items():
        if name == known or name.startswith(known + "_"):
            return line
    return str(error) or type(error).__name__


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn whatever the database raises inside into a `LedgerError` that names the file."""
    try:
        yield
    except DBAPIError as error:
        cause = error.orig
        line = line_for(cause) if isinstance(cause, sqlite3.Error) else str(cause)
        raise LedgerError(f"{path}: {line}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {line_for(error)}") from error
    except UnicodeEncodeError as error:
        raise LedgerError(f"{path}: text with half a character cannot be stored") from error
