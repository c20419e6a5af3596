"""What the network is taught: labels and links stand where the annotations are."""

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.learning import making
from tokenizers import Tokenizer, models, pre_tokenizers

from twosource.learning.annotated import Annotated
from twosource.learning.rows import IGNORED, batches, row
from twosource.reading.tagger.pieces import UNHINTED
from twosource.reading.tagger.windows import CLS, SEP

TEXT = "Nobody was hurt, Brel said. Others left."
SAID = making.attribution(((0, 15),), ((17, 21),), ((22, 26),))


def words() -> Tokenizer:
    """A tokenizer that takes every word for unknown, but knows where it stands."""
    made = Tokenizer(models.WordLevel({"[UNK]": 0}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def test_labels_and_links_of_one_attribution():
    made = row(words(), Annotated("x", TEXT, (SAID,)))
    assert list(made.labels) == [1, 2, 2, 0, 3, 5, 0, 0, 0, 0]
    assert list(made.link) == [5, 5, 5, IGNORED, 5, 5] + [IGNORED] * 4
    assert set(made.pieces.hint) == {UNHINTED}


def test_what_nobody_looked_at_teaches_nothing():
    made = row(words(), Annotated("x", TEXT, (SAID,), known=((0, 27),)))
    assert list(made.labels[:7]) == [1, 2, 2, 0, 3, 5, 0]
    assert set(made.labels[7:]) == {IGNORED}


def test_hints_are_shown_where_they_are_given():
    told = ((((0, 15),), ((17, 21),), ((22, 26),)),)
    made = row(words(), Annotated("x", TEXT, ()), told)
    assert list(made.pieces.hint) == [1, 2, 2, 0, 3, 5, 0, 0, 0, 0]
    assert list(made.pieces.group) == [1, 1, 1, 0, 1, 1, 0, 0, 0, 0]


@given(st.lists(making.annotated(), min_size=1, max_size=4), st.integers(5, 30), st.integers(1, 4))
def test_batches_hold_every_piece_once_and_no_link_leaves_its_stretch(drawn, room, size):
    rows = [row(words(), document) for document in drawn]
    seen = 0
    for batch in batches(rows, room, size, random.Random(1)):
        ids, mask, link = batch[0], batch[1], batch[-1]
        assert batch.shape[1] <= size
        assert batch.shape[2] <= room + 2
        assert ((link == IGNORED) | ((link > 0) & (link < mask.sum(1, keepdims=True) - 1))).all()
        assert (ids[:, 0] == CLS).all()
        assert all(line[n - 1] == SEP for line, n in zip(ids, mask.sum(1), strict=True))
        seen += int((mask.sum(1) - 2).sum())
    lengths = [len(r.pieces) for r in rows]
    assert sum(lengths) >= seen >= sum(lengths) - 4 * sum(-(-n // room) + 1 for n in lengths)
    assert np.all([len(r.labels) == n for r, n in zip(rows, lengths, strict=True)])
