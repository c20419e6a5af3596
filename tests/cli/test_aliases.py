"""``twosource aliases``: what a person sees."""

import json

import pytest
from click.testing import CliRunner

from twosource.cli import main


@pytest.fixture
def run(tmp_path):
    (tmp_path / "a.txt").write_text("Forty men were killed on Monday, the Northern Council said.")

    def command(*words):
        return CliRunner().invoke(main, [words[0], *words[1:], "--ledger", str(tmp_path / "l")])

    assert command("read", str(tmp_path / "a.txt"), "--jobs", "1").exit_code == 0
    return command


def test_a_file_with_a_bad_line_does_the_rest_and_says_so(run, tmp_path):
    (tmp_path / "names.tsv").write_text("Council\tNorthern Council\nlonely\n")
    result = run("aliases", str(tmp_path / "names.tsv"), "--who", "Ada")
    assert result.exit_code == 1
    assert "names.tsv:2: no other name" in result.stderr
    assert "1 name added" in result.stdout
    listed = json.loads(run("aliases", "--json").stdout)
    assert [(row["name"], row["alias"], row["who"]) for row in listed] == [
        ("Council", "Northern Council", "Ada")
    ]


def test_merge_and_split_by_hand(run):
    made = run("aliases", "--merge", "Council", "Northern Council", "--reason", "short")
    assert made.exit_code == 0
    assert "Council" in run("aliases").stdout
    assert run("aliases", "--split", "Council", "Northern Council", "--reason", "no").exit_code == 0
    assert "no other names" in run("aliases").stdout


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--merge", "A", "B"), "--reason"),
        (("--split", "A", "B", "--reason", "x"), "no merge joins"),
        (("nowhere.tsv",), "cannot be read"),
        (("nowhere.tsv", "--merge", "A", "B"), "one at a time"),
        (("--merge", "A", "", "--reason", "x"), "an empty name"),
    ],
)
def test_what_cannot_be_is_one_line(run, words, why):
    result = run("aliases", *words)
    assert result.exit_code != 0
    assert why in result.stderr
    assert "Traceback" not in result.stderr
