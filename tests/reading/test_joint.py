"""What the tagger adds to the rules touches nothing that they found, in a text of any length."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.joint import _Cover

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda s: (s[0], sum(s))))


@given(SPANS, SPANS)
def test_spans_touch_where_they_share_a_character(known, found):
    shared = any(a < d and c < b for a, b in found for c, d in known)
    assert _Cover(known).touches(tuple(found)) is shared
