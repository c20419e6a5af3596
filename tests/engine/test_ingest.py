"""From paths to a ledger: what is new, what changed, what was skipped and why."""

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.engine.ingest import Progress, Summary, ingest
from twosource.ledger import Ledger
from twosource.ledger.store import ReadBy

from . import kernels

LINE = "Two bridges over the Lesna were hit on Sunday, the ministry of defence said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"Report number {n}. {LINE}")
    return folder


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "a.ledger") as opened:
        yield opened


def read(ledger: Ledger, *paths: Path | str, **options: object) -> Summary:
    names = [str(path) for path in paths]
    return ingest(ledger, names, **{"jobs": 1, "kernel": kernels.quick, **options})  # type: ignore[arg-type]


def test_a_folder_becomes_a_ledger_and_again_changes_nothing(ledger: Ledger, folder: Path) -> None:
    first = read(ledger, folder)
    assert (first.new, first.documents, first.mentions, first.skipped) == (3, 3, 3, ())
    assert first.words == sum(len(d.text.split()) for d in ledger.documents())
    head = ledger.head
    second = read(ledger, folder)
    assert (second.new, second.updated, second.unchanged, second.words) == (0, 0, 3, 0)
    assert ledger.head == head
    assert ledger.verify() == []
    assert not ledger.stale


def test_the_archived_bytes_are_those_of_the_file(ledger: Ledger, folder: Path) -> None:
    read(ledger, folder)
    kept = {ledger.archived(document.sha256) for document in ledger.documents()}
    assert kept == {path.read_bytes() for path in folder.iterdir()}


def test_an_edited_file_is_a_new_version(ledger: Ledger, folder: Path) -> None:
    read(ledger, folder)
    (folder / "1.txt").write_text(f"Report number 1, corrected. {LINE}")
    summary = read(ledger, folder)
    assert (summary.new, summary.updated, summary.unchanged, summary.documents) == (0, 1, 2, 3)
    key = next(d.key for d in ledger.documents() if "corrected" in d.text)
    assert len(ledger.versions(key)) == 2


def test_an_edit_taken_back_is_current_again(ledger: Ledger, folder: Path) -> None:
    before = (folder / "1.txt").read_text()
    read(ledger, folder)
    (folder / "1.txt").write_text(f"Report number 1, corrected. {LINE}")
    read(ledger, folder)
    (folder / "1.txt").write_text(before)
    assert read(ledger, folder).updated == 1
    assert before in {d.text for d in ledger.documents()}
    assert read(ledger, folder).unchanged == 3


def test_one_and_two_processes_make_the_same_ledger(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(30):
        (folder / f"{n:02}.txt").write_text(f"Report number {n}. " + LINE * 60)
    held = []
    for jobs in (1, 2):
        with Ledger(tmp_path / f"{jobs}.ledger") as ledger:
            read(ledger, folder, jobs=jobs)
            held.append((ledger.readings(), ledger.links()))
    assert held[0] == held[1]


def test_a_file_with_several_documents(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    rows = [{"id": f"x{n}", "text": f"Item {n}. {LINE}", "language": "en"} for n in range(5)]
    path.write_text("\n".join(map(json.dumps, rows)))
    assert read(ledger, path).new == 5
    rows[2]["text"] += " It was corrected."
    rows.append({"id": "x5", "text": f"Item 5. {LINE}", "language": "en"})
    path.write_text("\n".join(map(json.dumps, rows)))
    summary = read(ledger, path)
    assert (summary.new, summary.updated, summary.unchanged) == (1, 1, 4)
    assert ledger.verify() == []


def test_what_cannot_be_read_is_named_and_the_rest_is_read(ledger: Ledger, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    summary = read(ledger, folder, folder / "gone.txt")
    assert summary.new == 3
    assert sorted(os.path.basename(p.path) for p in summary.skipped) == [
        "binary.txt",
        "empty.txt",
        "gone.txt",
    ]
    assert ledger.skipped() == list(summary.skipped)
    again = read(ledger, folder)
    assert len(again.skipped) == 2  # said again, though nothing is loaded again
    (folder / "empty.txt").write_text(LINE)
    read(ledger, folder)
    assert len(ledger.skipped()) == 2  # binary.txt, gone.txt


def test_a_document_that_kills_is_named_and_tried_again_next_time(
    ledger: Ledger, folder: Path
) -> None:
    (folder / "1.txt").write_text(f"KILL the process. {LINE}")
    summary = read(ledger, folder, jobs=2, kernel=kernels.fragile)
    assert summary.new == 2
    (problem,) = summary.skipped
    assert problem.path.endswith("1.txt")
    assert "set aside" in problem.what
    assert read(ledger, folder).new == 1
    assert ledger.skipped() == []


def test_with_one_job_too_a_document_that_kills_is_only_named(ledger: Ledger, folder: Path) -> None:
    (folder / "1.txt").write_text(f"KILL the process. {LINE}")
    summary = read(ledger, folder, kernel=kernels.fragile, isolated=True)
    assert (summary.new, len(summary.skipped)) == (2, 1)


def test_a_file_name_that_is_no_text_is_read_all_the_same(ledger: Ledger, folder: Path) -> None:
    name = os.fsencode(folder) + b"/caf\xe9\x1b.txt"
    with open(name, "w") as file:
        file.write(f"Another report. {LINE}")
    for _ in range(2):
        assert read(ledger, folder).skipped == ()
    assert ledger.count.documents == 4
    assert any("caf\\xe9" in (d.path or "") for d in ledger.documents())


def test_a_problem_is_forgotten_when_the_file_is_read(
    ledger: Ledger, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    read(ledger, "late.txt")
    assert len(ledger.skipped()) == 1
    (folder / "late.txt").write_text(LINE)
    read(ledger, folder)
    assert ledger.skipped() == []


def test_a_note_of_the_reader_is_a_problem_line(ledger: Ledger, folder: Path) -> None:
    (folder / "1.txt").write_text(f"NOTE well. {LINE}")
    for _ in range(2):
        (problem,) = read(ledger, folder).skipped
        assert (os.path.basename(problem.path), problem.what) == ("1.txt", "a note")


def test_standard_input(ledger: Ledger) -> None:
    for expected in ((1, 0), (0, 1)):
        summary = read(ledger, "-", stdin=io.BytesIO(LINE.encode()))
        assert (summary.new, summary.unchanged) == expected
    assert ledger.documents()[0].path is None


def test_another_reader_reads_anew_and_reread_forces_it(ledger: Ledger, folder: Path) -> None:
    read(ledger, folder)
    ledger.by = ReadBy("9.9", "other")
    assert read(ledger, folder).reread == 3
    assert read(ledger, folder).unchanged == 3
    assert read(ledger, folder, reread=True).unchanged == 3  # read, and found to be the same
    ledger.by = ReadBy("9.9", "third")
    assert read(ledger, reread=True).reread == 3  # without paths: all that the ledger holds
    assert ledger.verify() == []
    assert not ledger.stale


def test_half_a_character_in_json_is_one_problem(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"id": "b", "text": LINE, "language": "en"})
    path.write_text('{"id": "a", "language": "en", "text": "Bad \\ud800 text."}\n' + good)
    summary = read(ledger, path)
    assert summary.new >= 1
    assert ledger.verify() == []


def test_progress_counts_up(ledger: Ledger, folder: Path) -> None:
    seen: list[Progress] = []
    read(ledger, folder, progress=seen.append)
    assert seen[-1] == Progress(3, 3, 3)
    assert [p.documents for p in seen] == sorted(p.documents for p in seen)


def test_links_that_are_missing_are_made_by_the_next_run(ledger: Ledger, folder: Path) -> None:
    from twosource.model import Reading

    made = kernels.quick([_first(ledger, folder)])[0]
    assert isinstance(made, Reading)
    ledger.store(made)
    assert ledger.stale
    read(ledger, folder)
    assert not ledger.stale


def _first(ledger: Ledger, folder: Path):  # type: ignore[no-untyped-def]
    from twosource.documents import load

    path = folder / "0.txt"
    return load(path.read_bytes(), str(path)).documents[0]
