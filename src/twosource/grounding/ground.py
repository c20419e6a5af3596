"""One document's mentions with their values: the way through all of grounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from twosource.documents.dateline import find_dateline
from twosource.grounding.actors import actors_in, name_chains
from twosource.grounding.bearings import with_bearings
from twosource.grounding.beginnings import Beginning, beginning_of
from twosource.grounding.figures import figure_of, unreadable
from twosource.grounding.kinds import kind_of
from twosource.grounding.labels import uncredited
from twosource.grounding.page import Page, open_page, touches
from twosource.grounding.places import Located, located, names
from twosource.grounding.ranges import When
from twosource.grounding.stated import Before, armed
from twosource.grounding.times import CLOSED, Told, time_range, when_of
from twosource.grounding.transfers import transfer_of
from twosource.grounding.where import SPOTS, Parts, Scene, of_the_saying, parts_of, where_of
from twosource.model import (
    ClaimKind,
    Document,
    Measure,
    Mention,
    Place,
    Precision,
    Reason,
    Spans,
    Values,
)
from twosource.reading.cover import Cover
from twosource.reading.parsed import Parsed

EVENTS = (
    ClaimKind.FIGURE,
    ClaimKind.ATTACK,
    ClaimKind.CONTROL,
    ClaimKind.DEPLOYMENT,
)
HANDED = (ClaimKind.TRANSFER, ClaimKind.AGREEMENT)


@dataclass(slots=True)
class _Story:
    """What the mentions so far said, for those that take it up: last figure, last day."""

    page: Page
    places: tuple[Located, ...]  # where things happen
    scene: tuple[Located, ...]  # those, and where the sources of the text sit
    parts: Parts
    known: dict[str, str]
    before: Before = field(default_factory=Before)
    when: When | None = None
    counted: Measure | None = None  # what was counted when
    beginning: Beginning | None = None
    where: tuple[Place, ...] = ()
    last: Located | None = None  # the spot of the last event
    filed: Located | None = None  # the dateline's place
    listed: bool = False  # entry by entry, each labelled by its place

    def around(self, places: tuple[Located, ...]) -> Scene:
        """What the next mention may take its place from, of these."""
        return Scene(self.page, places, self.parts, self.last, self.filed, self.listed)


def ground(document: Document, parsed: Parsed, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The same mentions with canonical names in their chains and their ``values`` filled."""
    if not mentions:
        return ()
    scene = with_bearings(parsed.text, located(parsed))
    marks = [found.toponym.span for found in scene if found.toponym.label]
    chained = name_chains(document, parsed, [uncredited(m, marks) for m in mentions])
    head = find_dateline(parsed.text)
    filed = (head.span,) if head else ()
    places = _of_events(parsed, scene, chained, filed)
    before = Before(forces=armed(chained))
    page = open_page(document, parsed)
    begun = beginning_of(page)
    parts = parts_of(page, scene)
    named = [f for f in scene if touches(f.toponym.span, filed) and f.place.precision in SPOTS]
    here = named[0] if len(named) == 1 else None
    listed = any(found.toponym.label == "before" for found in scene)
    story = _Story(
        page, places, scene, parts, names(scene), before,
        beginning=begun, filed=here, listed=listed,
    )  # fmt: skip
    order = sorted(range(len(chained)), key=lambda i: (chained[i].content, i))
    grounded = {i: _ground(story, chained[i]) for i in order}
    return tuple(grounded[i] for i in range(len(chained)))


def _of_events(
    parsed: Parsed, places: tuple[Located, ...], mentions: Sequence[Mention], filed: Spans
) -> tuple[Located, ...]:
    """Without those that only tell who speaks, to whom, or where: "said in London"."""
    sources = Cover(span for mention in mentions for span in mention.source)
    cues = Cover(span for mention in mentions for span in mention.cue)
    contents = Cover(span for mention in mentions for span in mention.content)
    return tuple(
        place
        for place in places
        if not touches(place.toponym.span, filed)
        and (
            contents.touches((place.toponym.span,))
            or not (sources.touches((place.toponym.span,)) or of_the_saying(parsed, place, cues))
        )
    )


def _ground(story: _Story, mention: Mention) -> Mention:
    if not mention.content:
        return mention
    page = story.page
    around = where_of(story.around(story.scene), mention, lasting=True).places
    story.where = around or story.where
    stated = figure_of(page, mention, story.before, story.known, story.where)
    figure = stated.figure if stated else None
    scene = story.around(story.places)
    named = where_of(scene, mention, lasting=False).places
    kind, why = kind_of(page, mention, figure, named)
    event = kind in EVENTS
    where = where_of(scene, mention, lasting=event)
    story.last = where.anchor if event else story.last
    told = Told(event, figure, story.when, story.counted, story.beginning)
    when, then = when_of(page, mention, told)
    handed = kind in HANDED or (figure is not None and figure.measure is Measure.MONEY)
    transfer, given = transfer_of(page, mention) if handed else (None, ())
    if transfer and kind is not ClaimKind.TRANSFER and not (transfer.giver and transfer.receiver):
        transfer, given = None, ()
    towns = {place.name for place in where.places if place.precision is not Precision.COUNTRY}
    found = [actor.name for span in mention.content for actor in actors_in(page.parsed, span)]
    actors = [name for name in found if name not in towns]  # where it happens does not act
    reasons: list[Reason] = [why] if why else []
    reasons += stated.reasons if stated else unreadable(page, mention)
    if stated and (stated.figure.low is not None or stated.figure.group):
        story.before = story.before.then(stated, mention.asserter)
    if when and when.spans and when.rule not in CLOSED[1:]:
        story.when, story.counted = when, figure.measure if figure else None
    values = Values(
        kind=kind,
        figure=figure,
        actors=tuple(dict.fromkeys(actors)),
        places=where.places,
        time=time_range(when) if when else None,
        transfer=transfer,
    )
    return replace(
        mention, values=values, reasons=(*mention.reasons, *reasons, *where.reasons, *then, *given)
    )
