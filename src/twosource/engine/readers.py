"""Which reader reads: rules, tagger, or both; and what happens where a model does not load.

A model that a person asked for must load, or that is an error. Where nobody asked, the rules read
alone and a note says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.reading.reader import Reader

ALONE = "read by the rules alone"  # how a note about it begins


class Kind(StrEnum):
    """The readers there are."""

    RULES = "rules"
    TAGGER = "tagger"  # told what the rules found, decides alone
    BOTH = "both"  # the rules, completed by what the tagger is sure of


BEST = Kind.BOTH  # where there is a model and nobody asks for something else


@dataclass(frozen=True, slots=True)
class Choice:
    """A reader to make, in this process or another; ``name`` is what the ledger keeps."""

    kind: Kind = Kind.RULES
    folder: Path | None = None
    name: str = Kind.RULES.value
    note: str | None = None
    asked: bool = False


def choose(kind: str | None = None, model: str | None = None) -> Choice:
    """What was asked for, or the best there is.

    Raises `ModelError` where a model was asked for and is not whole.
    """
    from twosource.reading.tagger import folder

    wanted = None if kind is None else Kind(kind)
    asked = model is not None or wanted in (Kind.TAGGER, Kind.BOTH)
    if wanted is Kind.RULES or not (asked or folder.is_shipped()):
        return Choice()
    where = folder.SHIPPED if model is None else Path(model)
    try:
        name = folder.read(where).name
    except folder.ModelError as error:
        if asked:
            raise
        return Choice(note=f"{ALONE}: {error}")
    made = Choice(wanted or BEST, where, f"{wanted or BEST} {name}", asked=asked)
    if asked:
        reader(made)
    return made


@cache
def reader(choice: Choice) -> tuple[Reader, str | None]:
    """Make the reader, once a process; with a note where the rules had to stand in.

    Raises `ModelError` where a model was asked for and does not run.
    """
    from twosource.reading.rules import RuleReader

    if choice.folder is None:
        return RuleReader(), choice.note
    from twosource.reading.joint import JointReader
    from twosource.reading.tagger.folder import ModelError
    from twosource.reading.tagger.reader import TaggerReader
    from twosource.reading.tagger.session import load

    try:
        tagger = TaggerReader(load(choice.folder), rules=True)
        return (JointReader(tagger) if choice.kind is Kind.BOTH else tagger), None
    except ModelError as error:
        if choice.asked:
            raise
        return RuleReader(), f"{ALONE}: {error}"
