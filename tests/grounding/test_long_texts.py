"""What is looked up near a span rather than in the whole text is the same as in the whole text."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.grounding.page import about, open_page, touches
from twosource.model import Document
from twosource.reading.cover import Cover
from twosource.reading.parsed import parse

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 300)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(SPANS), SPANS)
def test_stretches_are_met_where_one_of_their_spans_is_touched(spans, span):
    assert Cover(spans).touches((span,)) == touches(span, tuple(spans))


@given(st.lists(SPANS), SPANS)
def test_nothing_that_touches_a_span_is_missed_near_it(spans, span):
    items = sorted(spans)
    near = about(items, span, lambda item: item[0])
    assert [i for i in items if touches(i, (span,))] == [i for i in near if touches(i, (span,))]


def test_times_and_quantities_stand_in_text_order_and_are_found_near_their_words():
    text = (
        "On 3 May some 40 tanks came.\nAt least 1,200 to 1,500 men left on Friday, 7 June 2013.\n"
    )
    page = open_page(Document("1", "1", text * 30, ""), parse(text * 30))
    assert [t.span for t in page.times] == sorted(t.span for t in page.times)
    assert [q.core for q in page.quantities] == sorted(q.core for q in page.quantities)
    for timex in page.times:
        assert timex in page.times_near(timex.span)
    for quantity in page.quantities:
        assert quantity in page.quantities_near(quantity.core)
        assert len(page.quantities_near(quantity.core)) < 40
    for offset in range(0, len(page.text), 7):
        before = [p for p in page.parsed.paragraphs if p[0] <= offset]
        assert page.paragraph(offset) == before[-1]
