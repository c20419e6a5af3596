"""Blocks in the file: whom a member meets, asked before and after others come and go."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete, insert

from twosource.ledger import schema
from twosource.ledger.shelf import postings
from twosource.ledger.shelf.postings import SqlPostings
from twosource.linking.memory import MemoryPostings
from twosource.linking.shelf import Reach

RANKS = st.integers(0, 30).map(lambda number: bytes([number]))
KEYS = st.lists(st.integers(0, 3), unique=True).map(tuple)


@settings(deadline=None)
@given(
    steps=st.lists(st.tuples(RANKS, KEYS), max_size=25),
    reach=st.sampled_from((Reach(1, 1, 2), Reach(2, 3, 8))),
    remembered=st.sampled_from((3, 100)),
)
def test_what_is_remembered_of_a_block_goes_when_it_changes(steps, reach, remembered):
    members, inverse = schema.link_documents, schema.link_prints
    told = {}
    with (
        patch.object(postings, "_REMEMBERED", remembered),
        create_engine("sqlite://").begin() as connection,
    ):
        for table in (members, inverse):
            table.create(connection)
        here, there = SqlPostings(connection, members, inverse), MemoryPostings()
        for rank, keys in steps:
            if rank in told:
                del told[rank]
                here.drop(rank)
                there.drop(rank)
                connection.execute(delete(members).where(members.c.rank == rank))
            else:
                told[rank] = keys
                row = {"rank": rank, "document": f"d{rank[0]}", "keys": b""}
                connection.execute(insert(members), row)
                here.put(rank, keys)
                there.put(rank, keys)
            for other, blocks in told.items():
                mine = here.before(other, blocks, reach)
                theirs = there.before(other, blocks, reach)
                assert list(map(sorted, mine)) == list(map(sorted, theirs))
