"""Which reader reads, and that the rules stand in where a model does not load."""

import pickle
import warnings

import pytest

import twosource
from twosource.engine import readers
from twosource.engine.kernel import read_document
from twosource.engine.readers import ALONE, Choice, Kind, choose, reader
from twosource.model import Document
from twosource.reading.tagger import folder
from twosource.reading.tagger.folder import ModelError

TEXT = "Brel said nobody was hurt. The ministry added two trains burnt."
DOCUMENT = Document("d-1", "k", TEXT, "0" * 64)


def read(choice):
    return read_document(DOCUMENT, choice)


def test_rules_need_no_model(monkeypatch):
    monkeypatch.setattr(folder, "SHIPPED", folder.SHIPPED / "none")
    assert choose() == choose("rules") == Choice()
    assert reader(choose())[0].name == "rules"


def test_the_name_tells_reader_and_model(toy):
    made = choose("tagger", str(toy))
    assert made.name == reader(made)[0].name == f"tagger {folder.read(toy).name}"
    assert choose(None, str(toy)).name == f"{readers.BEST} {folder.read(toy).name}"
    assert pickle.loads(pickle.dumps(made)) == made


@pytest.mark.parametrize("kind", [Kind.TAGGER, Kind.BOTH])
def test_the_tagger_reads(kind, toy):
    reading = read(choose(kind, str(toy)))
    assert reading.notes == ()
    assert [m.asserter for m in reading.mentions if m.cue] == ["Brel", "ministry"]


def test_a_model_that_is_asked_for_must_load(tmp_path, monkeypatch):
    with pytest.raises(ModelError, match="no model there"):
        choose(None, str(tmp_path))
    monkeypatch.setattr(folder, "SHIPPED", tmp_path)
    with pytest.raises(ModelError):
        choose("tagger")


@pytest.fixture
def broken(toy, tmp_path, monkeypatch):
    """An installation whose model is whole and does not run."""
    folder.write(tmp_path / "m", b"no network", folder.read(toy).words)
    monkeypatch.setattr(folder, "SHIPPED", tmp_path / "m")
    return tmp_path / "m"


def test_the_rules_stand_in_and_a_note_says_so(broken):
    reading = read(choose())
    assert reading.mentions == read(Choice()).mentions
    (note,) = reading.notes
    assert note.startswith(f"{ALONE}: ")
    assert "cannot run here" in note


def test_an_altered_model_is_known_before_anything_is_read(broken):
    (broken / folder.NETWORK).write_bytes(b"altered")
    made = choose()
    assert made.kind is Kind.RULES
    assert "checksum" in made.note
    assert made.name == "rules"  # so that a later run with a whole model reads again


def test_from_python_it_reads_too():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert twosource.read(TEXT).mentions
