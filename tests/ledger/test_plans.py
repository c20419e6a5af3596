"""One more document asks about its neighbours: no question goes through a whole table."""

from pathlib import Path

from sqlalchemy import event
from tests.linking.test_relink import corpus

from twosource.engine.relink import relink
from twosource.ledger import Ledger
from twosource.ledger.shelf import keeping

# the few counts over all mentions, what waits to be linked, what people decided
SMALL = {"tallies", "link_due", "attachments", "judgements"}
# what is no question; numbers of rows, counted in an index; the newest row, where a walk ends
PASSED_OVER = ("INSERT", "PRAGMA", "BEGIN", "SELECT count(*) ", "SELECT history.n")


def test_storing_and_linking_one_more_document_scans_no_table(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(keeping, "MUCH_TOUCHED", 1000)
    *before, late = corpus(5, 14)
    asked: dict[str, object] = {}
    with Ledger(tmp_path / "a.ledger") as ledger:
        for reading in before:
            ledger.store(reading)
        relink(ledger)
        with ledger.view():
            pass

        @event.listens_for(ledger._engine, "before_cursor_execute")
        def note(connection, cursor, line, values, context, many):
            asked.setdefault(line, values[0] if many else values)

        ledger.store(late)
        relink(ledger)
        event.remove(ledger._engine, "before_cursor_execute", note)
        scanned = set()
        with ledger.view() as connection:
            for line, values in asked.items():
                if not line.startswith(PASSED_OVER):
                    for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {line}", values):
                        scanned.add((row[3], line))
    wrong = {
        (step, line)
        for step, line in scanned
        if "(current=?)" in step  # nearly all documents are
        or (step.startswith("SCAN ") and "VIRTUAL" not in step and step.split()[1] not in SMALL)
    }
    assert len(asked) > 20
    assert not wrong
