"""What a person names is what is read: folders in order, nothing outside them."""

from __future__ import annotations

import os

import pytest

from twosource.documents import Found, find
from twosource.documents.finding import MAX_FILE
from twosource.model import Problem


def names(paths):
    return [f.display if isinstance(f, Found) else str(f) for f in find([str(p) for p in paths])]


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "in"
    (root / "b").mkdir(parents=True)
    for name in ("z.txt", "a.html", "b/c.json", ".hidden", "style.css", "old.ledger"):
        (root / name).write_text("x")
    (root / ".git").mkdir()
    (root / ".git" / "config").write_text("x")
    return root


def test_a_folder_is_walked_in_order(folder):
    expected = [str(folder / name) for name in ("a.html", "z.txt", "b/c.json")]
    assert names([folder]) == expected


def test_a_file_named_outright_is_tried_and_comes_once(folder):
    assert names([folder / "style.css", folder / "a.html", folder])[:2] == [
        str(folder / "style.css"),
        str(folder / "a.html"),
    ]
    assert len(names([folder / "a.html", folder])) == 3


def test_links_out_of_the_folder_are_not_followed(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "out").symlink_to(tmp_path)
    found = list(find([str(folder)]))
    assert [str(p) for p in found if isinstance(p, Problem)] == [
        f"{folder}/link.txt: is a link out of the folder: not followed"
    ]
    assert len(found) == 4


def test_what_cannot_be_read_is_said(folder):
    os.mkfifo(folder / "pipe")
    with open(folder / "huge.txt", "wb") as huge:
        huge.truncate(MAX_FILE + 1)
    said = [str(p) for p in find([str(folder), str(folder / "none")]) if isinstance(p, Problem)]
    assert [line.split(": ", 1)[1] for line in said] == [
        "is larger than 512 MB: not read; split it",
        "is not a regular file",
        "does not exist",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_without_permission_is_said(folder):
    (folder / "b").chmod(0)
    try:
        assert any("permission denied" in line for line in names([folder]))
    finally:
        (folder / "b").chmod(0o755)


def test_standard_input_is_passed_through():
    assert list(find(["-"])) == [Found("-", "<standard input>")]


def test_a_name_cannot_write_to_the_terminal(tmp_path):
    path = tmp_path / "a\x1b[31m\n.txt"
    path.write_text("x")
    assert names([path])[0].endswith("a\\x1b[31m\\x0a.txt")
