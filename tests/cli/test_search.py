"""``twosource search``: words are only words."""

import json

from .conftest import Shell


def test_words_are_found(filled: Shell) -> None:
    result = filled("search", "bridges", "Lesna")
    assert result.exit_code == 0
    assert "document d-" in result.output
    assert "Two bridges over the Lesna" in result.output


def test_nothing_found_is_said_and_is_exit_code_1(filled: Shell) -> None:
    result = filled("search", "submarine")
    assert result.exit_code == 1
    assert "nothing found" in result.output


def test_json_is_a_list_of_typed_hits(filled: Shell) -> None:
    hits = json.loads(filled("search", "bridges", "--json", "--limit", "1").output)
    assert {hit["kind"] for hit in hits} <= {"mention", "document"}
    assert all(hit["marks"] for hit in hits)


def test_no_sign_means_anything(filled: Shell) -> None:
    for words in ('"', "bridges*", "NOT", "a AND (", "'; DROP TABLE documents; --", "title:x"):
        assert filled("search", words).exit_code in (0, 1)
    assert filled("verify").exit_code == 0
