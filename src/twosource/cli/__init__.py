"""The command line: thin. Each command stands in its own module and is imported when called."""

from __future__ import annotations

from importlib import import_module
from typing import TypeVar

import click

COMMANDS = {
    "aliases": "Other names of actors, by hand or from a file.",
    "claims": "List the claims of a ledger.",
    "conflicts": "List claims that cannot both be true.",
    "copies": "List which document reprints which.",
    "export": "Write the ledger as JSON, CSV or Parquet.",
    "judge": "Accept, correct or reject what was read; merge, split, comment, take back.",
    "judgements": "List judgements, write and read them as W3C Web Annotations.",
    "link": "Bring the claims up to date without reading anything.",
    "lint": "Check the sourcing of one text.",
    "origins": "Draw the tree behind a claim's number of independent origins.",
    "read": "Read reports into a ledger.",
    "report": "Write the ledger as one HTML file.",
    "rule": "Explain a lint rule.",
    "search": "Search contents, sources and documents.",
    "series": "Show how a quantity moved, by origin.",
    "serve": "Show the ledger in the browser.",
    "show": "Show a claim, a mention or a document.",
    "stories": "List which documents tell of one incident.",
    "train": "Teach the tagger your own annotations.",
    "verify": "Check the ledger's history for tampering.",
}


C = TypeVar("C", bound=click.Command)


def unwrapped(command: C) -> C:
    """Let the mark for verbatim paragraphs work, which a raw docstring spells in two letters."""
    command.help = (command.help or "").replace("\\b", "\b")
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            unwrapped(inner)
    return command


class LateGroup(click.Group):
    """A group that lists its commands without importing them, so that ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All command names, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import ``twosource.cli.<name>`` and take its ``command``."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"twosource.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return unwrapped(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list for ``--help``, without an import."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="twosource")
def main() -> None:
    r"""Keep a ledger of who said what: through whom, on what evidence, how firmly.

    \b
    Example:
      twosource read examples/kursk
      twosource report -o kursk.html
    """


unwrapped(main)
