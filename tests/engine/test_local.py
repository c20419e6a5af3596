"""Parts come back whole from one process or several; a document that kills one is set aside."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.engine import local
from twosource.model import Document

from . import kernels


def documents(*texts: str) -> list[Document]:
    return [Document(f"d{n}", f"d{n}", text, "") for n, text in enumerate(texts)]


def in_twos(made: list[Document]) -> Iterator[list[Document]]:
    return (made[at : at + 2] for at in range(0, len(made), 2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_part_comes_back_once_and_in_order_inside(jobs: int) -> None:
    made = documents(*(f"word{n} more" for n in range(21)))
    found = {o.number: o for o in local.run(in_twos(made), jobs=jobs, kernel=kernels.quick)}
    assert sorted(found) == list(range(11))
    read = [reading for n in sorted(found) for _, reading in found[n].readings]
    assert [reading.document for reading in read] == made
    assert read == kernels.quick(made)


def test_a_document_that_kills_its_process_is_set_aside_and_all_others_are_read() -> None:
    texts = [f"word{n} more" for n in range(9)]
    texts[3] = "KILL the process"
    made = documents(*texts)
    outcomes = list(local.run(in_twos(made), jobs=2, kernel=kernels.fragile))
    read = {reading.document.id for outcome in outcomes for _, reading in outcome.readings}
    assert read == {f"d{n}" for n in range(9)} - {"d3"}
    failed = [(o.number, place, what) for o in outcomes for place, what in o.failed]
    assert failed == [(1, 1, "ended its process 2 times: set aside")]
    assert sorted(o.number for o in outcomes) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_raises_is_named_in_one_line(jobs: int) -> None:
    made = documents("one", "RAISE here", "three")
    (outcome,) = local.run([made], jobs=jobs, kernel=kernels.fragile)
    assert [place for place, _ in outcome.readings] == [0, 2]
    assert outcome.failed == ((1, "could not be read (RuntimeError: no sense in this)"),)


def test_input_is_drawn_only_as_fast_as_it_is_read() -> None:
    drawn = 0

    def parts() -> Iterator[list[Document]]:
        nonlocal drawn
        for n in range(40):
            drawn += 1
            yield documents(f"word{n}")

    for count, _ in enumerate(local.run(parts(), jobs=2, kernel=kernels.quick), 1):
        assert drawn <= count + 2 * local.AHEAD + 2


def test_stopping_early_ends_the_processes() -> None:
    run = local.run(in_twos(documents(*["word"] * 40)), jobs=2, kernel=kernels.slow)
    next(run)
    run.close()  # type: ignore[attr-defined]


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, sys\n"
        "from engine import kernels\n"
        "from twosource.engine import local\n"
        "from twosource.model import Document\n"
        "if __name__ == '__main__':\n"
        "    parts = [[Document(str(n), str(n), 'word', '')] for n in range(100_000)]\n"
        "    for outcome in local.run(parts, jobs=2, kernel=kernels.slow):\n"
        "        print(outcome.number, flush=True)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen([sys.executable, script], env=env, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        children = _children(parent.pid)
        assert len(children) >= 2
        parent.kill()
        parent.wait()
    deadline = time.monotonic() + 10
    while any(_alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_alive(child) for child in children)


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    if not path.exists():
        pytest.skip("needs /proc")
    return [int(child) for child in path.read_text().split()]


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
