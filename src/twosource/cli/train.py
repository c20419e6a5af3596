"""``twosource train``: teach the tagger one's own annotations."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.cli.options import json_option
from twosource.cli.terminal import safe, say, warn

if TYPE_CHECKING:
    from twosource.learning.plan import Step
    from twosource.learning.teaching import Taught

    Tell = Callable[[Step, int], None]

NEEDED = ("torch", "transformers", "onnx")
FEW = 5  # held-out documents: figures on fewer say little


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--out", metavar="FOLDER", required=True, help="Where to write the model.")
@click.option(
    "--model", metavar="FOLDER", help="The model to start from.  [default: the one installed]"
)
@click.option(
    "--held-out",
    type=click.FloatRange(0, 0.9, min_open=True),
    default=0.2,
    show_default=True,
    help="Share of the documents that is only measured on.",
)
@click.option(
    "--epochs",
    type=click.IntRange(1, 100),
    default=4,
    show_default=True,
    help="How often to go through the documents.",
)
@click.option(
    "--rate",
    type=click.FloatRange(0, 0.01, min_open=True),
    default=5e-5,
    show_default=True,
    help="How fast to learn.",
)
@click.option("--seed", type=int, default=7, show_default=True, help="Where chance begins.")
@json_option
def command(
    paths: tuple[str, ...],
    out: str,
    model: str | None,
    held_out: float,
    epochs: int,
    rate: float,
    seed: int,
    *,
    as_json: bool,
) -> None:
    r"""Teach the tagger your own annotations.

    PATH is an annotated file or a folder of them: JSON Lines with text and attributions, W3C Web
    Annotations, brat (.ann beside .txt), INCEpTION's exports (UIMA CAS XMI, WebAnno TSV 3), or a
    ledger with statements that people accepted, amended or rejected. Some documents are held out;
    figures on them, before and after, say whether it was worth it. Read with the new model by
    'twosource read --model FOLDER'. Needs the training extra. Exit code 1 where a file could not
    be used.

    \b
    Example:
      twosource train annotations/ --out our-model
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        what = f"training needs {', '.join(missing)}; install with"
        raise click.ClickException(f"{what} pip install 'twosource[training]'")
    target, base = Path(out), _base(model)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise click.ClickException(safe(f"{out}: is there already; name another folder"))

    from twosource.learning.finding import find
    from twosource.learning.plan import Plan
    from twosource.learning.teaching import teach
    from twosource.reading.tagger.folder import ModelError

    found = find(paths)
    for problem in found.problems:
        warn(str(problem))
    try:
        with _bar() as tell:
            plan = Plan(epochs, rate=rate, seed=seed)
            done = teach(found.annotated, base, target, plan, held_out, tell)
    except (ValueError, ModelError, OSError) as error:
        raise click.ClickException(safe(str(error))) from error
    if as_json:
        from twosource.codec import encode

        click.echo(encode(done))
    else:
        for line in closing(done, out):
            say(line)
    sys.exit(1 if found.problems else 0)


def _base(model: str | None) -> Path:
    from twosource.reading.tagger.folder import SHIPPED, is_shipped

    if model is None and not is_shipped():
        raise click.ClickException(
            "this installation has no model to start from; name one (--model)"
        )
    return SHIPPED if model is None else Path(model)


def closing(done: Taught, out: str) -> Iterator[str]:
    """The figures for people."""
    yield f"learnt {done.attributions:,} attributions in {done.learnt:,} documents"
    yield f"on {done.held_out:,} held-out documents       before   after"
    for figure in done.figures:
        if figure.annotated:
            yield f"  {figure.name:28s}{figure.before:8.3f}{figure.after:8.3f}"
    if done.held_out < FEW:
        yield f"figures on {done.held_out} documents say little: hold out more, or annotate more"
    if done.figures[0].after < done.figures[0].before:
        yield "the new model reads these texts worse than the one before"
    yield f"{out}: model {done.model}; read with it: twosource read --model {out} PATH"


@contextmanager
def _bar() -> Iterator[Tell]:
    """A progress bar where a person watches; training always takes a while."""
    if not sys.stderr.isatty():
        yield lambda step, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("training"), BarColumn(), TextColumn("step {task.completed:.0f}"))
    with Progress(
        *columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task("training", total=None)

        def tell(step: Step, of: int) -> None:
            bar.update(task, completed=step.number, total=of)

        yield tell
