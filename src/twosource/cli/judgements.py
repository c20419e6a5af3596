"""``twosource judgements``: list what people decided, hand it on, take it in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.cli.options import json_option, ledger_option, open_ledger, plain_errors
from twosource.cli.terminal import safe, say, shortened

if TYPE_CHECKING:
    from twosource.ledger import Judgement, Ledger


@click.group()
def command() -> None:
    r"""List judgements; write them as W3C Web Annotations, and read such a file.

    \b
    Example:
      twosource judgements export -o ada.jsonld
    """


@command.command("list")
@ledger_option
@click.option("--all", "everything", is_flag=True, help="Also undos and what they took back.")
@click.option(
    "--orphaned",
    is_flag=True,
    help="Only those whose words no current version of their document has.",
)
@click.option(
    "--conflicts",
    is_flag=True,
    help="Only those where two people decided otherwise without knowing of one another.",
)
@click.option("--about", metavar="MENTION", help="Only those about this.")
@json_option
def listed(
    ledger: str,
    about: str | None,
    *,
    everything: bool,
    orphaned: bool,
    conflicts: bool,
    as_json: bool,
) -> None:
    """List judgements, the latest last: id, moment, who, what, about what, why."""
    with open_ledger(ledger) as opened:
        made = _chosen(opened, about, everything=everything, orphaned=orphaned, conflicts=conflicts)
    if as_json:
        from twosource.codec import encode

        click.echo(encode(made))
        return
    for judgement in made:
        say(line(judgement))
    if not made:
        say("no judgements" + (" of that sort" if orphaned or conflicts or about else ""))


def _chosen(
    ledger: Ledger, about: str | None, *, everything: bool, orphaned: bool, conflicts: bool
) -> list[Judgement]:
    made = ledger.judgements(standing=not everything)
    if about is not None:
        names = {judgement.id for judgement in ledger.judgements_about([about])}
        made = [judgement for judgement in made if judgement.id in names]
    if orphaned:
        names = {judgement.id for judgement in ledger.orphaned()}
        made = [judgement for judgement in made if judgement.id in names]
    if conflicts:
        from twosource.judging import disagreements

        found = disagreements(ledger.judgements(standing=True))
        names = {judgement.id for each in found for judgement in (each.earlier, each.later)}
        made = [judgement for judgement in made if judgement.id in names]
    return made


def line(judgement: Judgement) -> str:
    """One judgement on one line."""
    from twosource.judging.shown import shown

    what = str(judgement.kind)
    if judgement.field is not None:
        what += f" {judgement.field} = {shown(judgement.field, judgement.value or '')}"
    elif judgement.value is not None:
        what += f" to {judgement.value or 'nobody'}"
    about = ", ".join(judgement.subjects)
    if judgement.others:
        about += " from " + ", ".join(judgement.others)
    why = f": {shortened(judgement.reason, 120)}" if judgement.reason else ""
    moment = judgement.at[:16].replace("T", " ")
    return f"{judgement.id}  {moment}  {judgement.who}  {shortened(what, 120)}  {about}{why}"


@command.command("export")
@ledger_option
@click.option("-o", "--output", metavar="FILE", help="Where to.  [default: standard output]")
def export(ledger: str, output: str | None) -> None:
    """Write all judgements as W3C Web Annotations (JSON-LD), undone ones and undos too."""
    from twosource.judging.annotations import to_annotations
    from twosource.publishing.files import PublishError, whole_file

    with open_ledger(ledger) as opened:
        made = opened.judgements()
    if output in (None, "-"):
        sys.stdout.buffer.writelines(to_annotations(made))
        sys.stdout.buffer.flush()
        return
    try:
        with whole_file(Path(str(output)), keep=Path(ledger)) as out:
            out.writelines(to_annotations(made))
    except PublishError as error:
        raise click.ClickException(safe(str(error))) from error


@command.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@ledger_option
def take_in(files: tuple[str, ...], ledger: str) -> None:
    """Add the judgements of files that 'judgements export' wrote; known ones are passed over.

    A judgement finds its mention by its words, wherever the document was read from; one whose
    words are not here waits until its document is read ('list --orphaned'). Of each file all is
    taken in or nothing.
    """
    from twosource.engine.relink import relink
    from twosource.publishing.phrases import counted

    wrong = 0
    with open_ledger(ledger, timeout=30) as opened:
        for file in files:
            try:
                new, known = _add(opened, file)
            except ValueError as error:
                click.echo(f"Error: {safe(f'{file}: {error}')}", err=True)
                wrong += 1
                continue
            say(f"{file}: {counted(new, 'judgement')} new, {known:,} known")
        relink(opened)
    sys.exit(1 if wrong else 0)


def _add(ledger: Ledger, file: str) -> tuple[int, int]:
    from datetime import UTC, datetime

    from twosource.judging.annotations import from_annotations

    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise ValueError(f"cannot be read ({(error.strerror or 'error').lower()})") from error
    made = from_annotations(data, datetime.now(UTC))
    with plain_errors():
        return ledger.add_judgements(made)
