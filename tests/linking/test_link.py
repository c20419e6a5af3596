"""What linking as a whole promises: one result, whatever the order or repetition of readings."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.ids import stable_id
from twosource.linking import link
from twosource.model import Links, Status

from .sample import Report, claim_of, days, killed, readings, town


def story():
    wire = Report(
        "wire",
        "Forty-one soldiers of the Northern Army were killed at Velin on Monday, the Northern "
        "Ministry of Defence said.\n\nThe Southern Staff denied any attack on the town.\n\n"
        "Its troops had taken the village of Orm, the Southern Staff said.",
        "2031-03-03T10:00:00Z",
    )
    wire.say(
        "Forty-one soldiers of the Northern Army were killed at Velin on Monday",
        "Northern Ministry of Defence",
        figure=killed(41),
        places=[town("Velin", 50.1, 20.1)],
        time=days("2031-03-03"),
    )
    wire.say("any attack on the town", "Southern Staff", denied=True)
    wire.say("Its troops had taken the village of Orm", "Southern Staff")
    copy = Report("copy", wire.document.text.replace("Forty-one", "41"), "2031-03-03T12:00:00Z")
    copy.say(
        "41 soldiers of the Northern Army were killed at Velin on Monday",
        "Northern Ministry of Defence",
        figure=killed(41),
        time=days("2031-03-03"),
    )
    other = Report(
        "other",
        "A nurse at Velin's hospital counted 41 dead soldiers on Monday. "
        "A monitor said 52 soldiers of the Northern Army died there that day.",
        "2031-03-04T07:00:00Z",
    )
    other.say(
        "41 dead soldiers on Monday",
        "nurse at Velin's hospital",
        figure=killed(41),
        places=[town("Velin", 50.1, 20.1)],
        time=days("2031-03-03"),
    )
    other.say(
        "52 soldiers of the Northern Army died there that day",
        "Frontline Monitor",
        figure=killed(52),
        places=[town("Velin", 50.1, 20.1)],
        time=days("2031-03-03"),
    )
    return readings(wire, copy, other)


def test_nothing_gives_nothing():
    assert link([]) == Links()


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(3)), st.lists(st.integers(0, 2), max_size=3))
def test_order_and_repetition_do_not_matter(order, again):
    told = story()
    assert link([told[at] for at in [*order, *again]]) == link(told)


def test_every_mention_is_in_exactly_one_claim():
    told = story()
    links = link(told)
    inside = sorted(mention for claim in links.claims for mention in claim.mentions)
    assert inside == sorted(m.id for reading in told for m in reading.mentions)


def test_a_claim_is_named_after_its_earliest_mention():
    links = link(story())
    assert claim_of(links, "other-1").id == stable_id("c", "wire-1")


def test_the_story_is_told_right():
    links = link(story())
    toll = claim_of(links, "wire-1")
    assert set(toll.mentions) >= {"wire-1", "copy-1", "other-1"}
    assert toll.independent_origins == 2
    assert toll.status is Status.CONTESTED  # the monitor's 52 excludes it
    assert [(copy.document, copy.original) for copy in links.copies] == [("copy", "wire")]
    assert {c.type.value for c in links.conflicts} >= {"figure"}


def test_every_merge_is_explained_by_a_line_that_names_two_mentions():
    for claim in link(story()).claims:
        assert len(claim.why) == len(claim.mentions) - 1
        assert all(re.match(r"\S+ \+ \S+: .", line) for line in claim.why)


def test_a_persons_split_holds_for_ever():
    links = link(story(), apart=[("wire-1", "copy-1")])
    assert claim_of(links, "wire-1") != claim_of(links, "copy-1")


def test_a_persons_merge_overrides_what_the_machine_would_keep_apart():
    links = link(story(), together=[("wire-3", "other-2")])
    joined = claim_of(links, "wire-3")
    assert "other-2" in joined.mentions
    assert any("person" in line for line in joined.why)


def test_a_split_wins_over_a_merge():
    pair = ("wire-1", "other-1")
    links = link(story(), apart=[pair], together=[pair])
    assert claim_of(links, "wire-1") != claim_of(links, "other-1")
