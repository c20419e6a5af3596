"""``twosource judge``: what a person decides about what the machine read."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from twosource.cli.options import ledger_option, open_ledger
from twosource.cli.terminal import safe, say, warn

if TYPE_CHECKING:
    from twosource.engine.deciding import By
    from twosource.ledger import Judgement, Ledger

F = TypeVar("F", bound=Callable[..., Any])
WHO = "TWOSOURCE_WHO"  # environment variable that names the person


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _options(function: F) -> F:
    """Who, why, what was seen, which ledger, and whether to link at once."""
    for option in reversed(
        (
            click.option(
                "--who",
                metavar="NAME",
                help=f"Who judges.  [default: ${WHO}, else the name of your account]",
            ),
            click.option("--reason", metavar="TEXT", default="", help="Why; shown beside it."),
            click.option(
                "--seen",
                metavar="REVISION",
                help="The revision that 'show' printed: what others judged since is pointed out.",
            ),
            click.option(
                "--no-link",
                is_flag=True,
                help="Leave the claims as they are until the next 'read' (several judgements).",
            ),
            ledger_option,
        )
    ):
        function = option(function)
    return function


@contextmanager
def _judging(
    ledger: str, who: str | None, reason: str, seen: str | None, *, no_link: bool
) -> Iterator[tuple[Ledger, By, list[Judgement]]]:
    """The open ledger, the person, and a list to put what was judged into."""
    from twosource.engine.deciding import By, Refused
    from twosource.engine.relink import relink

    by = By(who or os.environ.get(WHO) or _account(), reason, seen)
    made: list[Judgement] = []
    with open_ledger(ledger, timeout=30) as opened:
        try:
            yield opened, by, made
        except Refused as error:
            raise click.ClickException(safe(f"{ledger}: {error}")) from error
        for judgement in made:
            say(f"{judgement.id}: {judgement.kind} by {judgement.who}")
        _disagreements(opened, made)
        if not no_link:
            relink(opened)


def _disagreements(ledger: Ledger, made: Sequence[Judgement]) -> None:
    from twosource.judging import disagreements

    ids = {judgement.id for judgement in made}
    names = [name for judgement in made for name in judgement.names]
    standing = {judgement.id for judgement in ledger.judgements(standing=True)}
    about = [j for j in ledger.judgements_about(names) if j.id in standing]
    for found in disagreements(about):
        if ids & {found.earlier.id, found.later.id}:
            one = found.earlier if found.later.id in ids else found.later
            warn(
                f"{one.who} judged otherwise meanwhile ({one.kind}, {one.id}): both are kept, "
                "the later one holds; judge again to settle it"
            )


@click.group()
def command() -> None:
    r"""Accept, correct or reject what was read; merge and split claims; comment; take back.

    Nothing is overwritten: each judgement is added with name, time and reason, the machine's own
    reading is kept beside it, and it outlasts every later reading. A claim's id stands for all
    its mentions.

    \b
    Example:
      twosource judge amend m-3f2a9c01b7de --set evidence=imagery --reason "photo caption"
    """


def _plain(kind: str, doc: str, metavar: str) -> None:
    """A judgement that takes names and nothing else."""

    @command.command(kind, help=doc)
    @click.argument("names", metavar=metavar, nargs=-1, required=True)
    @_options
    def run(
        names: tuple[str, ...],
        who: str | None,
        reason: str,
        seen: str | None,
        ledger: str,
        *,
        no_link: bool,
    ) -> None:
        from twosource.engine.deciding import decide
        from twosource.ledger import JudgementKind

        with _judging(ledger, who, reason, seen, no_link=no_link) as (opened, by, made):
            made.append(decide(opened, JudgementKind(kind), names, by))


_plain("accept", "What was read is right as it stands.", "MENTION|CLAIM...")
_plain("reject", "This is no statement: it leaves claims and counts.", "MENTION|CLAIM...")
_plain("merge", "These state one claim.", "MENTION|CLAIM...")
_plain("comment", "Say something (--reason) about these.", "MENTION|CLAIM|DOCUMENT...")
_plain("undo", "Take judgements back; an undo can be undone.", "JUDGEMENT...")


@command.command("split")
@click.argument("names", metavar="MENTION...", nargs=-1, required=True)
@click.option(
    "--from",
    "others",
    metavar="MENTION|CLAIM",
    multiple=True,
    help="What they are parted from (repeatable).  [default: the rest of their claims]",
)
@_options
def split(
    names: tuple[str, ...],
    others: tuple[str, ...],
    who: str | None,
    reason: str,
    seen: str | None,
    ledger: str,
    *,
    no_link: bool,
) -> None:
    """These state another claim than the rest; a whole claim falls into its mentions."""
    from twosource.engine.deciding import decide
    from twosource.ledger import JudgementKind

    with _judging(ledger, who, reason, seen, no_link=no_link) as (opened, by, made):
        made.append(decide(opened, JudgementKind.SPLIT, names, by, others))


@command.command("reattribute")
@click.argument("names", metavar="MENTION...", nargs=-1, required=True)
@click.option("--to", "asserter", metavar="NAME", help="Who stands behind it.")
@click.option("--to-nobody", is_flag=True, help="Nobody is credited.")
@_options
def reattribute(
    names: tuple[str, ...],
    asserter: str | None,
    who: str | None,
    reason: str,
    seen: str | None,
    ledger: str,
    *,
    to_nobody: bool,
    no_link: bool,
) -> None:
    """Somebody else stands behind it; who relayed it stays."""
    from twosource.engine.deciding import reattribute as decide

    if (asserter is None) != to_nobody or asserter == "":
        raise click.UsageError("give --to NAME or --to-nobody")
    with _judging(ledger, who, reason, seen, no_link=no_link) as (opened, by, made):
        made.append(decide(opened, names, asserter or "", by))


@command.command("amend")
@click.argument("names", metavar="MENTION...", nargs=-1, required=True)
@click.option(
    "--set",
    "values",
    metavar="FIELD=VALUE",
    multiple=True,
    required=True,
    help="The value as it should be (repeatable).",
)
@_options
def amend(
    names: tuple[str, ...],
    values: tuple[str, ...],
    who: str | None,
    reason: str,
    seen: str | None,
    ledger: str,
    *,
    no_link: bool,
) -> None:
    r"""Give a value, or the words it stands on, as it should be; "none" empties it.

    \b
    Fields and what they take:
      content, cue, source, loaded   words that stand once in the text, or 120:180,200:210
      evidence, certainty, polarity, time_frame, kind, quote, named   a word of the format
      chain     "Yonhap < South Korean lawmaker < National Intelligence Service"
      actors    "Meria | Aldria"
      figure    "measure=killed; low=300; high=350; unit=person; group=Merian army"
      places    "Kursk" or "name=Depot 7; lat=51.7; lon=36.2; precision=point"
      time      2024-10-13 or 2024-10-13/2024-10-20
      transfer  "from=Aldria; to=Meria; what=shells; in_return=grain"
    """
    from twosource.engine.deciding import amend as decide

    wanted: dict[str, str] = {}
    for each in values:
        field, equals, value = each.partition("=")
        if not equals or not field.strip():
            raise click.UsageError(safe(f"--set {each}: write FIELD=VALUE"))
        wanted[field.strip()] = value
    with _judging(ledger, who, reason, seen, no_link=no_link) as (opened, by, made):
        for name in names:
            made += decide(opened, name, wanted, by)
    if not made:
        say("nothing to amend: the values are as given already")
