"""Words as numbers: equal words, the weight of what is shared, and those that make blocks."""

import math

from hypothesis import given
from hypothesis import strategies as st

from twosource.linking.terms import UNIT, bag, names, numbers, pieces, said, telling, whole
from twosource.linking.weights import weight
from twosource.linking.words import stems

TEXT = "The 41 soldiers from Velin-Orm held the bridge; 1,450 people slept at the station."


def words(text):
    return bag(said(pieces(text)))


WORDS = st.sampled_from([*TEXT.split(), "Tarsk", "the", "soldier", "it's", "1450", "—"])


@given(told=st.lists(WORDS))
def test_the_weight_of_a_bag_is_that_of_its_stems(told):
    text = " ".join(told)
    stemmed = set(stems(text))
    assert len(words(text)) == len(stemmed)
    assert math.isclose(whole(words(text)) / UNIT, sum(map(weight, stemmed)), abs_tol=1e-4)


@given(one=st.lists(WORDS), other=st.lists(WORDS))
def test_what_two_texts_share_is_their_common_stems(one, other):
    one, other = " ".join(one), " ".join(other)
    shared = set(stems(one)) & set(stems(other))
    assert math.isclose(
        whole(words(one) & words(other)) / UNIT, sum(map(weight, shared)), abs_tol=1e-4
    )


def test_a_very_long_text_weighs_what_its_words_weigh():
    text = " ".join(f"{number}7" for number in range(10_000, 60_000))
    assert whole(words(text)) == 50_000 * 5 * UNIT


def test_names_and_uncommon_words_tell_and_the_lowest_come_first():
    few = telling(words("Velin and Tarsk said that it was the same"), 9)
    assert set(few) == set(telling(words("velin tarsk"), 9))
    assert few == sorted(few)
    assert telling(words("Velin Tarsk"), 1) == few[:1]


def test_names_and_numbers_are_told_from_words():
    found = words("Some 7 soldiers, or 1,450, from Velin and Orm foundered")
    assert names(found) == words("Velin Orm")
    assert numbers(found) == words("1450")


@given(text=st.text("aZ7.\u00df\u0130\u4e00 \n\t\x1c\x1f\xa0\u2003\ud800"))
def test_pieces_are_what_stands_between_spaces_of_any_kind(text):
    found = [piece.decode("utf-8", "surrogatepass") for piece in pieces(text)]
    assert found == text.casefold().split()
