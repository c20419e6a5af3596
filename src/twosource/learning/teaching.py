"""One training from annotated texts to a model folder, with figures before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.learning.annotated import Annotated
from twosource.learning.lessons import lesson, measured
from twosource.learning.measures import Measures
from twosource.learning.plan import Plan, Step
from twosource.learning.splitting import split
from twosource.reading.tagger import folder
from twosource.reading.tagger.session import load, load_files

TITLES = {"relation": "soft relation F1", "tokens": "token F1", "exact": "exact span F1"}


@dataclass(frozen=True, slots=True)
class Figure:
    """An F1 (0..1) on the held-out documents, before and after; ``annotated``: on how many."""

    name: str
    annotated: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Taught:
    """What was done: documents learnt from and held out, and figures on the latter.

    ``model`` is the name under which a ledger keeps what the new model reads.
    """

    model: str
    learnt: int
    held_out: int
    attributions: int
    figures: tuple[Figure, ...]


def teach(
    documents: Sequence[Annotated],
    base: Path,
    out: Path,
    plan: Plan,
    share: float,
    tell: Callable[[Step, int], None],
) -> Taught:
    """Train the model in ``base`` on all but a ``share`` of the documents and write it to ``out``.

    Raises ``ValueError`` where there are too few documents, `ModelError` where the model cannot
    be read or trained on; then nothing is written.
    """
    parts = split(documents, share, plan.seed)
    files = folder.read(base)
    held = [lesson(document) for document in parts.held]
    before = measured(load(base), held)

    from twosource.learning.tuning import tuned

    network = tuned(files, [lesson(document) for document in parts.learnt], plan, tell)
    new = folder.of_mapping(folder.Files(network, files.words, "").mapping())
    after = measured(load_files(new.mapping()), held)
    folder.write(out, new.network, new.words)
    learnt = sum(len(document.attributions) for document in parts.learnt)
    figures = tuple(_figures(before, after))
    return Taught(new.name, len(parts.learnt), len(parts.held), learnt, figures)


def _figures(before: Measures, after: Measures) -> Iterator[Figure]:
    for kind in ("relation", "tokens", "exact"):
        old, new = getattr(before, kind), getattr(after, kind)
        for name, score in old.items():
            yield Figure(f"{TITLES[kind]}, {name}", score.annotated, score.f1, new[name].f1)
