"""Blocks: whom a member meets, whatever the order in which the members came and went."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from twosource.linking import memory
from twosource.linking.memory import MemoryPostings
from twosource.linking.shelf import Reach

KEYS = st.lists(st.integers(0, 4), unique=True).map(tuple)


def met(members, rank, reach):
    """The definition: the last before it and, of a block that is not hot, the first."""
    earlier = sorted(member for member in members if member < rank)
    first = earlier[: reach.first] if len(earlier) <= reach.hot else []
    return sorted({*first, *earlier[-reach.last :]})


@given(
    told=st.dictionaries(st.binary(min_size=2, max_size=2), KEYS, max_size=20),
    gone=st.randoms(use_true_random=False),
    reach=st.sampled_from((Reach(1, 1, 2), Reach(2, 3, 8), Reach(6, 3, 24))),
    few=st.integers(1, 6),
)
def test_everybody_meets_the_nearest_and_the_first(told, gone, reach, few):
    with patch.object(memory, "FEW", few):
        postings = MemoryPostings()
        for rank, keys in told.items():
            postings.put(rank, keys)
        for rank in gone.sample(list(told), len(told) // 3):
            postings.drop(rank)
            del told[rank]
    assert sorted(postings.pairs()) == sorted((key, rank) for rank in told for key in told[rank])
    for rank, keys in told.items():
        assert postings.keys(rank) == keys
        blocks = [[other for other in told if key in told[other]] for key in keys]
        found = postings.before(rank, keys, reach)
        assert [sorted(members) for members in found] == [met(b, rank, reach) for b in blocks]
