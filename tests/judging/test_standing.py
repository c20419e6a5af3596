"""The same set of judgements gives the same result in whatever order they came in."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.judging.sample import document, made, mined, toll

from twosource.judging import Judgement, JudgementKind, disagreements, standing
from twosource.judging.judgement import Confirmed

DOC = document()
TOLL, MINED = toll(DOC), mined(DOC)
K = JudgementKind


def amend(value: str, minute: int, *seen: Judgement, field: str = "evidence") -> Judgement:
    ids = tuple(j.id for j in seen)
    return made(K.AMEND, TOLL, minute=minute, field=field, value=value, seen=ids)


def test_an_undo_can_be_undone() -> None:
    first = made(K.REJECT, TOLL)
    undo = made(K.UNDO, first.id, minute=1)
    again = made(K.UNDO, undo.id, minute=2)
    assert standing([first]) == [first]
    assert standing([first, undo]) == []
    assert standing([first, undo, again]) == [first]


@given(st.permutations(range(5)))
def test_order_is_that_of_the_moments_not_of_arrival(order: list[int]) -> None:
    held = [amend(v, m) for m, v in enumerate(["media", "expert", "imagery", "none", "witness"])]
    assert standing([held[at] for at in order]) == held


def test_two_who_did_not_see_one_another_disagree_and_a_third_who_saw_both_settles_it() -> None:
    ada, bo = amend("imagery", 1), amend("media", 2)
    (found,) = disagreements([bo, ada])
    assert (found.earlier, found.later) == (ada, bo)
    assert disagreements([ada, amend("media", 2, ada)]) == []
    assert disagreements([ada, bo, amend("witness", 3, ada, bo)]) == []
    assert disagreements([ada, bo, amend("witness", 3, ada)]) != []


def test_what_can_both_hold_is_no_disagreement() -> None:
    assert disagreements([amend("imagery", 1), amend("imagery", 2)]) == []
    assert disagreements([amend("imagery", 1), amend("possible", 2, field="certainty")]) == []
    assert disagreements([amend("imagery", 1), made(K.COMMENT, TOLL, minute=2)]) == []
    assert disagreements([made(K.REJECT, TOLL), made(K.ACCEPT, MINED, minute=2)]) == []


def test_stances_and_values_disagree() -> None:
    accept, reject = made(K.ACCEPT, TOLL, minute=1), made(K.REJECT, TOLL, minute=2)
    assert len(disagreements([accept, reject])) == 1
    assert len(disagreements([reject, amend("media", 3)])) == 1
    right = replace(accept, confirmed=(Confirmed(TOLL.id, "evidence", "official"),))
    assert len(disagreements([right, amend("media", 3)])) == 1
    assert disagreements([right, amend("official", 3)]) == []


def test_a_merge_and_a_split_of_one_pair_disagree() -> None:
    merge = made(K.MERGE, TOLL, MINED, minute=1)
    split = made(K.SPLIT, TOLL, minute=2, others=(MINED.id,))
    assert len(disagreements([merge, split])) == 1
    assert disagreements([merge, made(K.SPLIT, TOLL, "m-z", minute=2)]) == []
    assert disagreements([merge, replace(split, seen=(merge.id,))]) == []


def test_a_reattribution_and_an_amended_chain_are_about_one_thing() -> None:
    one = made(K.REATTRIBUTE, TOLL, minute=1, value="Coast Guard")
    assert len(disagreements([one, made(K.REATTRIBUTE, TOLL, minute=2, value="Navy")])) == 1
    assert len(disagreements([one, amend("[]", 2, field="chain")])) == 1
