"""A person's own names of actors: merges and splits by hand, and an alias file to follow.

An alias file has a line for each other name: the name an actor goes by, the other name and, if
wanted, what sort of actor it is; tab-separated, or comma-separated in a ``.csv``. Every line that
holds is a judgement; a line that has gone from the file is taken back when the file is read again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.judging import sound
from twosource.judging.identities import folded, identities, names_of, of_actors
from twosource.judging.judgement import ACTOR
from twosource.judging.sound import Unfit
from twosource.ledger import Judgement, JudgementKind, Ledger
from twosource.model import ActorKind

FROM_FILE = "alias file "  # begins the reason of every judgement that a file makes
HEAD = ("name", "alias")  # a first line of these is a heading
LARGEST = 20_000_000  # bytes of an alias file


@dataclass(frozen=True, slots=True)
class Alias:
    """One line of an alias file: ``alias`` is another name of ``name``."""

    name: str
    alias: str
    kind: ActorKind | None
    line: int


@dataclass(frozen=True, slots=True)
class Aliases:
    """What an alias file holds, and one line for each of its lines that does not hold."""

    rows: tuple[Alias, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What following a file did: lines that are new, that had gone, and that stood already."""

    added: int
    taken_back: int
    known: int


def read_aliases(data: bytes, path: str) -> Aliases:
    """The lines of an alias file; problems name ``path`` and the line."""
    if len(data) > LARGEST:
        return Aliases((), (f"{path}: {len(data):,} bytes; at most {LARGEST:,}",))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Aliases((), (f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8",))
    rows: list[Alias] = []
    problems: list[str] = []
    owner: dict[str, Alias] = {}
    for line, cells in _lines(text, comma=path.casefold().endswith(".csv")):
        try:
            row = _row(cells, line)
            before = owner.setdefault(folded(row.alias), row)
            if folded(before.name) != folded(row.name):
                raise Unfit(
                    f"{sound.quoted(row.alias)} is another name of {sound.quoted(before.name)} "
                    f"in line {before.line}; keep one of the two"
                )
        except Unfit as error:
            problems.append(f"{path}:{line}: {error}")
        else:
            if before is row:
                rows.append(row)
    return Aliases(tuple(rows), tuple(problems))


def _lines(text: str, comma: bool) -> Iterator[tuple[int, list[str]]]:
    if comma:
        reader = csv.reader(io.StringIO(text))
        split = ((reader.line_num, cells) for cells in reader)
    else:
        split = ((n, line.split("\t")) for n, line in enumerate(text.splitlines(), 1))
    for number, written in split:
        cells = [cell.strip() for cell in written]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if number == 1 and tuple(cell.casefold() for cell in cells[:2]) == HEAD:
            continue
        yield number, cells


def _row(cells: Sequence[str], line: int) -> Alias:
    if len(cells) < 2 or not cells[1]:
        raise Unfit("no other name; a line is the name, another name and perhaps a kind")
    if len(cells) > 3 and any(cells[3:]):
        raise Unfit(f"{len(cells)} columns; a line has a name, another name and perhaps a kind")
    name, alias = sound.name(cells[0]), sound.name(cells[1])
    if folded(name) == folded(alias):
        raise Unfit(f"{sound.quoted(alias)} is its own other name")
    return Alias(name, alias, _kind(cells[2] if len(cells) > 2 else ""), line)


def _kind(written: str) -> ActorKind | None:
    if written in ("", "-"):
        return None
    try:
        return ActorKind(written.casefold())
    except ValueError:
        known = ", ".join(kind.value for kind in ActorKind)
        raise Unfit(f"no kind {sound.quoted(written)}; there are {known}") from None


def same_actor(
    ledger: Ledger, name: str, others: Sequence[str], *, who: str, reason: str,
    kind: ActorKind | None = None,
) -> Judgement:  # fmt: skip
    """Judge that others are names of one actor, who goes by ``name``; raises ``ValueError``."""
    names = [sound.name(each.strip()) for each in (name, *others)]
    return ledger.judge(
        JudgementKind.MERGE,
        [f"{ACTOR}{each}" for each in names],
        who=who,
        reason=reason,
        value=kind.value if kind else None,
    )


def other_actors(ledger: Ledger, names: Sequence[str], *, who: str, reason: str) -> Judgement:
    """Judge that names which merges had joined are several actors; raises ``ValueError``."""
    known = identities(ledger.judgements(standing=True))
    apart = {folded(known.name(name) or name) for name in names}
    if len(names) < 2 or len(apart) == len(names):
        shown = ", ".join(sound.quoted(name) for name in names)
        raise ValueError(f"no merge joins {shown}; only merged names can be split")
    return ledger.judge(
        JudgementKind.SPLIT, [f"{ACTOR}{name}" for name in names], who=who, reason=reason
    )


def follow(ledger: Ledger, file: Aliases, path: str, *, who: str) -> Followed:
    """Let the ledger's alias judgements be those of the file: lines come and go with it."""
    held = {
        _key(names_of(made), made.value): made
        for made in ledger.judgements(standing=True)
        if of_actors(made) and made.reason.startswith(FROM_FILE)
    }
    wanted = {_key((row.name, row.alias), row.kind): row for row in file.rows}
    for key, made in held.items():
        if key not in wanted:
            ledger.judge(
                JudgementKind.UNDO, [made.id], who=who, reason=f"{FROM_FILE}{path}: line gone"
            )
    new = [row for key, row in wanted.items() if key not in held]
    for row in new:
        reason = f"{FROM_FILE}{path}, line {row.line}"
        same_actor(ledger, row.name, [row.alias], who=who, reason=reason, kind=row.kind)
    return Followed(len(new), len(set(held) - set(wanted)), len(wanted) - len(new))


def _key(names: Sequence[str], kind: str | None) -> tuple[tuple[str, ...], str]:
    return tuple(names), kind or ""
