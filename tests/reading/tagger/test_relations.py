"""Texts of every kind and length through the tagger: the real runtime, a toy network."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.reading.tagger.relations import STRETCH, hints, relations
from twosource.reading.tagger.session import load

TEXT = "Brel said nobody was hurt. The ministry added two trains burnt."


def words(text, spans):
    return [text[a:b] for a, b in spans]


def read(toy, text, told=None):
    return relations(load(toy), text, told)


def test_spans_are_those_of_the_text(toy):
    one, other = read(toy, TEXT)
    assert words(TEXT, one.content) == ["nobody was hurt"]
    assert (words(TEXT, one.source), words(TEXT, one.cue)) == (["Brel"], ["said"])
    assert (words(TEXT, other.source), words(TEXT, other.cue)) == (["ministry"], ["added"])
    assert 0 < one.score <= 1


def test_what_the_rules_found_is_heard(toy):
    told = ((((0, 4),), (), ((5, 9),)),)  # Brel is content, says this
    assert words(TEXT, read(toy, TEXT, told)[0].content) == ["Brel", "nobody was hurt"]
    assert read(toy, TEXT, hints(())) == read(toy, TEXT)


def test_a_long_text_reads_as_its_stretches_do(toy):
    """Cut where no sentence goes on, every paragraph reads as it does alone."""
    line = TEXT + "\n"
    count = 3 * STRETCH // len(line)
    found = read(toy, line * count)
    alone = read(toy, TEXT)
    assert len(found) == count * len(alone)
    for n, each in enumerate(found):
        at = n // len(alone) * len(line)
        assert words(line, ((a - at, b - at) for a, b in each.cue)) in (["said"], ["added"])


def test_what_stands_beside_a_text_changes_nothing(toy):
    """A paragraph far away is another window: scores stay what they are to the last bit."""
    text = "\n".join([TEXT] * 40)
    assert read(toy, text)[0] == read(toy, text + "\n" + "Others wait. " * 400)[0]


STRANGE = {
    "punctuation": "?!… — ,;.:()[]{}«»“”\"'" * 400,
    "emoji": "🛰️👩‍👩‍👧🇺🇦🏴󠁧󠁢󠁥󠁮󠁧󠁿" * 800,
    "hangul": "국가정보원은 오늘 밝혔다. " * 800,
    "cyrillic": "Министерство обороны сообщило, что мост цел. " * 500,
    "white space": " \n\t\r\u2028\u00a0" * 2000,
    "one word": "a" * 60_000,
    "combining": "é̷̛" * 9000,
    "null": "\0" * 3000 + TEXT,
    "surrogate pairs": "𝔘𝔫𝔡 " * 4000,
    "one sentence": "and the bridge held " * 12_500,  # 50,000 words
    "nothing": "",
}


@pytest.mark.parametrize("name", STRANGE)
def test_texts_that_are_no_reporting(name, toy):
    text = STRANGE[name]
    for told in (None, ()):
        for each in read(toy, text, told):
            for start, end in (*each.content, *each.cue, *each.source):
                assert 0 <= start < end <= len(text)


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_ordered_spans_inside_it(toy, text):
    for each in read(toy, text):
        assert each.content
        assert list(each.content) == sorted(each.content)
        assert all(0 <= a < b <= len(text) for a, b in (*each.content, *each.cue, *each.source))


def test_memory_does_not_grow_with_the_text(toy):
    """Python's own share; `docs/model-card.md` has the whole process on two million words."""

    def peak(text):
        tracemalloc.start()
        assert read(toy, text) == ()
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    stretch = "the, the.\n" * (STRETCH // 10)
    assert peak(stretch * 4) < 1.5 * peak(stretch)
