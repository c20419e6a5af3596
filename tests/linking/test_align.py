"""Alignment: what is left undone changes nothing that is found."""

from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from twosource.linking import copies
from twosource.linking.align import align, cut, may_share
from twosource.linking.copies import REWORDED_CREDITED, SHARE, find_copies
from twosource.model import Document

SENTENCES = (
    "Forty-one soldiers were killed at Velin on Monday, the ministry said.",
    "On Monday at Velin 41 soldiers were killed, said the ministry of defence.",
    "The bridge over the Lesna was closed to lorries after two shells hit its pier.",
    "Two shells hit the northern pier, and lorries were kept from the Lesna bridge.",
    "Trains between Orm and Kalen stopped at noon, and 1,400 travellers slept there.",
    "Some 1,400 travellers slept in the station at Kalen when trains from Orm stopped.",
    "Hospitals in three districts asked for blood of all groups.",
    "He agreed.",
    "Ostrava Wire had the story first, correspondents in three districts said.",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" ".join)


@given(text=st.text("aBcZ7.!\u00df\u0130\u4e00\u0411 \n\t\x1c\xa0\u2003\"')"))
def test_the_words_of_a_sentence_are_those_that_stand_in_it(text):
    here = cut(text)
    alone = [cut(text[start:end]).whole for start, end in here.spans]
    assert list(here.bags) == alone
    assert here.whole == frozenset().union(*alone)


@given(here=TEXTS, there=TEXTS)
def test_texts_that_are_not_aligned_share_too_little(here, there):
    scores = {here[slice(*match.here)]: match.score for match in align(cut(here), cut(there))}
    taken = sum(score >= REWORDED_CREDITED for score in scores.values())
    if not may_share(cut(here), cut(there), SHARE):
        assert taken < SHARE * len(scores)


def test_texts_without_a_common_word_are_not_aligned():
    assert not may_share(cut(SENTENCES[0]), cut(SENTENCES[6]), SHARE)


def scores(here, there):
    return [match.score for match in align(cut(here), cut(there))]


def test_one_wording_with_other_names_and_numbers_is_not_taken():
    there = "Schools in Velin will stay shut until Monday. Some 41 soldiers were killed at Orm."
    other = "Schools in Tarsk will stay shut until Friday. Some 300 soldiers were killed at Kalen."
    assert scores(other, there) == [0.0, 0.0]
    assert scores("Schools in Velin will stay shut until Friday.", there) == [1.0]
    assert scores("At Orm some 300 soldiers were killed, as nurses said.", there)[0] > 0.5


def test_a_word_no_dictionary_knows_is_a_name_where_it_has_a_capital():
    there = "The bridge was closed to lorries after two shells hit its northern pier."
    assert scores(there.replace("lorries", "Lorries"), there) == [1.0]
    assert scores(there.replace("lorries", "charabancs"), there)[0] > 0.5


def test_a_name_on_one_side_alone_is_left_out_or_put_in():
    named = "Anton Brel said that the bridge was closed to lorries after two shells hit its pier."
    plain = "The minister said the bridge was closed to lorries after two shells hit its pier."
    assert scores(named, plain)[0] > 0.5
    assert scores(plain, named)[0] > 0.5


@settings(deadline=None)
@example(  # the first is near the second, which is near the third: the third alone is taken
    told=[" ".join(SENTENCES[at] for at in told) for told in ((3, 5, 2), (4,), (4, 5), (5, 4, 5))],
    wire=0,
)
@given(told=st.lists(TEXTS, min_size=2, max_size=7), wire=st.integers(0, 6))
def test_originals_that_are_left_out_would_not_be_taken(told, wire):
    documents = [
        Document(
            *(f"d{at}", f"d{at}", text, f"d{at}"),
            publisher="Ostrava Wire" if at == wire else f"Paper {at}",
            published_at=f"2031-03-03T{at:02d}:00:00Z",
        )
        for at, text in enumerate(told)
    ]
    found = find_copies(documents)

    def all_of_them(text, others):
        credited = [(copies._credit(text.document, other.document), other) for other in others]
        fits = [copies._fit(text, other, name) for name, other in credited]
        return [fit for fit in fits if fit is not None]

    with (
        patch.object(copies, "_fits", all_of_them),
        patch.object(copies, "may_share", lambda here, there, share: True),
    ):
        assert find_copies(documents) == found
