"""``twosource show``: a claim, a mention, a document; every value with the words behind it."""

import json

import pytest

from twosource.ledger import Ledger

from .conftest import Shell


@pytest.fixture
def names(filled: Shell) -> dict[str, str]:
    with Ledger(filled.ledger) as ledger:
        texts = {d.id: d.text for d in ledger.documents()}
        mention = next(
            m for m in ledger.mentions() if any(texts[m.document][a:b] == "said" for a, b in m.cue)
        )
        claims = ledger.links().claims
    found = {"mention": mention.id, "document": mention.document}
    return found | ({"claim": claims[0].id} if claims else {})


@pytest.mark.parametrize("kind", ["mention", "document", "claim"])
def test_each_kind_is_shown_for_people_and_as_json(
    filled: Shell, names: dict[str, str], kind: str
) -> None:
    if kind not in names:
        pytest.skip("linking made no claim of this text")
    shown = filled("show", names[kind], "--explain")
    assert shown.exit_code == 0
    assert shown.output.startswith(f"{kind} {names[kind]}")
    found = json.loads(filled("show", names[kind], "--json").output)
    assert (found["kind"], found["id"]) == (kind, names[kind])
    assert found["documents"][0]["id"] == names["document"]


def test_a_mention_shows_its_words(filled: Shell, names: dict[str, str]) -> None:
    output = filled("show", names["mention"]).output
    assert "cue:" in output
    assert "said" in output
    assert "line " in output


def test_an_unknown_name_is_one_line(filled: Shell) -> None:
    result = filled("show", "m-none\x1b[2J")
    assert result.exit_code == 1
    assert "no claim, mention or document" in result.stderr
    assert "\x1b" not in result.stderr


def test_hostile_titles_do_not_reach_the_terminal(shell: Shell) -> None:
    text = "\u202eTwo bridges\x9b31m were hit, the ministry said. " * 3
    row = {"id": "x\x1b[2J", "title": "\x1b]0;owned\x07", "text": text, "language": "en"}
    shell("read", str(shell.write("a.json", json.dumps(row))))
    output = shell("search", "bridges").output + shell("show", "x\x1b[2J").output
    assert "bridges" in output
    assert not any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in output)
    assert "\u202e" not in output
