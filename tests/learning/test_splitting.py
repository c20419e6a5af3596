"""A document is learnt from or measured on, never both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.learning.annotated import Annotated
from twosource.learning.splitting import split

TEXTS = st.lists(st.text("abc", min_size=1), min_size=2, max_size=30)


@given(TEXTS, st.floats(0.01, 0.9), st.integers())
def test_sides_share_no_text_and_lose_none(texts, share, seed):
    documents = [Annotated(str(n), text, ()) for n, text in enumerate(texts)]
    if len(set(texts)) < 2:
        with pytest.raises(ValueError, match="two different"):
            split(documents, share, seed)
        return
    parts = split(documents, share, seed)
    assert sorted((*parts.learnt, *parts.held), key=str) == sorted(documents, key=str)
    assert not {d.text for d in parts.learnt} & {d.text for d in parts.held}
    assert parts.learnt
    assert parts.held


@given(st.sets(st.text("abcd", min_size=3), min_size=10, max_size=20), st.randoms())
def test_order_does_not_matter(texts, rng):
    documents = [Annotated("x", text, ()) for text in sorted(texts)]
    shuffled = rng.sample(documents, len(documents))
    held = {d.text for d in split(documents, 0.3, 7).held}
    assert {d.text for d in split(shuffled, 0.3, 7).held} == held
