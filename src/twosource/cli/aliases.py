"""``twosource aliases``: other names of actors, by hand or from a file."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING

import click

from twosource.cli.listing import table
from twosource.cli.options import json_option, ledger_option, open_ledger
from twosource.cli.terminal import safe, say, warn

if TYPE_CHECKING:
    from twosource.ledger import Judgement, Ledger


@click.command()
@click.argument("file", metavar="[FILE]", required=False)
@ledger_option
@click.option("--merge", nargs=2, metavar="NAME OTHER", help="OTHER is another name of NAME.")
@click.option("--split", nargs=2, metavar="NAME OTHER", help="The two are not one actor after all.")
@click.option("--who", metavar="NAME", help="Who decides.  [default: the user's name]")
@click.option("--reason", metavar="TEXT", help="Why; needed with --merge and --split.")
@json_option
def command(
    file: str | None,
    ledger: str,
    merge: tuple[str, str] | None,
    split: tuple[str, str] | None,
    who: str | None,
    reason: str | None,
    *,
    as_json: bool,
) -> None:
    r"""List other names of actors, or take them from an alias file.

    A line of FILE is the name an actor goes by, another name and, if wanted, its kind (person,
    agency, state, outlet, group, force), with tabs between, or commas in a .csv file; lines that
    begin with # are comments. The ledger follows the file: a line that has gone from it is taken
    back when the file is read again. Every line is a judgement and stands in the history; the
    names show in claims, origins and exports.

    \b
    Example:
      twosource aliases names.tsv
    """
    if sum(given is not None for given in (file, merge, split)) > 1:
        raise click.UsageError("a FILE, --merge or --split: one at a time")
    by = (who or _user()).strip()
    with open_ledger(ledger) as opened:
        if file is not None:
            _follow(opened, file, by)
        elif merge is not None or split is not None:
            _judge(opened, merge, split, by, reason)
        else:
            _list(opened, ledger, as_json=as_json)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        return "somebody"


def _relink(opened: Ledger) -> None:
    from twosource.engine.relink import relink

    relink(opened)


def _follow(opened: Ledger, file: str, who: str) -> None:
    from twosource.engine.aliasing import follow, read_aliases
    from twosource.publishing.phrases import counted

    try:
        with open(file, "rb") as held:
            data = held.read()
    except OSError as error:
        what = (error.strerror or "error").lower()
        raise click.ClickException(safe(f"{file}: cannot be read ({what})")) from None
    found = read_aliases(data, file)
    for problem in found.problems:
        warn(problem)
    if found.rows or not found.problems:
        done = follow(opened, found, os.path.basename(file), who=who)
        _relink(opened)
        say(
            f"{counted(done.added, 'name')} added, {done.taken_back} taken back, "
            f"{done.known} known already"
        )
    if found.problems:
        raise SystemExit(1)


def _judge(
    opened: Ledger,
    merge: tuple[str, str] | None,
    split: tuple[str, str] | None,
    who: str,
    reason: str | None,
) -> None:
    from twosource.engine.aliasing import other_actors, same_actor

    if not reason:
        raise click.UsageError("--reason says why: a judgement gives its reason")
    try:
        if merge:
            made = same_actor(opened, merge[0], merge[1:], who=who, reason=reason)
        else:
            made = other_actors(opened, split or (), who=who, reason=reason)
    except ValueError as error:
        raise click.ClickException(safe(str(error))) from None
    _relink(opened)
    say(f"judgement {made.id}")


def _list(opened: Ledger, ledger: str, *, as_json: bool) -> None:
    from twosource.judging.identities import identities, names_of, of_actors

    standing = [made for made in opened.judgements(standing=True) if of_actors(made)]
    known = identities(standing)
    rows: list[tuple[str, str, Judgement]] = []
    for made in standing:
        for name in names_of(made):
            identity = known.of(name)
            if identity is not None and identity.name != name:
                rows.append((identity.name, name, made))
    if as_json:
        from twosource.codec import encode

        click.echo(
            encode(
                [{"name": n, "alias": a, "judgement": m.id, "who": m.who, "reason": m.reason}
                 for n, a, m in rows]
            )
        )  # fmt: skip
    elif rows:
        head = ("name", "other name", "judgement", "who", "reason")
        table(head, [(n, a, m.id, m.who, m.reason) for n, a, m in rows])
    else:
        say(f"no other names of actors in {ledger}")
