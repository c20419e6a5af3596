"""``kill -9`` at any moment: nothing acknowledged is lost, the ledger opens, the run resumes."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from twosource.engine.ingest import ingest
from twosource.ledger import Ledger

from . import kernels

WRITER = Path(__file__).with_name("writer.py")
COUNT = 60


def folder_of_reports(path: Path) -> Path:
    path.mkdir()
    for n in range(COUNT):
        (path / f"{n:02}.txt").write_text(f"Report {n}. " + f"Bridge {n} was hit, he said. " * 5)
    return path


def killed_after(count: int, ledger: Path, folder: Path, jobs: int) -> list[str]:
    """Kill a run once it acknowledged ``count`` documents, or a moment later; return their ids."""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, str(WRITER), str(ledger), str(folder), str(jobs)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        said = [run.stdout.readline() for _ in range(count)]
        time.sleep(random.Random(count).uniform(0, 0.05))
        run.kill()
        said += run.stdout.readlines()
    assert "done\n" not in said
    return [line.strip() for line in said if line.endswith("\n")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_loses_nothing_and_goes_on(tmp_path: Path, jobs: int) -> None:
    folder = folder_of_reports(tmp_path / "reports")
    path = tmp_path / "a.ledger"
    acknowledged: set[str] = set()
    for count in (1, 9, 14):
        new = killed_after(count, path, folder, jobs)
        assert len(new) >= count
        acknowledged |= set(new)
        with Ledger(path) as ledger:
            assert acknowledged <= {document.id for document in ledger.documents()}
            assert ledger.verify() == []
    with Ledger(path) as ledger:
        before = ledger.count.documents
        summary = ingest(ledger, [str(folder)], jobs=1, kernel=kernels.quick)
        assert before >= len(acknowledged)
        assert (summary.new, summary.unchanged) == (COUNT - before, before)
        assert ledger.verify() == []
        assert not ledger.stale
    with Ledger(tmp_path / "b.ledger") as straight:
        ingest(straight, [str(folder)], jobs=1, kernel=kernels.quick)
        with Ledger(path) as resumed:
            assert resumed.readings() == straight.readings()


def test_a_run_killed_while_it_makes_the_ledger_leaves_one_that_opens(tmp_path: Path) -> None:
    folder = folder_of_reports(tmp_path / "reports")
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    for n in range(4):
        path = tmp_path / f"{n}.ledger"
        command = [sys.executable, str(WRITER), str(path), str(folder), "1"]
        with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as run:
            deadline = time.monotonic() + 20
            while not path.exists() and time.monotonic() < deadline:
                time.sleep(0.001)
            time.sleep(0.01 * n)
            run.kill()
        with Ledger(path) as ledger:
            assert ledger.verify() == []


def test_one_reads_while_another_writes(tmp_path: Path) -> None:
    folder = folder_of_reports(tmp_path / "reports")
    path = tmp_path / "a.ledger"
    Ledger(path).close()
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, str(WRITER), str(path), str(folder), "1"]
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as run:
        counts: list[int] = []
        with Ledger(path, create=False) as ledger:
            while run.poll() is None:
                counts.append(len(ledger.documents()))
                ledger.search("bridge")
            counts.append(len(ledger.documents()))
    assert counts == sorted(counts)
    assert counts[-1] == COUNT


def test_two_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    one, two = folder_of_reports(tmp_path / "one"), folder_of_reports(tmp_path / "two")
    path = tmp_path / "a.ledger"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    runs = [
        subprocess.Popen([sys.executable, str(WRITER), str(path), str(folder), "1"], env=env)
        for folder in (one, two)
    ]
    assert [run.wait() for run in runs] == [0, 0]
    with Ledger(path) as ledger:
        assert ledger.count.documents == 2 * COUNT
        assert ledger.verify() == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_says_so_and_goes_on(tmp_path: Path, jobs: str) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for n in range(200):
        (folder / f"{n:02}.txt").write_text(f"Report {n}. " + "A bridge was hit, he said. " * 5)
    path = tmp_path / "a.ledger"
    script = tmp_path / "cli.py"
    script.write_text(
        "from functools import partial\n"
        "from engine import kernels\n"
        "from twosource.cli import main\n"
        "from twosource.engine import ingest as room\n"
        "if __name__ == '__main__':\n"
        "    room.PART = 200\n"
        "    room.ingest = partial(room.ingest, kernel=kernels.slow)\n"
        "    main()\n"
    )
    command = [sys.executable, str(script), "read", str(folder)]
    command += ["--ledger", str(path), "--jobs", jobs, "--reader", "rules"]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
    ) as run:
        deadline = time.monotonic() + 60
        while not _stored(path) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert run.poll() is None, run.communicate()
        run.send_signal(signal.SIGINT)
        _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    assert errors.splitlines() == [
        "interrupted: what was stored is kept; run the same command again to go on"
    ]
    with Ledger(path) as ledger:
        before = ledger.count.documents
        assert 0 < before < 200
        summary = ingest(ledger, [str(folder)], jobs=1, kernel=kernels.quick)
        assert (summary.new, summary.unchanged) == (200 - before, before)


def _stored(path: Path) -> bool:
    """True where a document is acknowledged; looks at the file without making it a ledger."""
    if not path.exists():
        return False
    raw = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return bool(raw.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # it is being made
        return False
    finally:
        raw.close()
