"""Linking document by document gives what linking everything at once gives, whatever the way."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.linking import JudgedPairs, Memory, blocks, link, prints, relink
from twosource.linking.ranks import document_rank
from twosource.linking.shelf import Reach
from twosource.model import ClaimKind

from .sample import Report, days, killed, town

TOWNS = (("Velin", 50.1, 20.1), ("Orm", 50.4, 21.0), ("Tarsk", 51.9, 23.3))
GROUPS = ("Northern Army", "Southern Guard")
VOICES = ("Northern Ministry of Defence", "Southern Staff", "nurse Ana Brel", "Frontline Monitor")
TOLLS = (
    "{n} soldiers of the {group} were killed at {town}",
    "the {group} lost {n} men near {town}",
    "at least {n} dead of the {group} around {town}",
)
TAKEN = (
    "the {group} had taken the village of {town}",
    "{town} was now in the hands of the {group}",
)
DENIED = ("any loss of {town}", "the report", "that {n} soldiers were killed at {town}")
OTHER = (
    "roads around {town} were closed and trains did not run",
    "a push towards {town} was likely within days",
)


def statement(random):
    name, lat, lon = random.choice(TOWNS)
    group, number = random.choice(GROUPS), random.choice((12, 41, 300))
    words = {"town": name, "group": group, "n": number}
    sort = random.choice(("toll", "toll", "taken", "denied", "other"))
    day = days(f"2031-03-0{random.randint(1, 3)}")
    place = [town(name, lat, lon)]
    if sort == "toll":
        more = {"figure": killed(number, group=group), "places": place, "time": day}
        return random.choice(TOLLS).format(**words), more
    if sort == "taken":
        more = {"kind": ClaimKind.CONTROL, "actors": (group,), "places": place, "time": day}
        return random.choice(TAKEN).format(**words), more
    if sort == "denied":
        return random.choice(DENIED).format(**words), {"denied": True}
    return random.choice(OTHER).format(**words), {"places": place}


def corpus(seed, count, version=0):
    """Reports that share towns, figures and voices; some reprint an earlier one."""
    random = Random(seed)
    made = []
    for number in range(count):
        told = [(random.choice(VOICES), *statement(random)) for _ in range(random.randint(1, 4))]
        if made and random.random() < 0.4:
            told = random.choice(made)[1] + told[: random.randint(0, 1)]
        made.append((number, told))
    readings = []
    for number, told in made:
        if version and number % 3 == 0:
            told = told[::-1]
        text = " ".join(
            f"{voice} said {words}, in case {at}." for at, (voice, words, _) in enumerate(told)
        )
        hour = Random(seed * 1000 + number).randint(0, 5)  # some come at one moment
        report = Report(f"r{number}", text, f"2031-03-04T0{hour}:00:00Z")
        seen = set()
        for voice, words, more in told:
            if words not in seen:
                report.say(words, voice, **more)
            seen.add(words)
        readings.append(report.reading)
    return readings


@pytest.fixture(scope="module", params=["as shipped", "narrow"], autouse=True)
def reach(request):
    """How many neighbours are met; with few, every block is a hot one."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "narrow":
            patch.setattr(blocks, "REACH", Reach(first=1, last=2, hot=3))
            patch.setattr(prints, "REACH", Reach(first=1, last=1, hot=2))
        yield


def in_steps(shelf, readings, random):
    """Let readings come in some order, a few at a time."""
    waiting = list(readings)
    random.shuffle(waiting)
    while waiting:
        step = random.randint(1, 3)
        relink(shelf, come=waiting[:step])
        waiting = waiting[step:]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 14), way=st.randoms(use_true_random=False))
def test_any_order_and_any_steps_give_one_result(seed, count, way):
    readings = corpus(seed, count)
    shelf = Memory()
    in_steps(shelf, readings, way)
    assert shelf.links == link(readings)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(2, 14))
def test_each_may_come_later_than_what_was_published_after_it(seed, count):
    readings = sorted(corpus(seed, count), key=lambda r: document_rank(r.document))
    shelf = Memory()
    for at in reversed(range(count)):
        relink(shelf, come=[readings[at]])
        assert shelf.links == link(readings[at:])


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(2, 14), way=st.randoms(use_true_random=False))
def test_what_goes_leaves_no_trace(seed, count, way):
    readings = corpus(seed, count)
    shelf = Memory()
    in_steps(shelf, readings, way)
    gone = way.sample(readings, way.randint(1, count - 1))
    relink(shelf, gone=[document_rank(reading.document) for reading in gone])
    left = [reading for reading in readings if reading not in gone]
    assert shelf.links == link(left)
    relink(shelf, come=gone)
    assert shelf.links == link(readings)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(3, 12), way=st.randoms(use_true_random=False))
def test_an_edited_article_takes_the_place_of_what_it_was(seed, count, way):
    before, after = corpus(seed, count), corpus(seed, count, version=1)
    shelf = Memory()
    in_steps(shelf, before, way)
    for old, new in zip(before, after, strict=True):
        relink(shelf, gone=[document_rank(old.document)], come=[new])
    assert shelf.links == link(after)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(2, 12), way=st.randoms(use_true_random=False))
def test_judgements_come_and_are_taken_back(seed, count, way):
    readings = corpus(seed, count)
    mentions = [mention.id for reading in readings for mention in reading.mentions]
    shelf = Memory()
    half = len(readings) // 2
    in_steps(shelf, readings[:half], way)
    pairs = [tuple(sorted(way.choices(mentions, k=2))) for _ in range(4)]
    judged = JudgedPairs(tuple(sorted(set(pairs[:2]))), tuple(sorted(set(pairs[2:]))))
    relink(shelf, judged=judged)
    in_steps(shelf, readings[half:], way)
    assert shelf.links == link(readings, judged.apart, judged.together)
    relink(shelf, judged=JudgedPairs())
    assert shelf.links == link(readings)


def test_ids_of_claims_stay_while_later_documents_come():
    readings = sorted(corpus(7, 14), key=lambda r: document_rank(r.document))
    shelf = Memory()
    ids = set()
    for reading in readings:
        relink(shelf, come=[reading])
        now = {claim.id: set(claim.mentions) for claim in shelf.links.claims}
        first = {claim.mentions[0] for claim in shelf.links.claims}
        assert len(first) == len(now)
        lost = ids - now.keys()
        assert len(lost) <= 1 + len(ids) // 10  # only where two claims turn out to be one
        ids = set(now)


def incident(name, village, dead, at):
    """A report in the words in which that paper always reports."""
    told = f"{dead} soldiers were killed at {village}"
    text = (
        f"Staff of the {name} Guard said that {told}. Residents of {village} spent the night in "
        f"cellars. The price of bread in {village} has doubled since autumn.\n"
    )
    report = Report(name, text, f"2031-03-{at:02d}T10:00:00Z")
    report.say(
        told, f"Staff of the {name} Guard", figure=killed(dead), places=[town(village, at, dead)]
    )
    return report.reading


def test_an_early_report_of_another_incident_makes_no_later_one_its_copy():
    villages = ("Velin", "Tarsk", "Kalen", "Sela", "Ruma")
    later = [incident(f"G{v}", v, 40 + at, 10 + at) for at, v in enumerate(villages)]
    shelf = Memory()
    relink(shelf, come=later)
    before = shelf.links
    relink(shelf, come=[incident("Brelan", "Lesna", 17, 2)])
    assert shelf.links.copies == before.copies == ()
    assert set(before.claims) <= set(shelf.links.claims)


def test_an_unrelated_document_changes_no_claim_and_no_edge():
    readings = corpus(3, 12)
    shelf = Memory()
    relink(shelf, come=readings)
    before = shelf.links
    stranger = Report(
        "s", "Bakers in Lisbon met on Friday, the guild said.", "2030-01-01T00:00:00Z"
    )
    stranger.say("Bakers in Lisbon met on Friday", "guild")
    relink(shelf, come=[stranger.reading])
    assert set(before.claims) <= set(shelf.links.claims)
    assert len(shelf.links.claims) == len(before.claims) + 1
