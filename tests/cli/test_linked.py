"""``claims``, ``conflicts``, ``origins``, ``series``, ``copies``: what linking found, to read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from twosource.cli import main
from twosource.ledger import Ledger
from twosource.linking import link
from twosource.model import (
    Document,
    Figure,
    Measure,
    Mention,
    Named,
    Polarity,
    Quote,
    Reading,
    Relay,
    TimeRange,
    Values,
)

from .conftest import Shell

LINKED = ("claims", "conflicts", "origins", "series", "copies", "stories")
WIRE = (
    "Forty-one soldiers of the Northern Army were killed at Velin on Monday, the Northern "
    "Ministry of Defence said.\n\nA monitor counted 52 dead \x1b[2Jsoldiers that day.\n\n"
    "The price of bread has doubled in the town since the first day of the siege.\n"
)


def _mention(name: str, text: str, words: str, who: str, dead: int, *, denied: bool = False):
    start = text.index(words)
    figure = Figure(Measure.KILLED, dead, dead, "person", "Northern Army")
    return Mention(
        id=name,
        document=name.split("-")[0],
        content=((start, start + len(words)),),
        cue=(),
        source=(),
        quote=Quote.INDIRECT,
        relays=(Relay(who, named=Named.NAMED),),
        named=Named.NAMED,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        values=Values(figure=figure, time=TimeRange("2031-03-03", "2031-03-03")),
    )


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A ledger with a wire, its reprint, and a conflict of two figures."""
    readings = []
    for name, hour in (("wire", "08"), ("copy", "11")):
        document = Document(
            id=name,
            key=name,
            text=WIRE,
            sha256=name,
            publisher=f"{name.title()} Gazette",
            published_at=f"2031-03-03T{hour}:00:00Z",
            title=f"The {name} [bold]title[/bold]",
        )
        told = (
            _mention(f"{name}-1", WIRE, "Forty-one soldiers", "Northern Ministry of Defence", 41),
            _mention(f"{name}-2", WIRE, "52 dead \x1b[2Jsoldiers", "Frontline Monitor", 52),
        )
        readings.append(Reading(document, told))
    shell = Shell(tmp_path_factory.mktemp("linked"))
    with Ledger(shell.ledger) as ledger:
        for reading in readings:
            ledger.store(reading)
        ledger.replace_links(link(readings))
    return shell


@pytest.mark.parametrize("name", LINKED)
def test_help_has_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"twosource {name}" in result.output
    assert "Example:" in result.output
    assert "--ledger FILE" in result.output


@pytest.mark.parametrize("name", LINKED)
def test_text_of_an_article_never_reaches_the_terminal_as_a_command(
    linked: Shell, name: str
) -> None:
    words = ["wire-2"] if name == "origins" else []
    result = linked(name, *words)
    assert result.exit_code == 0
    assert "\x1b" not in result.output


def test_claims_show_three_numbers_side_by_side(linked: Shell) -> None:
    lines = linked("claims").output.splitlines()
    assert lines[0].split("\t")[1:4] == ["docs", "outlets", "origins"]
    assert [line.split("\t")[1:4] for line in lines[1:]] == [["2", "2", "1"]] * 2


def test_claims_can_be_narrowed(linked: Shell) -> None:
    found = json.loads(linked("claims", "--asserter", "monitor", "--json").output)
    assert [claim["figure"]["low"] for claim in found] == [52]
    assert "no claims" in linked("claims", "--kind", "transfer").output


def test_conflicts_show_both_sides_and_no_verdict(linked: Shell) -> None:
    output = linked("conflicts", "--type", "figure").output
    assert "41 against 52" in output
    assert "Northern Ministry of Defence" in output
    assert "Frontline Monitor" in output


def test_origins_draw_the_tree_from_a_claim_or_a_mention(linked: Shell) -> None:
    output = linked("origins", "wire-1").output
    assert "2 documents, 2 outlets, 1 independent origin" in output
    assert "● Northern Ministry of Defence" in output
    assert "takes 100% from Wire Gazette" in output


def test_an_unknown_claim_is_one_line(linked: Shell) -> None:
    result = linked("origins", "c-nothing")
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1


def test_series_hold_one_point_an_origin(linked: Shell) -> None:
    found = json.loads(linked("series", "--measure", "killed", "--json").output)
    assert [(p["origin"], p["low"]) for p in found[0]["points"]] == [
        ("Frontline Monitor", 52),
        ("Northern Ministry of Defence", 41),
    ]
    assert "no series" in linked("series", "--group", "Southern").output


def test_copies_name_the_original_and_show_the_passages(linked: Shell) -> None:
    output = linked("copies", "--passages").output
    assert "takes 100% from wire" in output
    assert "there: Forty-one soldiers" in output


def test_stories_list_the_documents_about_one_incident(linked: Shell) -> None:
    (story,) = json.loads(linked("stories", "--json").output)
    assert story["documents"] == ["wire", "copy"]
    assert "2 documents, 2031-03-03" in linked("stories").output


@pytest.mark.parametrize("name", LINKED)
def test_a_missing_ledger_is_one_line(tmp_path: Path, name: str) -> None:
    words = ["c-1"] if name == "origins" else []
    result = Shell(tmp_path)(name, *words)
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
