"""A file that is no ledger, or cannot be used: one clear line, and nothing in it is touched."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from twosource.ledger import Ledger, LedgerError

from .making import TEXT, reading

HERE = Path(__file__).parent


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(LedgerError) as caught:
        Ledger(path, **options)  # type: ignore[arg-type]
    line = str(caught.value)
    assert "\n" not in line
    assert line.startswith(str(path))
    return line


def test_a_text_file_is_not_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Two bridges were hit.")
    assert "not a Twosource ledger" in refusal(path)
    assert path.read_text() == "Two bridges were hit."
    assert os.listdir(tmp_path) == ["article.txt"]


def test_another_sqlite_file_is_not_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE documents (id TEXT)")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    assert "an SQLite file of something else" in refusal(path)
    assert path.read_bytes() == before


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    assert "a folder" in refusal(tmp_path)


def test_a_missing_ledger_is_said_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    assert "no ledger there" in refusal(path, create=False)
    assert not path.exists()


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert "folder does not exist" in refusal(tmp_path / "none" / "a.ledger")


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    Ledger(path).close()
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    assert "newer version of Twosource" in refusal(path)


def test_a_damaged_ledger_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with Ledger(path) as ledger:
        ledger.store(reading(), TEXT.encode())
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    assert "damaged" in refusal(path)


def test_a_locked_ledger_is_waited_for_and_then_said(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    Ledger(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger(path, timeout=0.2) as ledger:
        with pytest.raises(LedgerError, match="locked by another process"):
            ledger.store(reading())
        assert ledger.documents() == []  # reading goes on meanwhile
        other.execute("ROLLBACK")
        ledger.store(reading())
    other.close()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    path.touch()
    with Ledger(path) as ledger:
        ledger.store(reading())
    assert "not a Twosource ledger" in refusal(_empty(tmp_path / "b"), create=False)


def _empty(path: Path) -> Path:
    path.touch()
    return path


def test_a_ledger_whose_making_was_cut_off_is_made_anew(tmp_path: Path) -> None:
    from twosource.ledger.opening import APPLICATION_ID

    path = tmp_path / "a.ledger"
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.close()
    with Ledger(path) as ledger:
        ledger.store(reading())
        assert ledger.verify() == []


@pytest.mark.parametrize("name", ["a?mode=memory", "a#b", "a%20b", "ä ö", "-"])
def test_a_file_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    with Ledger(tmp_path / name) as ledger:
        ledger.store(reading())
    assert (tmp_path / name).exists()


def test_a_full_disk_is_said_and_what_was_stored_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with Ledger(path) as ledger:
        ledger.store(reading())
    script = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))\n"
        "from ledger.making import reading\n"
        "from twosource.ledger import Ledger, LedgerError\n"
        "with Ledger(sys.argv[1]) as ledger:\n"
        "    try:\n"
        "        for n in range(1000):\n"
        "            ledger.store(reading(f'{n} ' * 9000, key=f'k{n}'))\n"
        "    except LedgerError as error:\n"
        "        print(n, error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    stored, _, line = done.stdout.partition(" ")
    assert "disk" in line, (done.stdout, done.stderr)
    with Ledger(path, create=False) as ledger:
        assert ledger.count.documents == 1 + int(stored)
        assert ledger.verify() == []


def test_a_read_only_ledger_can_be_read_and_says_that_it_cannot_be_written() -> None:
    if os.getuid() != 0:
        pytest.skip("needs root, to become a user who may not write")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "a.ledger"
        with Ledger(path) as ledger:
            ledger.store(reading())
        folder.chmod(0o555)
        path.chmod(0o444)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                os.setuid(65534)
                with Ledger(path, create=False) as ledger:
                    ok = len(ledger.documents()) == 1 and ledger.verify() == []
                    try:
                        ledger.store(reading(key="k2"))
                    except LedgerError as error:
                        code = 0 if ok and "read-only" in str(error) else 2
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        folder.chmod(0o755)
