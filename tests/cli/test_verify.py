"""``twosource verify``: exit code 1 and one line for what does not fit."""

import sqlite3

from .conftest import Shell


def test_an_untouched_ledger_holds_and_prints_its_hash(filled: Shell) -> None:
    result = filled("verify")
    assert result.exit_code == 0
    noted = result.output.split()[-1]
    assert filled("verify", "--head", noted).exit_code == 0
    assert filled("verify", "--head", "0f" * 32).exit_code == 1


def test_changed_bytes_show(shell: Shell) -> None:
    shell("read", str(shell.write("a.txt")))
    raw = sqlite3.connect(shell.ledger)
    (statement,) = raw.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'archive_no_update'"
    ).fetchone()
    raw.execute("DROP TRIGGER archive_no_update")
    raw.execute("UPDATE archive SET data = x'00'")
    raw.execute(statement)
    raw.commit()
    raw.close()
    result = shell("verify")
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert "changed since it was stored" in result.output
