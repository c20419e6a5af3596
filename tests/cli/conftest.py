from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from twosource.cli import main, read

read.ISOLATED = False  # the parser is loaded once for all tests; one test has a real process

TEXT = """Two bridges hit, ministry says

KALINOV, April 28, 2025 - Two bridges over the Lesna were hit on Sunday, the defence ministry said.
"Nobody was hurt," said Anna Brel, a spokeswoman for the ministry.
"""


class Shell:
    """Runs commands in a folder as a person does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = folder / "a.ledger"

    def __call__(self, *words: str, stdin: bytes | None = None) -> Result:
        command = [*words, "--ledger", str(self.ledger)]
        result = CliRunner().invoke(main, command, input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result
        return result

    def write(self, name: str, text: str = TEXT) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A ledger with one article, read once for all tests of a module."""
    shell = Shell(tmp_path_factory.mktemp("filled"))
    assert shell("read", str(shell.write("reports/bridges.txt"))).exit_code == 0
    return shell
