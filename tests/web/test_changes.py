"""What changed between two texts, and a copy beside its original."""

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Copy, Document, Passage
from twosource.web.changes import changes
from twosource.web.compare import sides

TEXT = st.lists(
    st.sampled_from(["Ten ", "died", " ", ".", "\n\n", "wounded ", "“no”"]), max_size=60
)


@settings(deadline=None)
@given(TEXT, TEXT)
def test_both_texts_can_be_read_out_of_what_changed(old, new):
    before, after = "".join(old), "".join(new)
    found = changes(before, after)
    assert "".join(p.text for p in found.pieces if p.kind != "gone") == after
    assert "".join(p.text for p in found.pieces if p.kind != "new") == before
    assert found.same == (before.split() == after.split()) or before != after


def test_a_corrected_number_is_one_word_out_and_one_in():
    found = changes("About 320 were killed.", "About 300 were killed.")
    assert (found.gone, found.new) == (1, 1)
    assert [p.text for p in found.pieces if p.kind == "new"] == ["300"]


def test_long_stretches_that_stay_are_folded_away():
    same = "word " * 2000
    found = changes(f"{same}old", f"{same}new")
    assert any(p.kind == "skipped" for p in found.pieces)
    assert max(len(p.text) for p in found.pieces if p.kind == "kept") < 1000


def document(name: str, text: str) -> Document:
    return Document(id=name, key=name, text=text, sha256="")


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60)), max_size=6))
def test_overlapping_passages_never_lose_or_double_a_character(spans):
    text = "abcdefghij" * 4
    passages = tuple(Passage((min(s), max(s)), (min(s), max(s))) for s in spans)
    left, right = sides(Copy("a", "b", 0.5, passages), document("a", text), document("b", text))
    for side in (left, right):
        assert "".join(stretch.text for stretch in side.stretches) == text
        assert 0 <= side.shared <= 100
