"""A model folder: whole or not at all, and one clear line where it is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import toy as making

from twosource.reading.tagger import folder
from twosource.reading.tagger.folder import NETWORK, SUMS, WORDS, ModelError
from twosource.reading.tagger.session import load, load_files


def test_what_was_written_is_read(toy):
    files = folder.read(toy)
    assert files.network == (toy / NETWORK).read_bytes()
    assert folder.of_mapping(files.mapping()) == files
    assert load(toy).name == files.name == load_files(files.mapping()).name


@pytest.mark.parametrize("name", [NETWORK, WORDS, SUMS])
def test_a_missing_file_is_named(name, toy, tmp_path):
    for part in {NETWORK, WORDS, SUMS} - {name}:
        (tmp_path / part).write_bytes((toy / part).read_bytes())
    with pytest.raises(ModelError, match=f"{tmp_path}.*{name}"):
        load(tmp_path)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_a_file_that_is_cut_off_or_altered_is_refused(toy, data):
    parts = folder.read(toy).mapping()
    name = data.draw(st.sampled_from([NETWORK, WORDS]))
    whole = parts[name]
    at = data.draw(st.integers(0, len(whole) - 1))
    bent = whole[:at] if data.draw(st.booleans()) else bytes([*whole[:at], whole[at] ^ 1])
    with pytest.raises(ModelError, match=f"{name} is cut off or altered"):
        folder.of_mapping({**parts, name: bent})


@given(st.binary(max_size=200))
def test_digests_that_are_none_are_refused(toy, data):
    parts = folder.read(toy).mapping()
    with pytest.raises(ModelError):
        folder.of_mapping({**parts, SUMS: data})


@pytest.mark.parametrize("network", [b"", b"no network", making.network(bond="much")])
def test_a_network_that_does_not_run_is_one_line(network, toy, tmp_path):
    folder.write(tmp_path / "m", network, folder.read(toy).words)
    with pytest.raises(ModelError, match="cannot run here") as error:
        load(tmp_path / "m")
    assert "\n" not in str(error.value)


def test_a_folder_left_half_written_is_no_model(toy, tmp_path):
    files = folder.read(toy)
    folder.write(tmp_path / "m", files.network, files.words)
    (tmp_path / "m" / SUMS).unlink()
    with pytest.raises(ModelError):
        folder.read(tmp_path / "m")


def test_without_the_runtime_library_it_says_so(toy, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match="cannot run here"):
        load_files(folder.read(toy).mapping())
