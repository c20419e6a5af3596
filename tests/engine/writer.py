"""Run as a script: read a folder into a ledger and say each acknowledged document at once."""

from __future__ import annotations

import sys

from engine import kernels
from twosource.engine import ingest as room
from twosource.ledger import Ledger


def main() -> None:
    """Arguments: ledger, folder, jobs."""
    room.PART = 200  # a commit every document or two
    with Ledger(sys.argv[1]) as ledger:
        store_all = ledger.store_all

        def said(batch):  # type: ignore[no-untyped-def]
            stored = store_all(batch)
            for reading, _ in batch:
                print(reading.document.id, flush=True)
            return stored

        ledger.store_all = said  # type: ignore[method-assign]
        room.ingest(ledger, [sys.argv[2]], jobs=int(sys.argv[3]), kernel=kernels.slow)
        print("done", flush=True)


if __name__ == "__main__":
    main()
