from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.sample import DOCUMENTS, MENTIONS, WIRE

from twosource.model import Mention, Quote
from twosource.publishing.marking import context, runs

TEXT = "abcdefghij" * 3


def mention(content=(), cue=(), source=()):
    return Mention("m", "d", content, cue, source, Quote.NONE)


def pieces(size):
    edge = st.integers(0, size)
    span = st.tuples(edge, edge).map(lambda s: (min(s), max(s)))
    return st.lists(span, max_size=3).map(tuple)


@given(st.lists(st.builds(mention, pieces(30), pieces(30), pieces(30)), max_size=6), pieces(30))
def test_runs_give_the_text_back_and_know_every_mention_that_covers_them(mentions, copied):
    found = runs(TEXT, mentions, copied)
    assert "".join(run.text for run in found) == TEXT
    for run in found:
        middle = range(run.start, run.start + len(run.text))
        for index, m in enumerate(mentions):
            covers = {any(s <= at < e for s, e in m.content) for at in middle}
            assert covers == {index in run.mentions}
        assert {any(s <= at < e for s, e in copied) for at in middle} == {run.copied is not None}


@given(st.lists(st.builds(mention, pieces(30)), max_size=6))
def test_every_mention_opens_once_where_its_words_begin(mentions):
    opened = [(i, run.start) for run in runs(TEXT, mentions) for i in run.opens]
    wanted = [
        (i, min(s for s, e in m.content if s < e))
        for i, m in enumerate(mentions)
        if any(s < e for s, e in m.content)
    ]
    assert sorted(opened) == wanted


def test_the_shorter_of_two_nested_statements_gives_the_colour():
    own = [m for m in MENTIONS if m.document == "wire"]
    inner = next(r for r in runs(WIRE, own) if r.text.startswith("soldiers were killed"))
    assert [own[i].id for i in inner.mentions] == ["m-wire-toll", "m-wire-place"]


def test_spans_outside_the_text_are_cut_to_it():
    found = runs("short", [mention(((2, 999),))])
    assert [(r.text, r.mentions) for r in found] == [("sh", ()), ("ort", (0,))]


def test_an_empty_text_has_no_runs():
    assert runs("", [mention(((0, 4),))]) == ()


@given(st.integers(0, len(WIRE)), st.integers(0, 80))
def test_context_holds_the_words_and_stays_within_the_paragraph(start, length):
    spans = ((start, min(len(WIRE), start + length)),)
    low, high = context(WIRE, spans, room=20)
    assert 0 <= low <= spans[0][0] <= spans[0][1] <= high <= len(WIRE)
    assert "\n" not in WIRE[low : spans[0][0]]
    assert "\n" not in WIRE[spans[0][1] : high]


def test_the_sample_is_anchored():
    texts = {d.id: d.text for d in DOCUMENTS}
    for m in MENTIONS:
        assert all(0 <= s < e <= len(texts[m.document]) for s, e in m.content)
