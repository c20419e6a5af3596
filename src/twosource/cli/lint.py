"""``twosource lint``: check the sourcing of texts. Composes documents, reading and the rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from twosource.cli.options import chosen, reader_options
from twosource.cli.terminal import warn

if TYPE_CHECKING:
    from twosource.documents import Found
    from twosource.engine.readers import Choice
    from twosource.lint.report import Entry, Report
    from twosource.lint.rule import Rule
    from twosource.model import Document, Problem

FORMATS = ("text", "json", "sarif", "github")


def _codes(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Split comma-separated codes and check that rules begin with them."""
    from twosource.lint.registry import UnknownRuleError, matching

    codes = tuple(code for value in values for code in value.replace(",", " ").split())
    try:
        matching(codes)
    except UnknownRuleError as error:
        raise click.BadParameter(str(error)) from error
    return codes


@click.command("lint")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "output",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option(
    "--select", multiple=True, callback=_codes, metavar="CODES", help="Run only these rules."
)
@click.option(
    "--ignore", multiple=True, callback=_codes, metavar="CODES", help="Leave these rules out."
)
@click.option(
    "--show-source/--no-show-source",
    default=None,
    help="Print the words concerned, underlined. Default: on a terminal.",
)
@reader_options
def command(
    paths: tuple[str, ...],
    output: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    show_source: bool | None,
    reader: str | None,
    model: str | None,
) -> None:
    r"""Check the sourcing of one or more texts.

    PATH is a file of any format that 'twosource read' takes, a folder of them, or - for standard
    input. CODES are
    rule codes or their beginnings, separated by commas: TS1 stands for all of TS1xx. They override
    the settings in the nearest twosource.toml ([lint]) or pyproject.toml ([tool.twosource.lint]).
    A line that says "twosource: ignore[TS101]" is left in peace by TS101.

    Exit code: 0 no findings, 1 findings or an input that could not be checked, 2 wrong usage.

    \b
    Examples:
      twosource lint article.txt
      pbpaste | twosource lint --select TS1,TS301 -
      twosource lint --format sarif drafts/*.md > lint.sarif
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    checked = 0
    write = _writer(output, show_source)
    from twosource.documents import find

    choice = chosen(reader, model)
    for found in find(paths):
        for result in _lint(found, select, ignore, choice):
            checked += result.checked
            entries.extend(result.entries)
            problems.extend(result.problems)
            write.part(result)
    from twosource.lint.report import Report

    report = Report(tuple(entries), tuple(problems), checked)
    write.end(report)
    sys.exit(0 if report.clean else 1)


def _rules(path: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    from twosource.lint.registry import selection
    from twosource.lint.settings import SettingsError, settings

    folder = Path.cwd() if path == "-" else Path(path).parent
    try:
        project = settings(folder)
    except SettingsError as error:
        raise click.UsageError(str(error)) from error
    return selection(select or project.select, (*project.ignore, *ignore) if not select else ignore)


def _lint(
    found: Found | Problem, select: tuple[str, ...], ignore: tuple[str, ...], choice: Choice
) -> Iterator[Report]:
    """Check one input; a part for each document in it, so that output can begin at once."""
    from twosource.documents import load
    from twosource.lint.report import Report
    from twosource.model import Problem

    if isinstance(found, Problem):
        yield Report((), (found,), 0)
        return
    path, label = found.path, "<stdin>" if found.path == "-" else found.display
    rules = _rules(path, select, ignore)
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        yield Report((), (Problem(label, f"cannot be read: {what}"),), 0)
        return
    loaded = load(data, None if path == "-" else path)
    if loaded.problems:
        yield Report((), tuple(loaded.problems), 0)
    for document in loaded.documents:
        name = f"{label}#{document.key}" if len(loaded.documents) > 1 else label
        yield _check(document, name, data, rules, choice)


def _check(
    document: Document, label: str, data: bytes, rules: tuple[Rule, ...], choice: Choice
) -> Report:
    from dataclasses import replace

    from twosource.reading.light import import_spacy

    import_spacy()  # before anything else imports it: the first finding comes a third sooner
    from twosource.engine.kernel import read_parsed
    from twosource.lint.check import check
    from twosource.lint.context import LintContext
    from twosource.lint.position import within
    from twosource.lint.report import Report, entries
    from twosource.lint.silence import silence
    from twosource.model import Problem

    quiet = silence(document.text, data.decode("utf-8", "replace"))
    parsed, reading = read_parsed(replace(document, text=quiet.blank(document.text)), choice)
    if parsed is None:
        return Report((), tuple(Problem(label, note) for note in reading.notes), 0)
    for note in reading.notes:
        _say_once(note)
    context = LintContext(reading.document, parsed, reading.mentions)
    found = check(context, rules, quiet)
    return Report(entries(label, within(data, document.text), found), (), 1)


def _say_once(note: str) -> None:
    """A note that holds for every text of the run."""
    said = click.get_current_context().meta.setdefault("twosource.said", set())
    if note not in said:
        said.add(note)
        warn(note)


class Writer(Protocol):
    """Takes results as they come, and the whole at the end."""

    def part(self, result: Report) -> None:
        """One document has been checked, or one input not."""
        ...

    def end(self, report: Report) -> None:
        """Everything has been checked."""
        ...


class MachineWriter:
    """Machine formats are written whole at the end."""

    def __init__(self, output: str) -> None:
        self.output = output

    def part(self, result: Report) -> None:
        """Nothing yet."""

    def end(self, report: Report) -> None:
        """Write the whole report."""
        from twosource.lint.formats import github, plain_json, sarif

        render = {"json": plain_json.render, "sarif": sarif.render, "github": github.render}
        click.echo(render[self.output](report).encode("utf-8", "replace"), nl=False)


def _writer(output: str, show_source: bool | None) -> Writer:
    if output != "text":
        return MachineWriter(output)
    from twosource.cli.lint_text import TextWriter

    return TextWriter(show_source)
