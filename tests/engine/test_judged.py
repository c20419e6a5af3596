"""What a person judged about claims holds, whatever is read again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.engine.deciding import By, Refused, amend, decide
from twosource.engine.ingest import ingest
from twosource.engine.judged import judged
from twosource.engine.relink import relink
from twosource.ledger import Judgement, JudgementKind, Ledger

from . import kernels

LINE = "Two bridges over the Lesna were hit on Sunday"
OTHER = "Farmers in the Odra valley asked for cheaper diesel"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a", LINE), ("b", LINE), ("c", OTHER)):
        (folder / f"{name}.txt").write_text(text)
    with Ledger(tmp_path / "a.ledger") as opened:
        ingest(opened, [str(folder)], jobs=1, kernel=kernels.whole)
        yield opened


def _again(ledger: Ledger) -> list[frozenset[str]]:
    """Claims as sets of mentions after everything is read again."""
    ingest(ledger, [], jobs=1, kernel=kernels.whole, reread=True)
    return [frozenset(claim.mentions) for claim in ledger.links().claims]


def _mentions(ledger: Ledger) -> tuple[str, str, str]:
    a, b, c = (mention.id for mention in ledger.mentions())
    return a, b, c


def test_a_split_survives_a_reread(ledger: Ledger) -> None:
    a, b, _ = _mentions(ledger)
    assert frozenset({a, b}) in _again(ledger)
    made = ledger.judge(JudgementKind.SPLIT, [a, b], who="Ada", reason="two bridges, two nights")
    assert frozenset({a, b}) not in _again(ledger)
    assert {frozenset({a}), frozenset({b})} <= set(_again(ledger))
    ledger.judge(JudgementKind.UNDO, [made.id], who="Ada", reason="one after all")
    assert frozenset({a, b}) in _again(ledger)


def test_a_merge_survives_a_reread(ledger: Ledger) -> None:
    a, b, c = _mentions(ledger)
    ledger.judge(JudgementKind.MERGE, [a, c], who="Ada", reason="the same matter")
    assert _again(ledger) == [frozenset({a, b, c})]


def test_a_judgement_reaches_the_claims_without_any_new_document(ledger: Ledger) -> None:
    a, b, _ = _mentions(ledger)
    ledger.judge(JudgementKind.SPLIT, [a, b], who="Ada", reason="two bridges")
    ingest(ledger, [], jobs=1, kernel=kernels.whole)
    assert len(ledger.links().claims) == 3


def test_a_split_from_others_leaves_both_sides_whole() -> None:
    split = Judgement("j", JudgementKind.SPLIT, ("a", "b"), "Ada", "", "", others=("c", "d"))
    assert judged([split]).apart == (("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"))


def test_a_merge_of_many_joins_them_and_forgets_their_splits() -> None:
    names = tuple(f"m{n:03}" for n in range(100))
    split = Judgement("j", JudgementKind.SPLIT, names[:2], "Ada", "", "")
    merge = Judgement("k", JudgementKind.MERGE, names, "Ada", "", "")
    found = judged([split, merge])
    assert found.apart == ()
    assert len(found.together) == 99


def test_a_rejected_mention_leaves_its_claim_and_an_amended_figure_reaches_it(
    ledger: Ledger,
) -> None:
    a, b, c = _mentions(ledger)
    decide(ledger, JudgementKind.REJECT, [b], By("Ada", "a caption"))
    amend(ledger, a, {"figure": "measure=equipment; low=2; high=2; unit=bridge"}, By("Ada", "two"))
    assert relink(ledger)
    assert not relink(ledger)
    claims = {frozenset(claim.mentions): claim for claim in ledger.links().claims}
    assert set(claims) == {frozenset({a}), frozenset({c})}
    figure = claims[frozenset({a})].figure
    assert figure is not None
    assert (figure.low, figure.unit) == (2, "bridge")


def test_a_claim_stands_for_its_mentions_and_a_mention_is_split_from_the_rest(
    ledger: Ledger,
) -> None:
    a, b, c = _mentions(ledger)
    claim = next(x for x in ledger.links().claims if a in x.mentions)
    made = decide(ledger, JudgementKind.MERGE, [claim.id, c], By("Ada", "one matter"))
    assert set(made.subjects) == {a, b, c}
    relink(ledger)
    made = decide(ledger, JudgementKind.SPLIT, [c], By("Ada", "no"))
    assert (made.subjects, set(made.others)) == ((c,), {a, b})
    relink(ledger)
    assert {frozenset(x.mentions) for x in ledger.links().claims} == {
        frozenset({a, b}),
        frozenset({c}),
    }


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"colour": "red"}, "no field 'colour'"),
        ({"evidence": "rumour"}, "evidence is one of"),
        ({"evidence": "imagery", "figure": "low=2; high=1"}, "low 2 is more than high 1"),
    ],
)
def test_of_several_values_none_is_stored_where_one_is_wrong(
    ledger: Ledger, values: dict[str, str], line: str
) -> None:
    with pytest.raises(Refused, match=line):
        amend(ledger, _mentions(ledger)[0], values, By("Ada", "x"))
    assert ledger.judgements() == []


def test_what_cannot_be_judged_is_refused_with_one_line(ledger: Ledger) -> None:
    a, _, c = _mentions(ledger)
    document = ledger.documents()[0].id
    for kind, names, who in (
        (JudgementKind.REJECT, ["m-none"], "Ada"),
        (JudgementKind.REJECT, [document], "Ada"),
        (JudgementKind.MERGE, [a], "Ada"),
        (JudgementKind.SPLIT, [c], "Ada"),
        (JudgementKind.ACCEPT, [a], "  "),
        (JudgementKind.ACCEPT, [a], "A\x1b[2Jda"),
        (JudgementKind.UNDO, ["j-none"], "Ada"),
    ):
        with pytest.raises(Refused):
            decide(ledger, kind, names, By(who, "why"))
    assert ledger.judgements() == []
    assert decide(ledger, JudgementKind.COMMENT, [document], By("Ada", "see 2")).subjects


def test_of_two_judgements_about_one_pair_the_later_holds() -> None:
    def made(kind: JudgementKind, *subjects: str) -> Judgement:
        return Judgement(kind.value, kind, subjects, "Ada", "", "")

    split = made(JudgementKind.SPLIT, "a", "b", "c")
    merge = made(JudgementKind.MERGE, "b", "a")
    comment = made(JudgementKind.COMMENT, "a", "b")
    found = judged([split, merge, comment])
    assert found.together == (("a", "b"),)
    assert found.apart == (("a", "c"), ("b", "c"))
    assert judged([merge, split]).together == ()
