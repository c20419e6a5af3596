"""What the commands share: the ledger option, and opening it with one clear line on failure."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from twosource.cli.terminal import safe, warn

if TYPE_CHECKING:
    from twosource.engine.readers import Choice
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


def reader_options(function: F) -> F:
    """Add ``--reader`` and ``--model``, passed on under these names."""
    kind = click.option(
        "--reader",
        type=click.Choice(["rules", "tagger", "both"]),
        help="What finds the statements.  [default: both, where a model is installed]",
    )
    model = click.option(
        "--model",
        metavar="FOLDER",
        help="A model that 'twosource train' wrote, instead of the one installed.",
    )
    return kind(model(function))


def chosen(kind: str | None, model: str | None) -> Choice:
    """The reader that was asked for; one line and exit code 1 where its model does not load."""
    from twosource.engine.readers import choose
    from twosource.reading.tagger.folder import ModelError

    if kind == "rules" and model is not None:
        raise click.UsageError("--model is for the tagger; leave out --reader rules")
    try:
        return choose(kind, model)
    except ModelError as error:
        raise click.ClickException(safe(str(error))) from error


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
