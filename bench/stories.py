"""Generated reporting on invented wars with its truth: stories of Zipf size, told and retold.

Every story is one incident with a toll, a capture of a village, a denial and a forecast; each
report is fresh, reworded, a reprint or a cut. Names are pseudo-words, so that no lexicon knows
them, and the wording comes from a small grammar: realistic in shape, not in style.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from twosource.model import (
    ClaimKind,
    Document,
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
    TimeRange,
    Values,
)

START = datetime(2031, 1, 1)
_HEADS = ("ba", "de", "gor", "ha", "ile", "ka", "lu", "mar", "no", "or", "pel", "ri", "so", "tu")
_TAILS = ("dan", "grad", "ka", "len", "mir", "nov", "pol", "ra", "sk", "tov", "vets", "zha")
_KILLED = (
    "{n} soldiers of the {group} were killed at {town}",
    "{n} {group} servicemen died in the fighting for {town}",
    "the {group} lost {n} men dead near {town}",
    "at least {n} of the {group}'s troops had been killed around {town}",
)
_TAKEN = (
    "{enemy} troops had taken the village of {village}",
    "the village of {village} was now under the control of the {enemy}",
    "{enemy} units seized {village}",
)
_FORECAST = (
    "a push from {village} towards {town} is likely within days",
    "{enemy} columns could move on {town} from {village} this week",
)
_PLAIN = (
    "Roads around {town} were closed and trains did not run.",
    "Residents of {town} spent the night in cellars.",
    "It was not possible to verify the accounts.",
    "Schools in {town} will stay shut until further notice.",
    "The price of bread in {town} has doubled since autumn.",
)


@dataclass(frozen=True, slots=True)
class Story:
    """One incident: who, where, when, how many."""

    group: str
    enemy: str
    town: str
    village: str
    killed: int
    day: datetime
    lat: float
    lon: float

    @property
    def words(self) -> dict[str, str]:
        """What the templates need."""
        return {
            "group": self.group,
            "enemy": self.enemy,
            "town": self.town,
            "village": self.village,
            "n": str(self.killed),
        }


@dataclass(slots=True)
class Corpus:
    """Readings with their truth: claim of each mention, original of each copy."""

    readings: list[Reading] = field(default_factory=list)
    claim: dict[str, str] = field(default_factory=dict)
    original: dict[str, str] = field(default_factory=dict)


def name(random: Random) -> str:
    """A pseudo-word with a capital."""
    return (random.choice(_HEADS) + random.choice(_HEADS) + random.choice(_TAILS)).capitalize()


def story(random: Random, at: int) -> Story:
    """A new incident; ``at`` spreads stories over the years of a war."""
    return Story(
        group=f"{name(random)} Army",
        enemy=f"{name(random)} Guard",
        town=name(random),
        village=name(random),
        killed=random.randint(3, 1200),
        day=START + timedelta(days=at % 700, hours=random.randint(5, 11)),
        lat=random.uniform(35, 60),
        lon=random.uniform(10, 60),
    )


def _statements(told: Story, random: Random) -> list[tuple[str, str, str, Values, bool]]:
    """Text, key, asserter, values and denied of what one fresh report says."""
    words = told.words
    day = told.day.date().isoformat()
    time = TimeRange(day, day)
    town = Place(told.town, told.lat, told.lon, Precision.CITY)
    village = Place(told.village, told.lat + 0.2, told.lon, Precision.CITY)
    toll = Figure(Measure.KILLED, told.killed, told.killed, "person", told.group)
    return [
        (
            random.choice(_KILLED).format(**words),
            "killed",
            f"{told.group} command",
            Values(ClaimKind.FIGURE, toll, (told.group,), (town,), time),
            False,
        ),
        (
            random.choice(_TAKEN).format(**words),
            "taken",
            f"{told.enemy} staff",
            Values(ClaimKind.CONTROL, None, (told.enemy,), (village,), time),
            False,
        ),
        (
            f"any loss of {told.village}",
            "taken",
            f"{told.group} command",
            Values(places=(village,)),
            True,
        ),
        (
            random.choice(_FORECAST).format(**words),
            "forecast",
            f"{name(random)} Institute",
            Values(ClaimKind.ATTACK, None, (told.enemy,), (town,)),
            False,
        ),
    ]


def _mention(
    document: str, at: int, start: int, text: str, asserter: str, values: Values, denied: bool
) -> Mention:
    return Mention(
        id=f"{document}-{at}",
        document=document,
        content=((start, start + len(text)),),
        cue=(),
        source=(),
        quote=Quote.INDIRECT,
        relays=(Relay(asserter, named=Named.NAMED),),
        named=Named.NAMED,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        values=values,
    )


def _fresh(told: Story, random: Random, key: str, when: datetime, corpus: Corpus, no: int) -> None:
    parts: list[str] = []
    mentions: list[Mention] = []
    length = 0
    for at, (text, claim, asserter, values, denied) in enumerate(_statements(told, random)):
        verb = "denied" if denied else "said that"
        lead = f"The {asserter} {verb} "
        mentions.append(_mention(key, at, length + len(lead), text, asserter, values, denied))
        corpus.claim[f"{key}-{at}"] = f"{no}-{claim}"
        sentence = f"{lead}{text}. {random.choice(_PLAIN).format(**told.words)}\n\n"
        parts.append(sentence)
        length += len(sentence)
    document = Document(
        id=key,
        key=key,
        text="".join(parts),
        sha256=key,
        publisher=f"{name(random)} Post",
        published_at=when.isoformat(),
    )
    corpus.readings.append(Reading(document, tuple(mentions)))


def _reprint(first: Reading, random: Random, key: str, when: datetime, corpus: Corpus) -> None:
    """Word for word, now and then cut after half of its paragraphs."""
    text = first.document.text
    end = len(text)
    if random.random() < 0.5:
        end = text.index("\n\n", len(text) // 3) + 2
    mentions = []
    for at, mention in enumerate(m for m in first.mentions if m.content[0][1] <= end):
        start, stop = mention.content[0]
        asserter = mention.asserter or ""
        denied = mention.polarity is Polarity.DENIED
        mentions.append(
            _mention(key, at, start, text[start:stop], asserter, mention.values, denied)
        )
        corpus.claim[f"{key}-{at}"] = corpus.claim[mention.id]
    document = Document(
        id=key,
        key=key,
        text=text[:end],
        sha256=key,
        publisher=f"{name(random)} Mail",
        published_at=when.isoformat(),
    )
    corpus.original[key] = first.document.id
    corpus.readings.append(Reading(document, tuple(mentions)))


def _sizes(random: Random) -> Iterator[int]:
    """Zipf-like sizes of stories, at most 400 reports each."""
    while True:
        yield min(400, int(1 / (1 - random.random()) ** 0.9))


def corpus(mentions: int, seed: int = 1, named: str = "d") -> Corpus:
    """A corpus of about that many mentions, the same for one seed; ``named`` begins all ids."""
    random = Random(seed)
    made = Corpus()
    sizes = _sizes(random)
    no = 0
    while len(made.claim) < mentions:
        told = story(random, no)
        first = len(made.readings)
        for at in range(next(sizes)):
            when = told.day + timedelta(minutes=37 * at)
            key = f"{named}{no}-{at}"
            if at and random.random() < 0.5:
                _reprint(made.readings[first], random, key, when, made)
            else:
                _fresh(told, random, key, when, made, no)
        no += 1
    return made
