"""``--reader`` and ``--model``: what is asked for is used or refused, else the rules stand in."""

import json

import pytest
from click.testing import CliRunner

from twosource.cli import main
from twosource.reading.tagger import folder

TEXT = "Brel said nobody was hurt. The ministry added two trains burnt.\n"


def lint(*words):
    return CliRunner().invoke(main, ["lint", *map(str, words)])


def test_a_ledger_knows_which_model_read(shell, toy):
    report = shell.write("reports/a.txt", TEXT)
    shell("read", str(report), "--reader", "tagger", "--model", str(toy))
    again = json.loads(
        shell("read", str(report), "--reader", "tagger", "--model", str(toy), "--json").stdout
    )
    assert (again["new"], again["reread"], again["unchanged"]) == (0, 0, 1)
    other = json.loads(shell("read", str(report), "--reader", "rules", "--json").stdout)
    assert (other["new"], other["reread"]) == (0, 1)


def test_another_reader_reads_again_when_told_to(shell, toy):
    report = shell.write("reports/a.txt", TEXT)
    shell("read", str(report), "--reader", "rules")
    done = shell("read", "--reread", "--reader", "both", "--model", str(toy), "--json")
    assert json.loads(done.stdout)["reread"] == 1


@pytest.mark.parametrize("words", [("--model", "none"), ("--reader", "rules", "--model", "none")])
def test_a_model_that_cannot_be_had_is_one_line_and_nothing_is_read(words, shell):
    report = shell.write("reports/a.txt", TEXT)
    for result in (shell("read", str(report), *words), lint(report, *words)):
        assert result.exit_code in (1, 2)
        assert "Traceback" not in result.output
        assert "model" in result.stderr
    assert not shell.ledger.exists()


def test_an_altered_model_is_refused(shell, toy, tmp_path):
    files = folder.read(toy)
    folder.write(tmp_path / "m", files.network, files.words)
    (tmp_path / "m" / folder.NETWORK).write_bytes(files.network[:-5])
    result = shell("read", str(shell.write("a.txt", TEXT)), "--model", str(tmp_path / "m"))
    assert result.exit_code == 1
    assert "cut off or altered" in result.stderr


@pytest.fixture
def broken(toy, tmp_path, monkeypatch):
    """An installation whose own model is whole and does not run."""
    from twosource.engine import kernel

    folder.write(tmp_path / "m", b"no network", folder.read(toy).words)
    monkeypatch.setattr(folder, "SHIPPED", tmp_path / "m")
    kernel.default.cache_clear()
    yield
    kernel.default.cache_clear()


@pytest.mark.usefixtures("broken")
def test_the_rules_stand_in_and_it_is_said_once(shell):
    for n in range(3):
        shell.write(f"reports/{n}.txt", f"{n}. {TEXT}")
    done = shell("read", str(shell.folder / "reports"), "--json")
    assert done.exit_code == 0
    assert done.stderr.count("read by the rules alone") == 1
    summary = json.loads(done.stdout)
    assert (summary["new"], summary["skipped"]) == (3, [])
    assert len(summary["remarks"]) == 1
    linted = lint(*(shell.folder / "reports").iterdir())
    assert linted.stderr.count("read by the rules alone") == 1
