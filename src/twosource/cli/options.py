"""What the commands share: the ledger option, and opening it with one clear line on failure."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from twosource.cli.terminal import safe, warn

if TYPE_CHECKING:
    from twosource.ledger import Ledger

DEFAULT_LEDGER = "twosource.ledger"
F = TypeVar("F", bound=Callable[..., Any])


def ledger_option(function: F) -> F:
    """Add ``--ledger FILE``, passed on as ``ledger``."""
    return click.option(
        "--ledger",
        "ledger",
        metavar="FILE",
        default=DEFAULT_LEDGER,
        show_default=True,
        help="The ledger file.",
    )(function)


def json_option(function: F) -> F:
    """Add ``--json``, passed on as ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON.")(function)


@contextmanager
def plain_errors() -> Iterator[None]:
    """A `LedgerError` inside becomes one line and exit code 1."""
    from twosource.ledger import LedgerError

    try:
        yield
    except LedgerError as error:
        raise click.ClickException(safe(str(error))) from error


@contextmanager
def open_ledger(
    path: str,
    *,
    create: bool = False,
    reader: str = "rules",
    linked: bool = False,
    timeout: float = 5,
) -> Iterator[Ledger]:
    """Open a ledger for one command.

    ``timeout``: seconds to wait for another writer. With ``linked`` say on standard error where
    its claims are not those of its documents (an interrupted run).
    """
    from twosource.ledger import Ledger

    with plain_errors(), Ledger(path, create=create, reader=reader, timeout=timeout) as ledger:
        if linked and ledger.stale:
            warn(f"{path}: its claims are not up to date; run 'twosource read' to link them")
        yield ledger


def is_terminal() -> bool:
    """True where standard output goes to a person."""
    return sys.stdout.isatty()
