"""Offices of a person have the days between which documents give them."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.offices import Office, Offices

TOLD = st.tuples(
    st.sampled_from(["Mayor", "mayor", "Judge"]), st.sampled_from(["", "2031-03-02", "2031-04-01"])
)


def test_days_are_the_first_and_the_last_that_give_the_office():
    held = Offices()
    for words, day in (("mayor", "2031-05-01"), ("Mayor", "2031-03-02"), ("judge", "2029-01-01")):
        held.add(words, day)
    held.add(None, "1999-01-01")
    assert held.found() == (
        Office("judge", "2029-01-01", "2029-01-01", 1),
        Office("mayor", "2031-03-02", "2031-05-01", 2),
    )


def test_an_office_of_undated_documents_has_no_days():
    held = Offices()
    held.add("mayor", "")
    assert held.found() == (Office("mayor", None, None, 1),)


@given(st.lists(TOLD), st.randoms())
def test_the_order_of_telling_does_not_matter(told, random):
    shuffled = list(told)
    random.shuffle(shuffled)
    one, other = Offices(), Offices()
    for words, day in told:
        one.add(words, day)
    for words, day in shuffled:
        other.add(words, day)
    assert one.found() == other.found()
    assert sum(o.mentions for o in one.found()) == len(told)
