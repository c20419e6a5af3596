"""Write the generated parts of the documentation: ``docs/cli.md`` and ``docs/rules.md``.

python tools/reference.py           # write them
python tools/reference.py --check   # exit 1 where a file is not what would be written
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from twosource.cli import COMMANDS, main
from twosource.lint.registry import rules
from twosource.lint.rule import Rule

DOCS = Path(__file__).resolve().parent.parent / "docs"
WIDTH = 88
NOTE = "<!-- written by tools/reference.py from {origin}: change it there, not here -->\n"


def help_of(command: click.Command, name: str) -> str:
    """What ``--help`` prints, at a fixed width."""
    context = click.Context(
        command,
        info_name=name,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def command_of(context: click.Context, name: str) -> click.Command | None:
    """The command, ``None`` where it is announced and not there yet."""
    try:
        return main.get_command(context, name)
    except ModuleNotFoundError as error:
        if error.name != f"twosource.cli.{name}":
            raise
        return None


def cli_reference() -> str:
    """Every command with its help."""
    context = click.Context(main)
    parts = [
        "# Commands",
        NOTE.format(origin="the commands' own help"),
        "Exit codes are the same everywhere: 0 all well, 1 something found wrong or not readable, "
        "2 wrong usage.\n",
        f"```text\n{help_of(main, 'twosource')}\n```\n",
    ]
    for name in sorted(COMMANDS):
        command = command_of(context, name)
        if command is None:
            continue
        parts.append(f"## twosource {name}\n")
        parts.append(f"{COMMANDS[name]}\n")
        parts.append(f"```text\n{help_of(command, f'twosource {name}')}\n```\n")
        if isinstance(command, click.Group):
            for inner, each in sorted(command.commands.items()):
                parts.append(f"### twosource {name} {inner}\n")
                parts.append(f"```text\n{help_of(each, f'twosource {name} {inner}')}\n```\n")
    return "\n".join(parts)


def _rule(rule: Rule) -> str:
    standards = "\n".join(f"- [{s.work}]({s.url}), {s.section}" for s in rule.standards)
    return "\n".join(
        (
            f"## {rule.code} {rule.name}\n",
            f"**{rule.summary}** ({rule.severity.value})\n",
            f"{rule.why}\n",
            f"Reported:\n\n{_quoted(rule.example.bad)}\n",
            f"Better:\n\n{_quoted(rule.example.better)}\n",
            f"Silent {rule.silent}\n",
            f"{standards}\n",
        )
    )


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def rules_reference() -> str:
    """Every lint rule."""
    table = ["| code | name | weight | reports |", "|---|---|---|---|"]
    for rule in rules():
        link = f"#{rule.code.lower()}-{rule.name}"
        table.append(f"| [{rule.code}]({link}) | {rule.name} | {rule.severity} | {rule.summary} |")
    intro = (
        "A rule reports only what is true of the text; where the reading leaves something open, it "
        "is silent. Each rests on published editorial standards, cited by section. TS1xx ask who "
        "is credited, TS2xx what a figure or a date means, TS3xx how firmly something is said, "
        "TS4xx look at the writer's own words. `twosource rule CODE` prints the same in the "
        "terminal. How to select, ignore and silence them stands in the [guide](guide.md#lint).\n"
    )
    note = NOTE.format(origin="src/twosource/lint/rules")
    parts = ["# Lint rules", note, intro, "\n".join(table) + "\n"]
    return "\n".join([*parts, *map(_rule, rules())])


PAGES = {"cli.md": cli_reference, "rules.md": rules_reference}


def stale() -> list[str]:
    """The generated files that are not what would be written now."""
    return [
        name
        for name, write in PAGES.items()
        if not (DOCS / name).is_file() or (DOCS / name).read_text("utf-8") != write()
    ]


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        old = stale()
        for name in old:
            print(f"docs/{name} is out of date: run python tools/reference.py")
        sys.exit(1 if old else 0)
    for name, write in PAGES.items():
        (DOCS / name).write_text(write(), "utf-8")
