"""Kernels that need no parser, importable by their name in a fresh process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence

from twosource.ids import stable_id
from twosource.model import Document, Mention, Quote, Reading


def quick(documents: Sequence[Document]) -> list[Reading]:
    """One mention a document: its first word."""
    return [_read(document) for document in documents]


def whole(documents: Sequence[Document]) -> list[Reading]:
    """One mention a document: all of it."""
    return [
        Reading(d, (Mention(stable_id("m", d.id), d.id, ((0, len(d.text)),), (), (), Quote.NONE),))
        for d in documents
    ]


def fragile(documents: Sequence[Document]) -> list[Reading]:
    """As `quick`, but some words end the process or raise."""
    for document in documents:
        if "KILL" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "RAISE" in document.text:
            raise RuntimeError("no sense\nin this")
    return quick(documents)


def slow(documents: Sequence[Document]) -> list[Reading]:
    """As `quick`, in 20 ms a document."""
    time.sleep(0.02 * len(documents))
    return quick(documents)


def _read(document: Document) -> Reading:
    end = len(document.text.split(None, 1)[0])
    name = stable_id("m", document.id)
    notes = ("a note",) if "NOTE" in document.text else ()
    made = Mention(name, document.id, ((0, end),), (), (), Quote.NONE)
    return Reading(document, (made,), notes)
