import os

import pytest

from twosource.publishing.files import PublishError, new_folder, whole_file


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    with whole_file(path) as out:
        out.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["report.html"]


def test_nothing_is_left_where_writing_fails(tmp_path):
    path = tmp_path / "report.html"
    with pytest.raises(TypeError), whole_file(path) as out:
        out.writelines([b"half", None])
    assert os.listdir(tmp_path) == []


def test_a_full_disk_is_one_clear_line_and_keeps_the_old_file(tmp_path):
    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    with pytest.raises(PublishError, match=r"report\.html: cannot be written"), whole_file(path):
        raise OSError(28, "No space left on device")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["report.html"]


def test_a_missing_folder_and_a_folder_are_named(tmp_path):
    with pytest.raises(PublishError, match="does not exist"), whole_file(tmp_path / "no" / "x"):
        pass
    with pytest.raises(PublishError, match="is a folder"), whole_file(tmp_path):
        pass


def test_the_ledger_is_never_written_over(tmp_path):
    ledger = tmp_path / "twosource.ledger"
    ledger.write_bytes(b"ledger")
    with pytest.raises(PublishError, match="is the ledger itself"), whole_file(ledger, ledger):
        pass
    assert ledger.read_bytes() == b"ledger"


def test_a_folder_for_tables_cannot_be_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(PublishError, match="is a file"):
        new_folder(tmp_path / "file")
