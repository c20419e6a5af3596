"""Words as numbers: equal words, the weight of what is shared, and those that make blocks."""

import math

from hypothesis import given
from hypothesis import strategies as st

from twosource.linking.terms import UNIT, bag, telling, whole
from twosource.linking.weights import weight
from twosource.linking.words import stems

TEXT = "The 41 soldiers from Velin-Orm held the bridge; 1,450 people slept at the station."
WORDS = st.sampled_from([*TEXT.split(), "Tarsk", "the", "soldier", "it's", "1450", "—"])


@given(words=st.lists(WORDS))
def test_the_weight_of_a_bag_is_that_of_its_stems(words):
    text = " ".join(words)
    stemmed = set(stems(text))
    assert len(bag(text)) == len(stemmed)
    assert math.isclose(whole(bag(text)) / UNIT, sum(map(weight, stemmed)), abs_tol=1e-4)


@given(one=st.lists(WORDS), other=st.lists(WORDS))
def test_what_two_texts_share_is_their_common_stems(one, other):
    one, other = " ".join(one), " ".join(other)
    shared = set(stems(one)) & set(stems(other))
    assert math.isclose(whole(bag(one) & bag(other)) / UNIT, sum(map(weight, shared)), abs_tol=1e-4)


def test_a_very_long_text_weighs_what_its_words_weigh():
    text = " ".join(f"{number}7" for number in range(10_000, 60_000))
    assert whole(bag(text)) == 50_000 * 5 * UNIT


def test_names_and_uncommon_words_tell_and_the_lowest_come_first():
    few = telling(bag("Velin and Tarsk said that it was the same"), 9)
    assert set(few) == set(telling(bag("velin tarsk"), 9))
    assert few == sorted(few)
    assert telling(bag("Velin Tarsk"), 1) == few[:1]
