"""Whole files or none: what is written appears under its name complete, or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class PublishError(Exception):
    """A publication could not be written; the message is one line for a person."""


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def whole_file(path: Path, keep: Path | None = None) -> Iterator[BinaryIO]:
    """Write beside ``path``, then rename over it; on any error nothing is left behind.

    Raises `PublishError` where the folder is missing, cannot be written, the disk is full, or
    ``path`` is the file to ``keep`` (the ledger that is being published).
    """
    if keep is not None and path.exists() and keep.exists() and path.samefile(keep):
        raise PublishError(f"{path}: is the ledger itself; name another file to write")
    if path.is_dir():
        raise PublishError(f"{path}: is a folder; name a file to write")
    if not path.parent.is_dir():
        raise PublishError(f"{path}: the folder {path.parent} does not exist")
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(
            dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part"
        )
        temporary = Path(name)
        with open(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise PublishError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def new_folder(path: Path) -> None:
    """Make a folder for several files; one that is there already is used."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise PublishError(f"{path}: is a file; name a folder to write the tables to") from None
    except OSError as error:
        raise PublishError(f"{path}: cannot be made: {error.strerror or error}") from error
