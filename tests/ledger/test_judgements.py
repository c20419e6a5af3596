"""What people decided is appended, never changed; an undo is another judgement."""

import pytest

from twosource.ledger import JudgementKind, Ledger


def test_a_judgement_says_who_when_and_why(ledger: Ledger) -> None:
    made = ledger.judge(JudgementKind.MERGE, ["m-1", "m-2"], who="Ada", reason="same strike")
    assert ledger.judgements() == [made]
    assert (made.subjects, made.who, made.reason) == (("m-1", "m-2"), "Ada", "same strike")
    assert made.at.endswith("+00:00")
    assert ledger.verify() == []


def test_an_undo_takes_back_and_can_be_taken_back_itself(ledger: Ledger) -> None:
    split = ledger.judge(JudgementKind.SPLIT, ["m-1"], who="Ada", reason="other day")
    undo = ledger.judge(JudgementKind.UNDO, [split.id], who="Bo", reason="same day after all")
    assert ledger.judgements(standing=True) == []
    ledger.judge(JudgementKind.UNDO, [undo.id], who="Ada", reason="see the dateline")
    assert ledger.judgements(standing=True) == [split]
    assert len(ledger.judgements()) == 3


def test_an_amendment_names_field_and_value(ledger: Ledger) -> None:
    made = ledger.judge(
        JudgementKind.AMEND, ["m-1"], who="Ada", reason="typo", field="evidence", value="imagery"
    )
    assert ledger.judgements()[0] == made
    assert (made.field, made.value) == ("evidence", "imagery")


@pytest.mark.parametrize(
    ("kind", "subjects", "who", "reason"),
    [
        (JudgementKind.REJECT, [], "Ada", "why"),
        (JudgementKind.REJECT, ["m-1"], " ", "why"),
        (JudgementKind.REJECT, ["m-1"], "Ada", ""),
        (JudgementKind.UNDO, ["j-unknown"], "Ada", "why"),
    ],
)
def test_a_judgement_that_lacks_something_is_refused(
    ledger: Ledger, kind: JudgementKind, subjects: list[str], who: str, reason: str
) -> None:
    with pytest.raises(ValueError, match="judgement"):
        ledger.judge(kind, subjects, who=who, reason=reason)
    assert ledger.judgements() == []
