"""Any tampering shows: one line for what does not fit. History itself cannot be changed at all."""

import re
import sqlite3
from pathlib import Path

import pytest

from twosource.ledger import JudgementKind, Ledger, guards

from .making import TEXT, reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger(tmp_path / "a.ledger") as ledger:
        ledger.store(reading(path="a"), TEXT.encode())
        ledger.store(reading(TEXT.replace("Two", "Three"), path="a"))
        ledger.judge(JudgementKind.REJECT, ["m-1"], who="Ada", reason="a misreading")
    return tmp_path / "a.ledger"


def lines_after(path: Path, *statements: str) -> list[str]:
    """Change the file behind the ledger's back, triggers taken off and put back."""
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA foreign_keys = OFF")
    for name in guards.TRIGGERS:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for statement in guards.TRIGGERS.values():
        raw.execute(statement)
    raw.commit()
    raw.close()
    with Ledger(path, create=False) as ledger:
        return ledger.verify()


def test_an_untouched_ledger_holds(path: Path) -> None:
    assert lines_after(path) == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE archive SET data = x'00'", "archived bytes .*: changed"),
        ("DELETE FROM archive", "archived bytes .*: stands in the history, not in the ledger"),
        ("INSERT INTO archive VALUES ('ab', 1, x'00')", "archived bytes ab: stands in the ledger"),
        ("UPDATE documents SET text = replace(text, 'Two', 'Six')", "document .*: changed"),
        ("UPDATE documents SET record = replace(record, 'Volna', 'X')", "document .*: changed"),
        ("DELETE FROM documents WHERE version = 1", "document .*: stands in the history"),
        ("UPDATE documents SET current = 1", "publication .*: 2 current versions"),
        ("UPDATE mentions SET record = replace(record, 'official', 'none')", "reading of .*chang"),
        ("DELETE FROM mentions WHERE n = 1", "reading of document .*: changed"),
        ("UPDATE readings SET reader = 'other'", "reading of document .*: changed"),
        ("UPDATE judgements SET record = replace(record, 'Ada', 'Bo')", "judgement .*: changed"),
        ("DELETE FROM judgements", "judgement .*: stands in the history, not in the ledger"),
        ("UPDATE history SET subject = 'x' WHERE n = 2", "history: event 2 .*changed"),
        ("UPDATE history SET at = '2020-01-01 00:00:00.000000' WHERE n = 3", "history: event 3"),
        ("DELETE FROM history WHERE n = 2", "history: event 2 is missing"),
        ("DELETE FROM history WHERE n = 6", "judgement .*: stands in the ledger, not in its hist"),
    ],
)
def test_a_change_from_outside_shows(path: Path, statement: str, expected: str) -> None:
    lines = lines_after(path, statement)
    assert lines
    assert any(re.search(expected, line) for line in lines), lines


def test_a_missing_guard_shows(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("DROP TRIGGER history_no_delete")
    raw.commit()
    raw.close()
    with Ledger(path) as ledger:
        assert ledger.verify() == [
            "trigger history_no_delete is missing: the ledger was changed from outside"
        ]


def test_a_history_cut_short_together_with_its_subject_shows_by_the_noted_hash(path: Path) -> None:
    with Ledger(path) as ledger:
        noted = ledger.head
        assert ledger.has_hash(noted)
    cut = ("history WHERE n = 6", "attachments", "judgements")
    assert lines_after(path, *(f"DELETE FROM {what}" for what in cut)) == []
    with Ledger(path) as ledger:
        assert not ledger.has_hash(noted)


@pytest.mark.parametrize("table", ["archive", "history", "judgements", "documents"])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET {} = 'x'"])
def test_what_is_append_only_refuses_change(path: Path, table: str, verb: str) -> None:
    column = {"archive": "sha256", "history": "hash", "judgements": "who", "documents": "text"}
    raw = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        raw.execute(verb.format(table, column[table]))
    raw.close()
