"""What a model reads in annotated articles, alone or told what the rules find."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from training.attribution.data import load
from twosource.learning.annotated import Annotated
from twosource.learning.lessons import lesson
from twosource.model import Attribution
from twosource.reading.tagger.relations import relations
from twosource.reading.tagger.session import load as load_model

DEV = Path("../shared/data/polnear/dev.jsonl.gz")
MODEL = Path("training/work/attribution/model")

Read = Callable[[Sequence[Annotated]], list[tuple[Attribution, ...]]]


def options(about: str | None) -> argparse.ArgumentParser:
    """The options that every measure has."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--gold", type=Path, default=DEV, help="JSON Lines")
    parser.add_argument("--limit", type=int, default=None, help="articles, for a trial")
    parser.add_argument("--alone", action="store_true", help="without what the rules find")
    return parser


def articles(args: argparse.Namespace) -> list[Annotated]:
    """The annotated articles that the options name."""
    return load(args.gold)[: args.limit]


def reader(args: argparse.Namespace) -> Read:
    """A function that reads articles as the options say."""
    model = load_model(args.model)

    def read(documents: Sequence[Annotated]) -> list[tuple[Attribution, ...]]:
        told = ((d, None if args.alone else lesson(d).hints) for d in documents)
        return [relations(model, d.text, hints) for d, hints in told]

    return read
