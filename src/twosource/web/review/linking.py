"""Claims follow judgements: at once where that is quick, else behind the person's back."""

from __future__ import annotations

import threading

from twosource.engine.relink import relink
from twosource.ledger import Ledger, LedgerError

QUICK = 3_000  # mentions up to which a person waits for the claims


class Linker:
    """Links one ledger, one time at a time; what comes in meanwhile is linked right after."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def follow(self) -> None:
        """Bring the claims up to date, now or soon."""
        if self._ledger.count.mentions <= QUICK:
            with self._lock:
                relink(self._ledger)
            return
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        with self._lock:
            try:
                while relink(self._ledger):
                    pass
            except LedgerError:
                return  # closed, or held by another writer: the next judgement tries again
