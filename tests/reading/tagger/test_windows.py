"""Windows cover a text, overlap as they must, and hold no more than that needs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.tagger.windows import layout

LENGTH, OVERLAP = 384, 64


@given(st.integers(1, 60_000))
def test_windows_cover_the_text_and_share_what_they_must(count):
    windows = layout(count, LENGTH, OVERLAP)
    assert (windows[0][0], windows[-1][1]) == (0, count)
    assert all(end - start <= LENGTH - 2 for start, end in windows)
    shared = [before[1] - after[0] for before, after in pairwise(windows)]
    assert all(OVERLAP - 1 <= each <= OVERLAP + 1 for each in shared)


@given(st.integers(LENGTH, 60_000))
def test_one_window_fewer_would_not_do(count):
    fewer = len(layout(count, LENGTH, OVERLAP)) - 1
    assert fewer * (LENGTH - 2) - (fewer - 1) * OVERLAP < count
