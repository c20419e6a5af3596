"""``twosource read``: closing summary, one line a problem, exit codes; no traceback."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from twosource.ledger import Ledger

from .conftest import TEXT, Shell


def test_a_file_becomes_a_ledger_and_again_changes_nothing(shell: Shell) -> None:
    path = str(shell.write("bridges.txt"))
    first = shell("read", path)
    assert first.exit_code == 0
    assert "a.ledger: 1 document, " in first.output
    assert "1 new, 0 updated, 0 unchanged" in first.output
    assert "0 new, 0 updated, 1 unchanged" in shell("read", path).output
    with Ledger(shell.ledger) as ledger:
        assert ledger.mentions()


def test_what_cannot_be_read_is_one_line_on_standard_error(shell: Shell) -> None:
    good, empty = shell.write("good.txt"), shell.write("empty.txt", "")
    result = shell("read", str(good), str(empty), str(shell.folder / "gone.txt"))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    assert "empty.txt: is empty" in result.stderr
    assert "gone.txt: does not exist" in result.stderr
    assert "1 new" in result.stdout


def test_standard_input_and_json(shell: Shell) -> None:
    result = shell("read", "-", "--json", stdin=TEXT.encode())
    assert result.exit_code == 0
    summary = json.loads(result.stdout)
    assert (summary["new"], summary["documents"], summary["skipped"]) == (1, 1, [])


def test_a_language_without_a_reader_is_archived_and_said(shell: Shell) -> None:
    korean = "국방부는 일요일 강 위의 다리 두 곳이 공격받았다고 밝혔다. 다친 사람은 없다. " * 3
    result = shell("read", str(shell.write("ko.txt", korean)))
    assert result.exit_code == 1
    assert "archived, not read" in result.stderr
    with Ledger(shell.ledger) as ledger:
        assert [d.text for d in ledger.documents()] == [korean]
        assert ledger.mentions() == []


def test_nothing_to_read_is_a_usage_error(shell: Shell) -> None:
    result = shell("read")
    assert result.exit_code == 2
    assert "name a file or folder" in result.output


def test_a_file_that_is_no_ledger_is_refused_in_one_line(shell: Shell) -> None:
    shell.ledger.write_text("my notes")
    result = shell("read", str(shell.write("a.txt")))
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "not a Twosource ledger" in result.stderr
    assert shell.ledger.read_text() == "my notes"


@pytest.mark.parametrize("command", ["search x", "show x", "verify", "read --reread"])
def test_a_missing_ledger_is_said_in_one_line(shell: Shell, command: str) -> None:
    result = shell(*command.split())
    assert result.exit_code == 1
    assert "no ledger there" in result.stderr
    assert not shell.ledger.exists()


def test_a_folder_that_cannot_be_read_is_named_and_the_rest_is_read() -> None:
    if os.getuid() != 0:
        pytest.skip("needs root, to become a user who may not read")
    import tempfile

    from twosource.engine.ingest import ingest

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        (folder / "closed").mkdir(mode=0o700)
        (folder / "closed" / "a.txt").write_text(TEXT)
        (folder / "open.txt").write_text(TEXT)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                os.setuid(65534)
                with Ledger(folder / "a.ledger") as ledger:
                    summary = ingest(ledger, [name], kernel=lambda d: [_unread(x) for x in d])
                    (problem,) = summary.skipped
                    code = 0 if summary.new == 1 and "permission denied" in str(problem) else 2
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _unread(document):  # type: ignore[no-untyped-def]
    from twosource.model import Reading

    return Reading(document, ())


def test_a_full_disk_ends_the_run_with_one_line(shell: Shell) -> None:
    for n in range(12):
        shell.write(f"r/{n}.txt", TEXT * 60)
    script = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "from twosource.cli import main\n"
        "main()\n"
    )
    command = ["read", str(shell.folder / "r"), "--jobs", "1", "--ledger", str(shell.ledger)]
    done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert "disk" in done.stderr
    with Ledger(shell.ledger) as ledger:
        assert ledger.verify() == []


def test_a_bar_is_drawn_for_a_person_and_not_on_standard_output(shell: Shell) -> None:
    path = shell.write("a.txt")
    parent, child = pty.openpty()
    script = (
        "import twosource.cli.read as read\n"
        "read.PATIENCE = 0\n"
        "from twosource.cli import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", script, "read", str(path), "--ledger", str(shell.ledger)]
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=child, env=env)
    os.close(child)
    drawn = os.read(parent, 65536)
    os.close(parent)
    assert done.returncode == 0, drawn
    assert b"1 of 1 files" in drawn
    assert b"\x1b" not in done.stdout
