"""Every command explains itself with an example; ``--help`` loads nothing heavy."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from twosource.cli import COMMANDS, main

OURS = ("read", "search", "show", "verify")


@pytest.mark.parametrize("name", OURS)
def test_help_has_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"twosource {name}" in result.output
    assert "Example:" in result.output
    assert "--ledger FILE" in result.output


def test_help_lists_every_command_and_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from twosource.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('spacy', 'sqlalchemy', 'rich', 'msgspec') if m in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert all(name in done.stdout for name in COMMANDS)
    assert done.stdout.rstrip().endswith("[]")
