"""``twosource train``: what is said before PyTorch is needed, and the whole where it is there."""

import importlib.util
import json

import pytest
from click.testing import CliRunner
from tests.learning import making

from twosource.cli import main, train
from twosource.learning.annotated import Annotated
from twosource.reading.tagger import folder

TEXTS = (
    "Nobody was hurt, Anna Brel said. The bridge over the Lesna stands.",
    "The bridge stands, Anna Brel said. Nobody was hurt on Monday.",
    "Two men were held, the ministry said. Trains run again.",
)
torch = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in train.NEEDED),
    reason="the training extra is not installed",
)


def write(path):
    documents = []
    for n, text in enumerate(TEXTS):
        said = text.index("said")
        source = text.index(",") + 2
        marked = making.attribution(((0, source - 2),), ((source, said - 1),), ((said, said + 4),))
        documents.append(making.corpus(Annotated(str(n), text, (marked,))))
    path.write_bytes(b"".join(documents))
    return str(path)


def run(*words):
    result = CliRunner().invoke(main, ["train", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result
    return result


def test_without_the_extra_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(train, "NEEDED", ("a_library_nobody_has",))
    result = run(write(tmp_path / "a.jsonl"), "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "pip install 'twosource[training]'" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.fixture
def ready(monkeypatch):
    """What comes before the training itself needs none of its libraries."""
    monkeypatch.setattr(train, "NEEDED", ())


@pytest.mark.usefixtures("ready")
def test_a_folder_that_is_there_is_left_alone(tmp_path, toy):
    kept = tmp_path / "out" / "notes.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    result = run(write(tmp_path / "a.jsonl"), "--out", kept.parent, "--model", toy)
    assert result.exit_code == 1
    assert "name another folder" in result.stderr
    assert kept.read_text() == "mine"


@pytest.mark.usefixtures("ready")
def test_too_few_texts_and_bad_models_are_one_line(tmp_path, toy):
    one = tmp_path / "one.jsonl"
    one.write_bytes(making.corpus(Annotated("x", "Brel said no.", ())))
    few = run(one, "--out", tmp_path / "out", "--model", toy)
    assert "two different annotated texts" in few.stderr
    no_model = run(write(tmp_path / "a.jsonl"), "--out", tmp_path / "out", "--model", tmp_path)
    assert "no model there" in no_model.stderr
    nothing = run(tmp_path / "none.jsonl", "--out", tmp_path / "out", "--model", toy)
    assert nothing.stderr.count("\n") == 2
    for result in (few, no_model, nothing):
        assert result.exit_code == 1
        assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()


@torch
def test_a_model_learns_and_says_how_well(tmp_path, trained_from):
    out = tmp_path / "out"
    (tmp_path / "bad.jsonl").write_text("{}")
    write(tmp_path / "a.jsonl")
    words = (tmp_path / "a.jsonl", "--model", trained_from, "--held-out", "0.3", "--epochs", "1")
    result = run(*words, tmp_path / "bad.jsonl", "--out", out, "--json")
    assert result.exit_code == 1  # one file was not used
    done = json.loads(result.stdout)
    assert (done["learnt"], done["held_out"]) == (2, 1)
    assert {f["name"] for f in done["figures"]} >= {"soft relation F1, all", "token F1, cue"}
    assert folder.read(out).name == done["model"]
    assert folder.read(out).name != folder.read(trained_from).name
    again = run(*words, "--out", tmp_path / "again")
    assert again.exit_code == 0
    assert "on 1 held-out documents" in again.stdout
    assert folder.read(tmp_path / "again") == folder.read(out)
