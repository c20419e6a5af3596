"""``twosource read``: reports into a ledger."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import click

from twosource.cli.options import (
    chosen,
    json_option,
    ledger_option,
    open_ledger,
    reader_options,
)
from twosource.cli.terminal import say, warn

if TYPE_CHECKING:
    from twosource.engine.ingest import Progress, Summary

PATIENCE = 2.0  # seconds before a progress bar is worth showing
INTERRUPTED = 130
ISOLATED = True  # a document that ends its process must not end the run, even with one job


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1)
@ledger_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="Processes to read with.  [default: as many as the input is worth]",
)
@click.option(
    "--reread",
    is_flag=True,
    help="Read known documents again; without PATH, all of the ledger's.",
)
@reader_options
@json_option
def command(
    paths: tuple[str, ...],
    ledger: str,
    jobs: int | None,
    reader: str | None,
    model: str | None,
    *,
    reread: bool,
    as_json: bool,
) -> None:
    r"""Read reports into a ledger: files, folders, or - for standard input.

    Formats are known by their content: text, Markdown, HTML, JSON and JSONL, mail, PDF, feeds
    and web archives. Reading the same bytes again changes nothing; an edited article becomes a
    new version; an interrupted run goes on where it stopped. Exit code 1 where something could
    not be read.

    \b
    Example:
      twosource read examples/kursk --ledger kursk.ledger
    """
    if not paths and not reread:
        raise click.UsageError("name a file or folder to read, or - for standard input")
    from twosource.engine.ingest import ingest, read_late

    started = time.monotonic()
    choice = chosen(reader, model)
    kernel = partial(read_late, choice=choice)
    with open_ledger(ledger, create=bool(paths), reader=choice.name, timeout=30) as opened:
        try:
            with _bar() as progress:
                summary = ingest(
                    opened,
                    paths,
                    jobs=jobs,
                    reread=reread,
                    progress=progress,
                    kernel=kernel,
                    isolated=ISOLATED,
                )
        except KeyboardInterrupt:
            warn("interrupted: what was stored is kept; run the same command again to go on")
            sys.exit(INTERRUPTED)
    for line in (*map(str, summary.skipped), *summary.remarks):
        warn(line)
    if as_json:
        from twosource.codec import encode

        click.echo(encode(summary))
    else:
        for line in closing(summary, ledger, time.monotonic() - started):
            say(line)
    sys.exit(1 if summary.skipped else 0)


def closing(summary: Summary, ledger: str, seconds: float) -> Sequence[str]:
    """The closing lines for people."""
    from twosource.publishing.phrases import counted

    changes = (
        f"{summary.new:,} new, {summary.updated:,} updated, {summary.unchanged:,} unchanged"
        + (f", {summary.reread:,} read again" if summary.reread else "")
    )
    lines = [
        f"{ledger}: {counted(summary.documents, 'document')}, "
        f"{counted(summary.mentions, 'mention')}, {counted(summary.claims, 'claim')}, "
        f"{counted(summary.conflicts, 'conflict')}",
        f"this run: {changes}; {summary.words:,} words in {seconds:.1f} s",
    ]
    if summary.skipped:
        count = len(summary.skipped)
        lines.append(
            f"skipped: {count:,} ({'see the line' if count == 1 else 'see the lines'} above)"
        )
    return lines


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar, only where a person watches, and only when it takes a while."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    started = time.monotonic()
    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        TextColumn(
            "{task.completed:,.0f} of {task.total:,.0f} files, {task.fields[stored]} stored"
        ),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task("reading", total=1, stored=0)

    def show(progress: object) -> None:
        from twosource.engine.ingest import Progress as Step

        assert isinstance(progress, Step)
        bar.update(task, completed=progress.files, total=progress.of, stored=progress.documents)
        if not bar.live.is_started and time.monotonic() - started > PATIENCE:
            bar.start()

    try:
        yield show
    finally:
        bar.stop()
