"""Which files a person means: files as named, folders walked in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.model import Problem

MAX_FILE = 512 * 1024 * 1024  # bytes
STDIN = "-"
# in a folder: what a saved page brings along, and our own ledgers; a file named outright is tried
_ASSETS = """.css .js .mjs .map .png .jpg .jpeg .gif .svg .webp .ico .avif .woff .woff2 .ttf .otf
.eot .mp3 .mp4 .webm .ogg .wav .py .pyc .ledger .ledger-wal .ledger-shm .ledger-journal"""
NOT_REPORTS = frozenset(_ASSETS.split())


@dataclass(frozen=True, slots=True)
class Found:
    """One file to read: ``path`` opens it, ``display`` is safe to print."""

    path: str
    display: str


def find(paths: Sequence[str]) -> Iterator[Found | Problem]:
    """Files in the order given, folders sorted by name; ``-`` is passed through to the caller.

    In a folder, hidden files and what is plainly no report (pictures, scripts, ledgers) are passed
    over, and links that lead out of it are not followed. A file reached twice comes once.
    """
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            yield Found(STDIN, "<standard input>")
            continue
        for found in _walk(path) if os.path.isdir(path) else (_file(path),):
            if isinstance(found, Found):
                real = os.path.realpath(found.path)
                if real in seen:
                    continue
                seen.add(real)
            yield found


def display(path: str) -> str:
    """A path as one printable line: control characters and undecodable bytes escaped."""
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in shown)


def _walk(folder: str) -> Iterator[Found | Problem]:
    trouble: list[OSError] = []
    root = os.path.realpath(folder)
    for here, folders, names in os.walk(folder, onerror=trouble.append):
        while trouble:
            yield _cannot(trouble.pop())
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or Path(name).suffix.lower() in NOT_REPORTS:
                continue
            path = os.path.join(here, name)
            if os.path.islink(path) and not _within(os.path.realpath(path), root):
                yield Problem(display(path), "is a link out of the folder: not followed")
            else:
                yield _file(path)
    while trouble:
        yield _cannot(trouble.pop())


def _within(path: str, root: str) -> bool:
    return os.path.commonpath((path, root)) == root


def _cannot(error: OSError) -> Problem:
    reason = (error.strerror or "error").lower()
    return Problem(display(str(error.filename)), f"cannot be read ({reason})")


def _file(path: str) -> Found | Problem:
    shown = display(path)
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError):
            return Problem(shown, "does not exist")
        return Problem(shown, f"cannot be read ({getattr(error, 'strerror', None) or error})")
    if not stat.S_ISREG(status.st_mode):
        return Problem(shown, "is not a regular file")
    if status.st_size > MAX_FILE:
        limit = f"{MAX_FILE // 1024**2} MB"
        return Problem(shown, f"is larger than {limit}: not read", "split it")
    if not os.access(path, os.R_OK):
        return Problem(shown, "cannot be read (permission denied)")
    return Found(path, shown)
