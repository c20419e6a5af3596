"""The documentation says everything, and what it says runs."""

from __future__ import annotations

import importlib.util
import json
import re
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import click
import pytest

from twosource.cli import COMMANDS, main
from twosource.lint.registry import rules
from twosource.reading.tagger.folder import is_shipped

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
FENCE = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


def _text(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def _reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "tools" / "reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _commands() -> dict[str, click.Command]:
    context = click.Context(main)
    find = _reference().command_of  # those announced and not there yet are None
    found = {name: find(context, name) for name in COMMANDS}
    return {name: command for name, command in found.items() if command}


def test_generated_pages_are_up_to_date():
    assert _reference().stale() == [], "run python tools/reference.py"


def test_every_command_and_option_is_documented_and_has_an_example():
    page = _text("cli.md")
    for name, command in _commands().items():
        assert f"## twosource {name}\n" in page
        section = page.split(f"## twosource {name}\n")[1].split("\n## ")[0]
        assert "Example" in section, name
        assert f"  twosource {name}" in section or f"| twosource {name}" in section, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, (name, parameter.name)
                assert all(option in section for option in parameter.opts), (name, parameter.name)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule):
    page = _text("rules.md")
    assert f"## {rule.code} {rule.name}\n" in page
    for standard in rule.standards:
        assert standard.section in page


def _properties(schema: object) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(_properties, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    here = set(schema.get("properties", {}))
    return here.union(*map(_properties, schema.values()))


def test_every_field_of_the_exchange_format_is_documented():
    path = files("twosource").joinpath("publishing", "schema", "ledger.schema.json")
    fields = _properties(json.loads(path.read_text("utf-8")))
    page = _text("format.md")
    assert fields > {"documents", "chain", "independent_origins"}
    assert sorted(field for field in fields if f"`{field}`" not in page) == []


def test_every_value_of_the_vocabulary_is_documented():
    from twosource import model

    page = _text("format.md") + _text("definitions.md")
    kinds = [
        *(model.Quote, model.Named, model.Evidence, model.Polarity, model.Certainty),
        *(model.TimeFrame, model.ClaimKind, model.Measure, model.Precision, model.ActorKind),
        *(model.Status, model.ConflictType),
    ]
    missing = [
        value.value for kind in kinds for value in kind if not re.search(rf"\b{value}\b", page)
    ]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_run(page, tmp_path, monkeypatch):
    blocks = FENCE.findall(page.read_text("utf-8"))
    if page.name == "python.md":
        assert len(blocks) >= 6
    if page.name == "tagger.md" and not is_shipped():
        pytest.skip("no model is shipped yet")
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {"__name__": page.stem}
    for block in blocks:
        exec(compile(block, str(page), "exec"), namespace)


def test_the_example_of_the_package_runs():
    import doctest

    import twosource

    assert doctest.testmod(twosource).failed == 0


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_anchors_lead_to_headings(page):
    for target, anchor in re.findall(r"\]\(([\w.]*)#([\w-]+)\)", page.read_text("utf-8")):
        text = (page.parent / target).read_text("utf-8") if target else page.read_text("utf-8")
        headings = re.findall(r"^#+ (.+)$", text, re.M)
        slugs = {re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in headings}
        assert anchor in slugs, (target, anchor)


def test_commands_in_the_guide_exist():
    for name in re.findall(r"^twosource (\w+)", _text("guide.md"), re.M):
        assert name in COMMANDS
