"""The only part that compares documents: copies, claims, origins, conflicts, series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.ids import stable_id
from twosource.linking.claims import Group, group
from twosource.linking.conflicts import Weighed, find_conflicts
from twosource.linking.copies import find_copies
from twosource.linking.items import items
from twosource.linking.merged import merged, summary
from twosource.linking.origins import origins
from twosource.linking.series import find_series
from twosource.linking.status import with_status
from twosource.model import Claim, Copy, Links, Reading

Pair = tuple[str, str]


def _claim(found: Group, copies: Mapping[str, Copy]) -> Claim:
    values = merged(found.members)
    vouching = origins(found.members, copies)
    return Claim(
        id=stable_id("c", found.members[0].mention.id),
        kind=values.kind,
        summary=summary(found.members),
        mentions=tuple(item.mention.id for item in found.members),
        figure=values.figure,
        actors=values.actors,
        places=values.places,
        time=values.time,
        transfer=values.transfer,
        origins=vouching,
        independent_origins=sum(origin.counted for origin in vouching),
        why=found.why,
    )


def link(
    readings: Sequence[Reading],
    apart: Iterable[Pair] = (),
    together: Iterable[Pair] = (),
) -> Links:
    """Link all readings; the result depends neither on their order nor on repetition.

    ``apart`` and ``together`` are pairs of mention ids that people have judged to be two claims or
    one; they always win, a split over a merge.
    """
    documents = {reading.document.id: reading.document for reading in readings}
    copies = find_copies(tuple(documents.values()))
    by_document = {copy.document: copy for copy in copies}
    groups = group(items(readings), copies, apart, together)
    weighed = [Weighed(_claim(each, by_document), each.members) for each in groups]
    conflicts = find_conflicts(weighed)
    claims = with_status((each.claim for each in weighed), conflicts)
    told = [(claim, each.members) for claim, each in zip(claims, weighed, strict=True)]
    return Links(claims, conflicts, find_series(told), copies)
