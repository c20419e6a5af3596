import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.publishing.sample import DOCUMENTS, LINKS, MENTIONS

from twosource.cli import main
from twosource.ledger import Ledger
from twosource.model import Reading


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "orlo.ledger"
    with Ledger(path, create=True) as opened:
        for document in DOCUMENTS:
            own = tuple(m for m in MENTIONS if m.document == document.id)
            opened.store(Reading(document, own), document.text.encode())
        opened.replace_links(LINKS)
    return path


def run(*args: object):
    return CliRunner().invoke(main, [str(a) for a in args])


def test_report_writes_one_file_under_the_given_name_and_title(ledger, tmp_path):
    out = tmp_path / "orlo.html"
    done = run("report", "--ledger", ledger, "-o", out, "--title", "Orlo & <after>")
    assert done.exit_code == 0, done.output
    assert "4 documents, 5 claims" in done.output
    assert "Orlo &amp; &lt;after&gt;" in out.read_text("utf-8")


def test_report_without_a_name_stands_beside_its_ledger(ledger):
    assert run("report", "--ledger", ledger).exit_code == 0
    assert ledger.with_suffix(".html").exists()


def test_report_never_writes_over_the_ledger(ledger):
    before = ledger.read_bytes()
    done = run("report", "--ledger", ledger, "-o", ledger)
    assert done.exit_code == 1
    assert "is the ledger itself" in done.output
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("command", [("report",), ("export",), ("export", "--format", "csv")])
def test_no_ledger_is_one_clear_line(command, tmp_path):
    done = run(*command, "--ledger", tmp_path / "none.ledger", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "no ledger there" in done.output
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()


def test_export_to_standard_output_is_the_ledger_alone(ledger):
    done = run("export", "--ledger", ledger)
    assert json.loads(done.stdout)["format"] == "twosource-ledger/1"


def test_an_export_does_not_depend_on_when_it_is_made(ledger, tmp_path):
    for name in ("one", "two"):
        assert run("export", "--ledger", ledger, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_tables_go_into_a_folder(ledger, tmp_path, kind):
    folder = tmp_path / "tables"
    done = run("export", "--ledger", ledger, "--format", kind, "-o", folder)
    assert done.exit_code == 0, done.output
    names = {p.name for p in folder.iterdir()}
    assert {f"documents.{kind}", f"mentions.{kind}", f"claims.{kind}"} <= names
    assert len(names) == 12
    if kind == "csv":
        with (folder / "claims.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == len(LINKS.claims)


def test_a_path_that_cannot_be_written_is_named(ledger, tmp_path):
    done = run("export", "--ledger", ledger, "-o", tmp_path / "no" / "such" / "folder.json")
    assert done.exit_code == 1
    assert "does not exist" in done.output
    done = run("export", "--ledger", ledger, "--format", "csv", "-o", ledger)
    assert done.exit_code == 1
    assert "is a file" in done.output


@pytest.mark.parametrize("command", ["report", "export"])
def test_help_shows_an_example(command):
    assert f"twosource {command}" in run(command, "--help").output
