"""Judging from the command line: said once, kept over every reading, shown and handed on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource.ledger import Ledger
from twosource.model import Mention

from .conftest import TEXT, Shell


@pytest.fixture
def read(shell: Shell) -> Shell:
    assert shell("read", str(shell.write("reports/bridges.txt"))).exit_code == 0
    return shell


def mentions(shell: Shell) -> list[Mention]:
    with Ledger(shell.ledger) as ledger:
        return ledger.mentions()


def test_a_judgement_is_made_shown_kept_over_a_reread_and_undone(read: Shell) -> None:
    name = next(m.id for m in mentions(read) if m.cue)
    amend = ("judge", "amend", name, "--set", "evidence=imagery", "--who", "Ada")
    made = read(*amend, "--reason", "photo caption")
    assert made.exit_code == 0, made.output
    judgement = made.output.partition(":")[0]
    assert made.output == f"{judgement}: amend by Ada\n"
    assert read("read", "--reread").exit_code == 0
    shown = read("show", name).output
    assert f"evidence of {name} is imagery (the machine reads official)" in shown
    assert "Ada" in shown
    assert "photo caption" in shown
    assert f"revision: {judgement}" in shown
    record = json.loads(read("show", name, "--json").output)
    assert record["mentions"][0]["evidence"] == "imagery"
    assert record["mentions"][0]["amended"] == [
        {"field": "evidence", "machine": "official", "value": "imagery", "judgement": judgement}
    ]
    assert read("judge", "undo", judgement, "--reason", "no").exit_code == 0
    assert {m.evidence for m in mentions(read) if m.id == name} == {"official"}
    assert read("verify").exit_code == 0


def test_a_rejected_mention_leaves_the_exports_mentions_and_stands_among_the_rejected(
    read: Shell,
) -> None:
    name, *rest = [m.id for m in mentions(read)]
    assert read("judge", "reject", name, "--reason", "a caption").exit_code == 0
    found = json.loads(read("export").output)
    assert [m["id"] for m in found["mentions"]] == rest
    assert [m["id"] for m in found["rejected"]] == [name]
    assert name not in {m for claim in found["claims"] for m in claim["mentions"]}
    (judgement,) = found["judgements"]
    assert (judgement["kind"], judgement["reason"]) == ("reject", "a caption")
    assert f"rejected: {name}" in read("show", name).output


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("accept", "m-none"), "no claim or mention 'm-none'"),
        (("reject", "{m}"), "a judgement gives its reason"),
        (("amend", "{m}", "--set", "evidence=rumour", "--reason", "x"), "evidence is one of"),
        (("amend", "{m}", "--set", "content=submarine", "--reason", "x"), "does not stand"),
        (("merge", "{m}", "--reason", "x"), "names two mentions"),
        (("undo", "j-none", "--reason", "x"), "no judgement j-none"),
        (("accept", "{m}", "--seen", "j-none"), "no judgement about these"),
        (("accept", "{m}", "--who", "A\x1b[2J"), "control characters"),
    ],
)
def test_what_cannot_be_gives_one_line(read: Shell, words: tuple[str, ...], line: str) -> None:
    name = mentions(read)[0].id
    done = read("judge", *(word.replace("{m}", name) for word in words))
    assert done.exit_code == 1
    assert line in done.output
    assert done.output.count("\n") == 1
    assert "\x1b" not in done.output
    with Ledger(read.ledger) as ledger:
        assert ledger.judgements() == []


def test_two_people_with_one_view_are_told_of_one_another(read: Shell) -> None:
    name = mentions(read)[0].id
    read("judge", "comment", name, "--reason", "look at this")
    with Ledger(read.ledger) as ledger:
        seen = ledger.revision([name])
    amend = ("judge", "amend", name, "--seen", seen, "--reason", "x", "--who")
    assert "otherwise" not in read(*amend, "Ada", "--set", "certainty=certain").output
    assert "Ada judged otherwise" in read(*amend, "Bo", "--set", "certainty=possible").output
    listed = read("judgements", "list", "--conflicts").output
    assert listed.count("\n") == 2
    assert "disagreement: Ada" in read("show", name).output


def test_judgements_are_handed_on_and_taken_in_once(read: Shell, tmp_path: Path) -> None:
    name = next(m.id for m in mentions(read) if m.cue)
    read("judge", "amend", name, "--set", "evidence=imagery", "--who", "Ada", "--reason", "photo")
    file = tmp_path / "ada.jsonld"
    assert read("judgements", "export", "-o", str(file)).exit_code == 0
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    other = Shell(folder)
    other("read", str(other.write("other/name.txt", TEXT)))
    first = other("judgements", "import", str(file))
    assert "1 judgement new, 0 known" in first.output
    assert "imagery" in [m.evidence for m in mentions(other)]
    again = other("judgements", "import", str(file))
    assert "0 judgements new, 1 known" in again.output
    assert other("judgements", "export").output == read("judgements", "export").output
    assert "no judgements of that sort" in other("judgements", "list", "--orphaned").output
    wrong = folder / "wrong.jsonld"
    wrong.write_bytes(file.read_bytes().replace(b'"reason":"photo"', b'"reason":"forged"'))
    done = other("judgements", "import", str(wrong), str(folder / "none"), str(file))
    assert done.exit_code == 1
    assert "is another one in this ledger" in done.output
    assert "cannot be read" in done.output
    assert "0 judgements new, 1 known" in done.output
