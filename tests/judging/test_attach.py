"""A judgement finds its mention in another version or reading by its words, or finds none."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.judging.sample import TEXT, at, document, edited, mention, mined, toll

from twosource.judging import anchored, attach
from twosource.model import Mention

DOC = document()
TOLL, MINED = toll(DOC), mined(DOC)


def test_by_id_whatever_else() -> None:
    assert attach(anchored(TOLL, DOC), DOC.text, [MINED, TOLL]) == TOLL


def test_in_a_version_with_words_before_it() -> None:
    new = edited(DOC, "UPDATED. " + TEXT)
    moved = [toll(new), mined(new)]
    assert attach(anchored(MINED, DOC), new.text, moved) == moved[1]


def test_another_readers_punctuation_does_not_matter() -> None:
    start, end = at("the bridge was likely mined.")
    wider = replace(MINED, id="m-other", content=((start, end),))
    assert attach(anchored(MINED, DOC), DOC.text, [TOLL, wider]) == wider


def test_never_to_a_mention_that_only_resembles_it() -> None:
    new = edited(DOC, TEXT.replace("likely mined", "likely rigged"))
    other = mention(new, "the bridge was likely rigged", "said", "Officials")
    assert attach(anchored(MINED, DOC), new.text, [other]) is None
    shorter = mention(DOC, "the bridge was likely")
    assert attach(anchored(MINED, DOC), DOC.text, [shorter]) is None


def test_words_that_stand_twice_now_belong_to_neither() -> None:
    new = edited(DOC, "Officials said the bridge was likely mined. " + TEXT)
    anywhere = replace(
        anchored(MINED, DOC),
        content=tuple(replace(a, prefix="", suffix="") for a in anchored(MINED, DOC).content),
    )
    start = new.text.rindex("the bridge was likely mined")
    found = replace(MINED, id="m-x", content=((start, start + 27),))
    assert attach(anywhere, new.text, [found]) is None


def test_one_content_credited_twice_is_told_apart_by_its_credit() -> None:
    a = mention(DOC, "the bridge was likely mined", "said", "Officials")
    b = mention(DOC, "the bridge was likely mined", "reported", "Volna")
    judged = anchored(a, DOC)
    again = [replace(b, id="m-1"), replace(a, id="m-2")]
    assert attach(judged, DOC.text, again) == again[1]
    assert attach(replace(judged, cue=(), source=()), DOC.text, again) is None


@given(st.integers(0, len(TEXT)), st.text(max_size=30), st.sampled_from([TOLL, MINED]))
def test_after_any_insertion_it_stands_on_the_same_words_or_nowhere(
    where: int, inserted: str, of: Mention
) -> None:
    new = edited(DOC, TEXT[:where] + inserted + TEXT[where:]) if inserted else DOC
    length = of.content[0][1] - of.content[0][0]
    every = [  # every reading a reader could make: all spans of the judged length
        replace(of, id=f"m-{s}", content=((s, s + length),))
        for s in range(len(new.text) - length + 1)
    ]
    found = attach(anchored(of, DOC), new.text, every)
    if found is not None:
        (start, end), (first, last) = found.content[0], of.content[0]
        assert new.text[start:end].strip() == TEXT[first:last].strip()
