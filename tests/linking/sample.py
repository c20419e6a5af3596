"""Small reports of our own writing, as readings: the linking tests build their cases from these."""

from __future__ import annotations

from twosource.model import (
    ActorKind,
    ClaimKind,
    Document,
    Evidence,
    Figure,
    Measure,
    Mention,
    Named,
    Place,
    Polarity,
    Precision,
    Quote,
    Reading,
    Relay,
    TimeFrame,
    TimeRange,
    Values,
)

KINDS = {"Ostrava Wire": ActorKind.OUTLET, "Evening Bell": ActorKind.OUTLET}


def killed(low, high=None, group="Northern Army", measure=Measure.KILLED, **more):
    return Figure(measure, low, low if high is None else high, "person", group, **more)


def town(name, lat, lon, precision=Precision.CITY):
    return Place(name, lat, lon, precision)


def days(start, end=None):
    return TimeRange(start, end or start)


class Report:
    """One document under construction: ``say`` adds a statement that stands in the text."""

    def __init__(self, name, text, published="2031-03-02T08:00:00Z", publisher=None, **more):
        self.document = Document(
            id=name,
            key=more.pop("key", name),
            text=text,
            sha256=name,
            publisher=publisher or f"{name} Gazette",
            published_at=published,
            **more,
        )
        self.mentions = []

    def say(
        self,
        words,
        *chain,
        denied=False,
        kind=ClaimKind.STATEMENT,
        figure=None,
        places=(),
        time=None,
        actors=(),
        transfer=None,
        evidence=Evidence.NONE,
        named=Named.NAMED,
        frame=TimeFrame.PAST,
    ):
        start = self.document.text.index(words)
        if figure is not None and kind is ClaimKind.STATEMENT:
            kind = ClaimKind.FIGURE
        relays = tuple(Relay(name, named=named, kind=KINDS.get(name)) for name in chain)
        self.mentions.append(
            Mention(
                id=f"{self.document.id}-{len(self.mentions) + 1}",
                document=self.document.id,
                content=((start, start + len(words)),),
                cue=(),
                source=(),
                quote=Quote.INDIRECT if chain else Quote.NONE,
                relays=relays,
                named=named if chain else Named.NONE,
                evidence=evidence,
                polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
                time_frame=frame,
                values=Values(kind, figure, tuple(actors), tuple(places), time, transfer),
            )
        )
        return self

    @property
    def reading(self):
        return Reading(self.document, tuple(self.mentions))


def readings(*reports):
    return [report.reading for report in reports]


def claim_of(links, mention):
    return next(claim for claim in links.claims if mention in claim.mentions)
