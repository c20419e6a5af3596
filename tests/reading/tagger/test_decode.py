"""What the decoder promises: planted labels and links come back as the attributions they mean."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.reading.tagger.decode import attributions
from twosource.reading.tagger.pieces import Pieces, quote_states
from twosource.reading.tagger.runs import Scores, View, best_path
from twosource.reading.tagger.windows import trust

LABELS = {"O": 0, "c": 1, "C": 2, "s": 3, "S": 4, "q": 5, "Q": 6}  # small letter: begin


def planted(marks: str, links: dict[int, int]) -> tuple[Pieces, Scores]:
    """One word a mark; ``links`` sends the words of a span to the word where its cue begins."""
    count = len(marks)
    spans = np.array([(4 * i, 4 * i + 3) for i in range(count)])
    flat = np.zeros(count, dtype=np.int64)
    pieces = Pieces(flat, spans, flat, flat, flat, np.ones(count, dtype=np.int64), flat, flat)
    labels = np.full((count, 7), -5.0, dtype=np.float32)
    for i, mark in enumerate(marks):
        labels[i, LABELS[mark]] = 5.0
    heads = 8 * np.eye(count, dtype=np.float32)
    tails = np.zeros((count, count), dtype=np.float32)
    for word, cue in links.items():
        tails[word, cue] = 8.0
    return pieces, Scores(labels, (View(0, tails, heads, trust(count, 0, count)),))


def test_source_cue_and_content_come_back_whole():
    (found,) = attributions(*planted("sSqcCCO", {0: 2, 1: 2, 3: 2, 4: 2, 5: 2}))
    assert found.source == ((0, 7),)
    assert found.cue == ((8, 11),)
    assert found.content == ((12, 23),)


def test_a_content_around_its_cue_is_one():
    (found,) = attributions(*planted("cCqscC", {0: 2, 1: 2, 3: 2, 4: 2, 5: 2}))
    assert found.content == ((0, 7), (16, 23))


def test_two_acts_of_reporting_stay_two():
    found = attributions(*planted("sqcCOsqcC", {0: 1, 2: 1, 3: 1, 5: 6, 7: 6, 8: 6}))
    assert [a.source for a in found] == [((0, 3),), ((20, 23),)]


def test_a_far_content_is_not_joined_to_another_ones_cue():
    marks = "sqcC" + "O" * 80 + "cC"
    found = attributions(*planted(marks, {0: 1, 2: 1, 3: 1, 84: 1, 85: 1}))
    assert len(found) == 2


def test_a_source_before_two_verbs_is_credited_with_both():
    """As in "He denounced the plan and said that …": the source hangs on the second verb."""
    marks, links = "sqcCOqcC", {0: 5, 2: 1, 3: 1, 6: 5, 7: 5}
    found = attributions(*planted(marks, links))
    assert [a.source for a in found] == [((0, 3),), ((0, 3),)]


def test_a_word_that_hardly_looks_like_a_source_is_none():
    pieces, scores = planted("OqcC", {0: 1, 2: 1, 3: 1})
    for chance, known in ((-4.5, False), (-0.5, True)):
        scores.labels[0, LABELS["s"]] = 5.0 + chance  # less sure than being nothing, by so much
        (found,) = attributions(pieces, scores)
        assert bool(found.source) is known


def test_links_are_compared_within_a_window_only():
    """The second window shows a strong cue at word 7; what word 3 seeks there means nothing."""
    marks, width = "sqcCOOOOOOOO", 12
    pieces, alone = planted(marks, {0: 1, 2: 1, 3: 1})
    (whole,) = alone.views
    strong = np.zeros((8, width), np.float32)
    strong[3] = 30.0  # word 7 in the second window
    first = View(0, whole.tails[:6], whole.heads[:6], trust(12, 0, 6))
    second = View(4, np.ones((8, width), np.float32), strong, trust(12, 4, 12))
    assert attributions(pieces, Scores(alone.labels, (first, second))) == attributions(
        pieces, alone
    )


def test_windows_are_trusted_for_their_middle_and_at_the_ends_of_the_text():
    assert list(trust(9, 2, 7)) == [1, 2, 3, 2, 1]
    assert min(trust(9, 0, 9)) == max(trust(9, 0, 9))
    assert list(trust(9, 5, 9)) == [1, 2, 3, 4]


@given(st.lists(st.lists(st.floats(-9, 9), min_size=7, max_size=7), max_size=30))
def test_a_path_is_always_legal(rows):
    path = best_path(np.array(rows, dtype=np.float32).reshape(-1, 7))
    for before, label in pairwise([0, *path]):
        if label in (2, 4, 6):
            assert before in (label, label - 1)


@pytest.mark.parametrize("marks", ["“”", "«»", '""'])
def test_marks_of_every_style_open_and_close(marks):
    states = quote_states(f"a {marks[0]}b{marks[1]} c")
    assert list(states) == [0, 0, 2, 1, 2, 0, 0]
