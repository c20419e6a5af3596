"""What a mention looks like is the machine's reading plus what people decided, nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.judging.sample import at, document, edited, made, mention, mined, toll

from twosource.judging import JudgementKind, judged
from twosource.judging.apply import confirmed
from twosource.judging.fields import Field, put, stored
from twosource.judging.judgement import Confirmed
from twosource.judging.shown import shown
from twosource.judging.sound import Unfit
from twosource.judging.typed import known_place, parsed
from twosource.model import (
    Certainty,
    ClaimKind,
    Evidence,
    Mention,
    Named,
    Place,
    Polarity,
    Precision,
    Quote,
    TimeFrame,
)

DOC = document()
TOLL = toll(DOC)
MINED = mined(DOC)


def amended(field: str, typed: str, of: Mention = TOLL) -> Mention:
    value = parsed(of, Field(field), typed, DOC.text, known_place)
    j = made(JudgementKind.AMEND, of, of=DOC, field=field, value=value)
    result = judged(of, [(j, of.id)], DOC.text)
    assert result.unfit == ()
    assert result.machine == of
    return result.mention


@pytest.mark.parametrize("field", list(Field))
@pytest.mark.parametrize("of", [TOLL, MINED])
def test_every_value_can_be_stored_and_put_back(field: Field, of: Mention) -> None:
    assert put(of, field, stored(of, field, DOC.text), DOC.text) == of


@pytest.mark.parametrize("field", [f for f in Field if f not in (Field.CONTENT, Field.KIND)])
def test_every_value_can_be_carried_to_another_mention(field: Field) -> None:
    value = stored(TOLL, field, DOC.text)
    assert stored(put(MINED, field, value, DOC.text), field, DOC.text) == value


@pytest.mark.parametrize("field", [Field.FIGURE, Field.PLACES, Field.TIME, Field.TRANSFER])
def test_what_is_shown_can_be_typed_again(field: Field) -> None:
    typed = shown(field, stored(TOLL, field, DOC.text))
    again = put(TOLL, field, parsed(TOLL, field, typed, DOC.text), DOC.text)
    assert shown(field, stored(again, field, DOC.text)) == typed


def test_plain_words_are_amended() -> None:
    assert amended("evidence", "imagery").evidence is Evidence.IMAGERY
    assert amended("certainty", "probable").certainty is Certainty.PROBABLE
    assert amended("polarity", "denied").polarity is Polarity.DENIED
    assert amended("time_frame", "past").time_frame is TimeFrame.PAST
    assert amended("kind", "attack").values.kind is ClaimKind.ATTACK
    assert amended("quote", "mixed").quote is Quote.MIXED
    assert amended("named", "collective").named is Named.COLLECTIVE


def test_spans_are_amended_by_words_or_by_position() -> None:
    start, end = at("Lesna depot")
    assert amended("content", "Lesna depot").content == ((start, end),)
    assert amended("content", f"{start}:{end}").content == ((start, end),)
    assert amended("source", "none").source == ()
    two = amended("content", "Forty guards … the Lesna depot").content
    assert two == (at("Forty guards"), at("the Lesna depot"))


def test_values_are_amended() -> None:
    figure = amended("figure", "measure=wounded; low=30; unit=person").values.figure
    assert figure is not None
    assert (figure.measure, figure.low, figure.high, figure.spans) == ("wounded", 30, None, ())
    assert amended("figure", "none").values.figure is None
    time = amended("time", "2031-03-01/2031-03-04").values.time
    assert time is not None
    assert (time.start, time.end) == ("2031-03-01", "2031-03-04")
    places = amended("places", "name=Depot 7; lat=1.5; lon=-2; precision=point").values.places
    assert places == (Place("Depot 7", 1.5, -2, Precision.POINT),)
    assert amended("places", "Iceland").values.places[0].country == "IS"
    transfer = amended("transfer", "from=Meria; what=grain").values.transfer
    assert transfer is not None
    assert (transfer.giver, transfer.receiver, transfer.what) == ("Meria", None, "grain")
    assert amended("actors", "Meria | Aldria").values.actors == ("Meria", "Aldria")


def test_a_chain_keeps_the_words_of_the_links_that_stay() -> None:
    chain = amended("chain", "Volna < Defence Committee < Ministry of Defence").relays
    assert [r.name for r in chain] == ["Volna", "Defence Committee", "Ministry of Defence"]
    assert chain[0] == TOLL.relays[0]
    assert chain[2] == TOLL.relays[1]
    assert chain[1].spans == ()


@pytest.mark.parametrize(
    ("field", "typed", "line"),
    [
        ("evidence", "rumour", "evidence is one of official, "),
        ("content", "none", "a mention says something"),
        ("content", "bridge", "stands 2 times"),
        ("content", "submarine", "does not stand"),
        ("content", "5:900000", "outside a text"),
        ("content", "20:30,10:15", "out of order"),
        ("content", "20:20", "empty span"),
        ("figure", "low=3; high=2", "low 3 is more than high 2"),
        ("figure", "low=1e999", "without end"),
        ("figure", "low=dozens", "is no number"),
        ("figure", "colour=red", "known are measure"),
        ("figure", "low", "no key=value"),
        ("places", "name=X; lat=91; lon=0; precision=city", "not on earth"),
        ("places", "name=X; lat=1; precision=city", "both lat and lon"),
        ("places", "Xyzzyville", "no single place"),
        ("time", "March", "no day as YYYY-MM-DD"),
        ("time", "2031-03-05/2031-03-01", "is after"),
        ("actors", "a | \x00b", "control characters"),
        ("chain", "a <  < b", "empty name"),
        ("actors", "x" * 600, "600 characters"),
    ],
)
def test_what_a_field_does_not_take_is_refused_with_one_line(
    field: str, typed: str, line: str
) -> None:
    with pytest.raises(Unfit, match=line) as caught:
        put(TOLL, Field(field), parsed(TOLL, Field(field), typed, DOC.text), DOC.text)
    assert "\n" not in str(caught.value)


def test_the_reason_says_who_and_when_and_the_machines_word_is_kept_beside() -> None:
    j = made(JudgementKind.AMEND, TOLL, of=DOC, field="evidence", value="imagery")
    result = judged(TOLL, [(j, TOLL.id)], DOC.text)
    (change,) = result.changes
    assert (change.field, change.machine, change.value) == ("evidence", "official", "imagery")
    (reason,) = [r for r in result.mention.reasons if r.field == "evidence"]
    assert reason.rule == "judged by Ada, 2031-04-01: as the text says"
    assert result.mention.id == TOLL.id


def test_the_later_of_accept_and_reject_holds() -> None:
    accept = made(JudgementKind.ACCEPT, TOLL, minute=1)
    reject = made(JudgementKind.REJECT, TOLL, minute=2)
    both = [(accept, TOLL.id), (reject, TOLL.id)]
    assert judged(TOLL, both, DOC.text).rejected
    assert judged(TOLL, both[::-1], DOC.text).accepted


def test_an_accepted_reading_stands_when_the_machine_reads_otherwise_later() -> None:
    right = tuple(Confirmed(TOLL.id, f, v) for f, v in confirmed(TOLL, DOC.text))
    accept = made(JudgementKind.ACCEPT, TOLL, of=DOC, confirmed=right)
    assert judged(TOLL, [(accept, TOLL.id)], DOC.text).changes == ()
    later = replace(TOLL, evidence=Evidence.MEDIA)
    result = judged(later, [(accept, TOLL.id)], DOC.text)
    assert result.mention.evidence is Evidence.OFFICIAL
    assert [(c.field, c.machine) for c in result.changes] == [("evidence", "media")]


def test_reattribution_names_another_asserter_or_nobody() -> None:
    j = made(JudgementKind.REATTRIBUTE, TOLL, value="Coast Guard")
    now = judged(TOLL, [(j, TOLL.id)], DOC.text).mention
    assert now.chain == ("Volna", "Coast Guard")
    assert now.named is Named.NAMED
    j = made(JudgementKind.REATTRIBUTE, TOLL, value="")
    now = judged(TOLL, [(j, TOLL.id)], DOC.text).mention
    assert (now.chain, now.source, now.cue, now.quote) == ((), (), (), Quote.NONE)
    j = made(JudgementKind.REATTRIBUTE, mention(DOC, "The bridge"), value="Volna")
    assert judged(mention(DOC, "The bridge"), [(j, "x")], DOC.text).mention.asserter == "Volna"


def test_an_amendment_on_words_that_are_gone_does_not_fit_and_changes_nothing() -> None:
    value = parsed(TOLL, Field.SOURCE, "Officials", DOC.text)
    j = made(JudgementKind.AMEND, TOLL, of=DOC, field="source", value=value)
    other = edited(DOC, DOC.text.replace("Officials", "Soldiers"))
    here = replace(toll(other))
    result = judged(here, [(j, TOLL.id)], other.text)
    assert result.unfit == (j,)
    assert result.mention == here


@given(st.sampled_from(list(Field)), st.text(max_size=60))
def test_hostile_stored_values_never_break_a_reading(field: Field, value: str) -> None:
    j = made(JudgementKind.AMEND, TOLL, of=DOC, field=field.value, value=value)
    result = judged(TOLL, [(j, TOLL.id)], DOC.text)
    assert result.unfit in ((), (j,))


@given(st.text(max_size=40), st.sampled_from(list(Field)))
def test_whatever_is_typed_is_stored_or_refused(typed: str, field: Field) -> None:
    try:
        value = parsed(TOLL, field, typed, DOC.text, known_place)
        again = put(TOLL, field, value, DOC.text)
    except Unfit:
        return
    assert stored(again, field, DOC.text) == value
