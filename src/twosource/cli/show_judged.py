"""What people decided about a claim, a mention or a document, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.cli.judgements import line
from twosource.judging import Judged, Judgement, disagreements, undone
from twosource.judging.shown import shown


def lines(judged: Sequence[Judged], made: Sequence[Judgement], revision: str) -> Iterator[str]:
    """``judged``: the mentions that are shown; ``made``: all judgements about them."""
    if not made:
        return
    for each in judged:
        name = each.mention.id
        if each.rejected:
            yield f"  rejected: {name} is in no claim and in no count"
        elif each.accepted:
            yield f"  accepted: {name}"
        for change in each.changes:
            now, before = shown(change.field, change.value), shown(change.field, change.machine)
            yield f"  amended: {change.field} of {name} is {now} (the machine reads {before})"
        for unfit in each.unfit:
            yield f"  does not fit: {unfit.id} stands on words that this version does not have"
    gone = undone(made)
    for judgement in made:
        yield f"  {'undone   ' if judgement.id in gone else 'judgement'} {line(judgement)}"
    for found in disagreements([judgement for judgement in made if judgement.id not in gone]):
        yield (
            f"  disagreement: {found.earlier.who} ({found.earlier.id}) and {found.later.who} "
            f"({found.later.id}) did not know of one another; the later one holds"
        )
    yield f"  revision: {revision}"
