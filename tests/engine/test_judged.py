"""What a person judged about claims holds, whatever is read again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from twosource.engine.ingest import ingest
from twosource.engine.judged import judged
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
